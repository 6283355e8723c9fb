"""The archive and the drafts on the disk: written whole, never replaced, never lost."""

import errno
import json
import os
import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from plie_metrics.editions import fichiers
from plie_metrics.editions.brouillon import Brouillon, Demande, corriger
from plie_metrics.editions.canonique import EditionAlteree, en_json
from plie_metrics.editions.chantier import Chantier
from plie_metrics.editions.depot import Depot, EditionFigee, EditionIntrouvable, corrections
from plie_metrics.editions.fichiers import DepotIndisponible
from plie_metrics.editions.gestes import (
    GesteImpossible,
    TexteDepasse,
    ajouter,
    decider,
    deplacer,
    ecrire,
    regler,
    retirer,
)
from plie_metrics.editions.identifiants import IdentifiantInvalide, proposer
from tests.editions.exemples import AN_2016, brouillon, edition

QUAND = datetime(2017, 1, 16, 9, 0, tzinfo=UTC)
DEMANDE = Demande("", "synthese.objectifs", "2016-12-31", AN_2016, titre="Objectifs manqués")


@pytest.fixture
def chantier(tmp_path):
    return Chantier(tmp_path)


@pytest.fixture
def commence(chantier):
    """A draft with two views."""
    vide = Brouillon("", "COPIL de janvier", date(2017, 1, 20), "Sophie", "2016-12-31", QUAND)
    cree = chantier.creer(vide)
    chantier.modifier(cree.identifiant, ajouter(DEMANDE), "Sophie", QUAND)
    autre = replace(DEMANDE, cle="synthese.sorties", titre="Sorties")
    return chantier.modifier(cree.identifiant, ajouter(autre), "Sophie", QUAND)


# --- the archive ---


def test_une_edition_gardee_se_relit_et_se_retrouve(tmp_path):
    figee = Depot(tmp_path).garder(edition())
    assert Depot(tmp_path).ouvrir(figee.identifiant) == figee
    assert Depot(tmp_path).retrouver(f" {figee.empreinte_courte.upper()} ") == figee
    assert Depot(tmp_path).retrouver(figee.identifiant) == figee


@pytest.mark.parametrize("designation", ["", "0f65", "ffffffffffff", "../../etc/passwd", "x" * 999])
def test_ce_qui_n_est_pas_dans_l_archive_est_dit(tmp_path, designation):
    Depot(tmp_path).garder(edition())
    with pytest.raises(EditionIntrouvable, match="Aucune édition"):
        Depot(tmp_path).retrouver(designation)


def test_une_edition_figee_n_est_jamais_remplacee(tmp_path):
    depot = Depot(tmp_path)
    premiere = depot.garder(edition())
    with pytest.raises(EditionFigee, match="ne change plus"):
        depot.garder(edition(titre="Autre"))
    assert depot.ouvrir(premiere.identifiant) == premiere


def test_une_edition_alteree_est_nommee_les_autres_restent(tmp_path):
    depot = Depot(tmp_path)
    bonne = depot.garder(edition(identifiant="2016-10-01-bonne"))
    touchee = depot.garder(edition())
    fichier = depot.fichier(touchee.identifiant)
    fichier.write_bytes(fichier.read_bytes().replace(b'"valeur": 381', b'"valeur": 382'))
    abimee, saine = depot.fiches()
    assert abimee.edition is None
    assert f"« {touchee.identifiant} »" in abimee.erreur
    assert "modifié après avoir été figé" in abimee.erreur
    assert saine.edition == bonne
    assert depot.editions() == (bonne,)


@pytest.mark.parametrize(
    ("autre", "raison"),
    [
        (brouillon(), "plus marquée comme figée"),
        (edition(identifiant="2015-01-01-autre"), "celui de « 2015-01-01-autre »"),
    ],
)
def test_une_edition_echangee_contre_une_autre_est_refusee(tmp_path, autre, raison):
    depot = Depot(tmp_path)
    figee = depot.garder(edition())
    depot.fichier(figee.identifiant).write_bytes(en_json(autre))
    with pytest.raises(EditionAlteree, match=raison):
        depot.ouvrir(figee.identifiant)


