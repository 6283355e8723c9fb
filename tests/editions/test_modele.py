"""An edition as a file: the same figures back, and nothing changed by hand goes unseen."""

import json

import pytest

from plie_metrics.editions.canonique import EditionAlteree, empreinte, en_json, lire_json
from plie_metrics.editions.formes import FORMES, LIBRE, code, ecrire
from plie_metrics.editions.gel import figer_tableau
from plie_metrics.editions.modele import Cellule, ColonneFigee
from plie_metrics.presentation.formats import jour, nombre, pourcent
from plie_metrics.presentation.tableau import effectif, tableau
from tests.editions.exemples import TABLE, brouillon, edition, vue


def test_un_tableau_fige_garde_nombres_textes_et_masques():
    fige = figer_tableau(TABLE)
    assert fige.colonnes == (
        ColonneFigee("Commune"),
        ColonneFigee("Entrées", True, "nombre:0"),
        ColonneFigee("Part", True, "pourcent:1"),
    )
    assert fige.lignes[0] == (Cellule("Dijon"), Cellule("381", 381), Cellule("66,8\u202f%", 0.6684))
    assert fige.lignes[2][1] == Cellule("masqué : moins de 5", None, True)
    assert fige.lignes[3][1] == Cellule("0", 0)
    assert fige.total


def test_un_chiffre_indefini_n_est_ni_masque_ni_zero():
    fige = figer_tableau(tableau("", [effectif("x")], [(None,), (float("nan"),), (2,)]))
    assert fige.lignes[0][0] == fige.lignes[1][0] == Cellule("n.\u00a0d.")


@pytest.mark.parametrize("nom", FORMES)
def test_le_nom_d_une_forme_la_retrouve(nom):
    assert code(FORMES[nom], [3, 0.5]) == nom


def test_une_forme_inconnue_est_libre():
    assert code(jour, []) == code(lambda v: f"{v} h", [2]) == LIBRE
    assert (ecrire(LIBRE, 1234), ecrire("pourcent:0", 0.5)) == (nombre(1234), pourcent(0.5))


def test_une_edition_relue_est_la_meme():
    figee = edition()
    assert lire_json(en_json(figee), "copil.json") == figee
    assert lire_json(en_json(brouillon()), "copil.json") == brouillon()
    assert figee.empreinte == empreinte(figee)
    assert len(figee.empreinte_courte) == 12
    assert figee.demonstration


def test_deux_editions_differentes_n_ont_pas_la_meme_empreinte():
    autre = edition(vue(commentaire="Autre commentaire."))
    assert autre.empreinte != edition(vue()).empreinte


@pytest.mark.parametrize(
    "changer",
    [
        lambda brut: brut["vues"][0]["tableau"]["lignes"][0][1].update(valeur=382),
        lambda brut: brut["vues"][0].update(commentaire="réécrit"),
        lambda brut: brut.update(titre="Autre titre"),
        lambda brut: brut["vues"].pop(),
        lambda brut: brut.pop("plie"),
        lambda brut: brut.update(format=99),
        lambda brut: brut["periode"].update(au="2015-01-01"),
        lambda brut: brut.update(etat="figee"),
    ],
)
def test_une_edition_modifiee_a_la_main_est_nommee_et_refusee(changer):
    brut = json.loads(en_json(edition()))
    changer(brut)
    with pytest.raises(EditionAlteree, match="copil-1\\.json"):
        lire_json(json.dumps(brut).encode(), "copil-1.json")


@pytest.mark.parametrize("octets", [b"", b"[1]", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_un_fichier_qui_n_est_pas_une_edition_est_refuse(octets):
    with pytest.raises(EditionAlteree, match="n’est pas utilisable"):
        lire_json(octets, "x.json")