def test_une_correction_se_dit_sur_ce_qu_elle_corrige():
    fausse = edition()
    reprise = corriger(fausse, " Entrées de Longvic reprises ", "Sophie", QUAND)
    assert [vue.commentaire for vue in reprise.vues] == [vue.commentaire for vue in fausse.vues]
    assert reprise.corrige.motif == "Entrées de Longvic reprises"
    juste = edition(identifiant="2017-01-20-copil.2", corrige=reprise.corrige)
    assert corrections(fausse, (fausse, juste)) == (juste,)
    assert corrections(juste, (fausse, juste)) == ()


def test_disque_plein_rien_n_est_a_moitie_ecrit(tmp_path, monkeypatch):
    def plein(*_):
        raise OSError(errno.ENOSPC, "plein")

    monkeypatch.setattr(fichiers, "ecrire", plein)
    with pytest.raises(DepotIndisponible, match="le disque est plein"):
        Depot(tmp_path).garder(edition())
    assert [f for f in tmp_path.rglob("*") if f.is_file()] == []


def test_un_disque_sans_liens_garde_aussi_les_editions(tmp_path, monkeypatch):
    def interdit(*_):
        raise OSError(errno.EPERM, "pas de liens")

    monkeypatch.setattr(os, "link", interdit)
    figee = Depot(tmp_path).garder(edition())
    with pytest.raises(EditionFigee):
        Depot(tmp_path).garder(edition())
    assert Depot(tmp_path).editions() == (figee,)


# --- the drafts ---


def test_un_brouillon_se_prepare(chantier, commence):
    nom = commence.identifiant
    assert nom == "2017-01-20-copil-de-janvier"
    assert [vue.ident for vue in commence.vues] == ["v1", "v2"]
    chantier.modifier(nom, deplacer("v2", -1), "Sophie", QUAND)
    chantier.modifier(nom, ecrire("v2", "commentaire", "", "Bien."), "Sophie", QUAND)
    chantier.modifier(nom, ecrire("v2", "notes", "", "Dire merci."), "Sophie", QUAND)
    chantier.modifier(nom, decider("", "Relancer."), "Sophie", QUAND)
    chantier.modifier(nom, retirer("v1"), "Sophie", QUAND)
    fini = chantier.lire(nom)
    assert [(vue.cle, vue.commentaire, vue.notes) for vue in fini.vues] == [
        ("synthese.sorties", "Bien.", "Dire merci.")
    ]
    assert (fini.decisions, fini.modifie_par, fini.revision) == ("Relancer.", "Sophie", 8)


def test_deux_brouillons_du_meme_titre_ont_deux_noms(chantier, commence):
    autre = chantier.creer(replace(commence, identifiant="", vues=()))
    assert autre.identifiant == f"{commence.identifiant}.2"
    assert len(chantier.brouillons()) == 2


def test_deux_personnes_ecrivent_la_seconde_est_avertie_et_garde_son_texte(chantier, commence):
    nom = commence.identifiant
    chantier.modifier(nom, ecrire("v1", "commentaire", "", "Texte de Paul"), "Paul", QUAND)
    with pytest.raises(TexteDepasse, match="le commentaire de la vue 1") as refus:
        chantier.modifier(nom, ecrire("v1", "commentaire", "", "Texte de Sophie"), "Sophie", QUAND)
    assert refus.value.actuel == "Texte de Paul"
    assert chantier.lire(nom).vues[0].commentaire == "Texte de Paul"
    (copie,) = chantier.copies(nom)
    assert "Sophie" in copie
    assert "Texte de Sophie" in copie
    # another text, another view: nothing stands in the way
    chantier.modifier(nom, ecrire("v1", "notes", "", "Ma note"), "Sophie", QUAND)
    chantier.modifier(nom, ecrire("v2", "commentaire", "", "Le mien"), "Sophie", QUAND)
    relu = chantier.lire(nom)
    assert (relu.vues[0].commentaire, relu.vues[1].commentaire) == ("Texte de Paul", "Le mien")


def test_vingt_gestes_a_la_fois_sont_tous_gardes(chantier, commence):
    nom = commence.identifiant

    def ajouter_une(rang):
        demande = replace(DEMANDE, titre=f"vue {rang}")
        chantier.modifier(nom, ajouter(demande), "x", QUAND)

    fils = [threading.Thread(target=ajouter_une, args=(rang,)) for rang in range(20)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    vues = chantier.lire(nom).vues
    assert {f"vue {rang}" for rang in range(20)} <= {vue.titre for vue in vues}
    assert len({vue.ident for vue in vues}) == 22


def test_une_revision_abimee_laisse_la_precedente(chantier, commence, tmp_path):
    derniere = max((tmp_path / "brouillons" / commence.identifiant).glob("r*.json"))
    derniere.write_text("{", encoding="utf-8")
    assert len(chantier.lire(commence.identifiant).vues) == 1
    chantier.modifier(commence.identifiant, ajouter(DEMANDE), "Sophie", QUAND)
    assert chantier.lire(commence.identifiant).revision == 4


def test_un_brouillon_range_n_est_plus_la_mais_rien_n_est_efface(chantier, commence, tmp_path):
    chantier.ranger(commence.identifiant)
    assert chantier.brouillons() == ()
    with pytest.raises(EditionIntrouvable, match="figé ou retiré"):
        chantier.lire(commence.identifiant)
    assert list((tmp_path / "brouillons-retires").rglob("r000003.json"))


def test_un_geste_sans_objet_est_refuse(chantier, commence):
    with pytest.raises(GesteImpossible, match="vient d’être retirée"):
        chantier.modifier(commence.identifiant, deplacer("v9", 1), "x", QUAND)
    with pytest.raises(GesteImpossible, match="titre"):
        regler(" ", date(2017, 1, 20), "financeur", "2016-12-31", "")
    avant = chantier.lire(commence.identifiant).revision
    chantier.modifier(commence.identifiant, retirer("v9"), "x", QUAND)
    assert chantier.lire(commence.identifiant).revision == avant


def test_disque_plein_le_brouillon_d_avant_reste(chantier, commence, monkeypatch):
    def plein(*_):
        raise OSError(errno.ENOSPC, "plein")

    monkeypatch.setattr(fichiers, "ecrire", plein)
    with pytest.raises(DepotIndisponible, match="était enregistré avant est intact"):
        chantier.modifier(commence.identifiant, decider("", "x"), "x", QUAND)
    assert chantier.lire(commence.identifiant) == commence


@pytest.mark.parametrize("nom", ["..", "a/b", "2017-01-20-", "2017-01-20-x/../y", ".cache"])
def test_un_nom_ne_sort_pas_du_dossier(tmp_path, nom):
    for ouvrir in (Depot(tmp_path).ouvrir, Chantier(tmp_path).lire):
        with pytest.raises(IdentifiantInvalide):
            ouvrir(nom)


def test_un_titre_devient_un_nom_de_fichier():
    assert proposer(date(2017, 1, 20), "COPIL n° 3 : été") == "2017-01-20-copil-n-3-ete"
    assert proposer(date(2017, 1, 20), "…", 3) == "2017-01-20-copil.3"


def test_le_fichier_d_une_edition_se_lit_sans_l_application(tmp_path):
    figee = Depot(tmp_path).garder(edition())
    brut = json.loads(Depot(tmp_path).fichier(figee.identifiant).read_text(encoding="utf-8"))
    assert brut["vues"][0]["tableau"]["lignes"][0][1] == {
        "texte": "381",
        "valeur": 381,
        "masque": False,
    }
