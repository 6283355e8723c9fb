"""COPIL: prepared by the coordination on a page, frozen, opened again, hidden from who may not."""

import re
from dataclasses import replace
from datetime import date

import pytest

from pages._acces.identite import PROFIL
from plie_metrics import chemins
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.canonique import sceller
from plie_metrics.editions.chantier import Chantier
from plie_metrics.editions.depot import Depot
from plie_metrics.editions.gestes import ajouter, ecrire
from plie_metrics.editions.modele import ChiffreFige
from plie_metrics.exports.charte import lire_charte
from plie_metrics.exports.formats import FORMATS
from plie_metrics.exports.remise import fabriquer
from tests.editions.exemples import AN_2016, ARRETE, FIGEE, brouillon, edition, vue
from tests.pages.arretes import publier_essai

SYNTHESE = "copil-synthese.sorties"
CHIFFRES = (ChiffreFige("entrees", 1, "30", 30),)


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    """Small snapshots and an empty archive."""
    arretes = tmp_path / "snapshots"
    publier_essai(arretes, date(2016, 9, 30))
    publier_essai(arretes)
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", arretes)
    monkeypatch.setattr(chemins, "COPIL", tmp_path / "copil")
    return tmp_path / "copil"


@pytest.fixture
def prepare(dossier, ouvrir_page):
    """A draft with one view, for the équipe: nothing to solve on three people."""
    vide = Brouillon("", "COPIL de l’essai", date(2017, 1, 20), "x", ARRETE.nom, FIGEE, "equipe")
    demande = Demande("v1", "synthese.sorties", ARRETE.nom, AN_2016, demonstration=True)
    Chantier(dossier).creer(replace(vide, vues=(demande,)))
    return ouvrir_page("copil.py")


def textes(essai):
    return re.sub(
        r"\s",
        " ",
        " ".join(
            [
                *(
                    e.value
                    for genre in ("title", "header", "subheader")
                    for e in getattr(essai, genre)
                ),
                *(element.proto.body for element in essai.get("html")),
                *(
                    e.value
                    for genre in ("warning", "error", "success")
                    for e in getattr(essai, genre)
                ),
            ]
        ).replace("\\", ""),
    )


def test_une_vue_s_ajoute_depuis_sa_page_avec_sa_periode(dossier, ouvrir_page):
    page = ouvrir_page("synthese.py")
    page.button(key=SYNTHESE).click().run()
    assert "Ajouté à" in page.toast[0].value
    (actuel,) = Chantier(dossier).brouillons()
    (demande,) = actuel.vues
    assert (demande.cle, demande.arrete) == ("synthese.sorties", "2016-12-31")
    assert (demande.periode.du, demande.periode.au) == (date(2016, 1, 1), date(2016, 12, 31))
    assert demande.demonstration
    assert actuel.profil == "financeur"


def test_ce_que_le_profil_ne_voit_pas_se_retire_d_un_clic(prepare, dossier):
    (actuel,) = Chantier(dossier).brouillons()
    refusee = ajouter(replace(actuel.vues[0], cle="clauses.par_mois"))
    Chantier(dossier).modifier(actuel.identifiant, refusee, "Sophie", FIGEE)
    prepare.session_state["copil-etape"] = "Vérifier et figer"
    prepare.run()
    assert "Retirez-la, ou préparez l’édition pour un autre profil" in textes(prepare)
    (bouton,) = [b for b in prepare.button if b.label.startswith("Retirer ce que")]
    bouton.click().run()
    (reste,) = Chantier(dossier).brouillons()
    assert reste.vues == actuel.vues


def test_le_commentaire_s_enregistre_et_une_phrase_se_reprend(prepare, dossier):
    commentaire = prepare.text_area[0]
    commentaire.set_value("Une seule sortie.").run()
    reprendre = [b for b in prepare.button if b.label == "Reprendre"]
    reprendre[0].click().run()
    (actuel,) = Chantier(dossier).brouillons()
    lignes = actuel.vues[0].commentaire.split("\n")
    assert lignes[0] == "Une seule sortie."
    assert len(lignes) == 2


def test_le_texte_de_la_seconde_personne_est_rendu_et_garde(prepare, dossier):
    (actuel,) = Chantier(dossier).brouillons()
    paul = ecrire("v1", "commentaire", "", "Texte de Paul")
    Chantier(dossier).modifier(actuel.identifiant, paul, "Paul", FIGEE)
    prepare.text_area[0].set_value("Texte de Sophie").run()
    assert "Quelqu’un d’autre vient de modifier" in textes(prepare)
    assert [code.value for code in prepare.code] == ["Texte de Sophie"]
    assert prepare.text_area[0].value == "Texte de Paul"
    assert "Texte de Sophie" in Chantier(dossier).copies(actuel.identifiant)[0]


def test_de_la_verification_au_gel_et_a_la_correction(prepare, dossier):
    prepare.session_state["copil-etape"] = "Vérifier et figer"
    prepare.run()
    assert "sans commentaire" in textes(prepare)
    next(b for b in prepare.button if b.label == "Figer l’édition").click().run()
    (figee,) = Depot(dossier).editions()
    assert (figee.titre, figee.profil, figee.seuil) == ("COPIL de l’essai", "equipe", None)
    assert figee.empreinte_courte in textes(prepare)
    for perte in lire_charte().pertes:  # neither logo nor funders' band is set as delivered
        assert any(perte[:25] in legende.value for legende in prepare.caption)
    assert Chantier(dossier).brouillons() == ()
    motif = prepare.text_input(key=f"copil-motif-{figee.identifiant}")
    motif.set_value("Une sortie était oubliée").run()
    prepare.button(key=f"copil-corriger-{figee.identifiant}").click().run()
    (reprise,) = Chantier(dossier).brouillons()
    assert reprise.corrige.empreinte == figee.empreinte
    assert "Une sortie était oubliée" in textes(prepare)
    assert not prepare.exception


def test_un_arrete_disparu_est_dit_et_l_edition_figee_reste(prepare, dossier, monkeypatch):
    prepare.session_state["copil-etape"] = "Vérifier et figer"
    prepare.run()
    next(b for b in prepare.button if b.label == "Figer l’édition").click().run()
    (figee,) = Depot(dossier).editions()
    ailleurs = dossier.parent / "autres"
    publier_essai(ailleurs, date(2016, 6, 30))
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", ailleurs)
    prepare.run()
    assert "100 % des sorties sont positives : 1 sur 1" in textes(prepare)
    prepare.button(key=f"copil-corriger-{figee.identifiant}").click()
    prepare.text_input(key=f"copil-motif-{figee.identifiant}").set_value("essai").run()
    dit = textes(prepare)
    assert "L’arrêté « 2016-12-31 » n’est plus parmi les données" in dit
    assert "gardent leurs chiffres" in dit


@pytest.mark.parametrize(
    ("profil", "lues"),
    [
        ("coordination", {"coordination", "equipe", "financeur", "public"}),
        ("equipe", {"equipe", "financeur", "public"}),
        ("referent", {"financeur", "public"}),
        ("financeur", {"financeur", "public"}),
        ("public", {"public"}),
    ],
)
def test_chaque_profil_n_ouvre_que_ce_qu_il_peut_voir(dossier, ouvrir_page, profil, lues):
    depot = Depot(dossier)
    for nom in ("coordination", "equipe", "financeur", "public"):
        depot.garder(_pour(nom))
    essai = ouvrir_page("copil.py")
    essai.session_state[PROFIL] = profil
    essai.session_state["volet"] = "Éditions"
    essai.run()
    (choix,) = (boite for boite in essai.selectbox if boite.label == "Édition")
    trouvees = {nom for nom in lues for option in choix.options if f"COPIL {nom}" in option}
    assert trouvees == lues
    assert len(choix.options) == len(lues)
    assert ("Préparer" in str(essai.get("button_group")[0].proto)) == (profil == "coordination")


def test_une_edition_d_un_autre_profil_ne_s_ouvre_pas_par_son_empreinte(dossier, ouvrir_page):
    fermee, ouverte = _pour("equipe"), _pour("financeur")
    for une in (fermee, ouverte):
        Depot(dossier).garder(une)
    essai = ouvrir_page("copil.py")
    essai.session_state[PROFIL] = "financeur"
    essai.session_state["volet"] = "Retrouver"
    essai.session_state["empreinte"] = fermee.empreinte_courte
    essai.run()
    assert "Aucune édition ouverte à votre profil" in textes(essai)
    assert ouverte.vues[0].titre not in textes(essai)
    essai.session_state["empreinte"] = ouverte.empreinte_courte
    essai.run()
    assert re.sub(r"\s", " ", ouverte.vues[0].titre) in textes(essai)


def test_un_fichier_remis_retrouve_son_edition(dossier, ouvrir_page, monkeypatch):
    monkeypatch.setattr("pages._acces.identite._refus_sans_connexion", lambda _: None)
    figee = Depot(dossier).garder(edition())
    classeur = fabriquer(figee, FORMATS["xlsx"], FIGEE, dossier)
    essai = ouvrir_page("copil.py")
    essai.session_state["volet"] = "Retrouver"
    depot = essai.run().file_uploader(key="copil-fichier")
    assert depot.proto.max_upload_size_mb == 50
    for contenu, dit in [
        (classeur, "intact"),
        (classeur + b" ", "modifié"),
        (b"PK autre chose", "Aucune"),
    ]:
        depose = essai.file_uploader(key="copil-fichier").set_value([("a.xlsx", contenu, "")])
        depose.run()
        assert dit in textes(essai)
        assert (figee.empreinte_courte in textes(essai)) is (dit != "Aucune")


def test_une_edition_abimee_est_nommee_a_la_coordination(dossier, ouvrir_page):
    bonne, mauvaise = _pour("financeur"), _pour("public")
    for une in (bonne, mauvaise):
        Depot(dossier).garder(une)
    Depot(dossier).fichier(mauvaise.identifiant).write_text("{}", encoding="utf-8")
    essai = ouvrir_page("copil.py")
    essai.session_state["volet"] = "Éditions"
    essai.run()
    assert mauvaise.identifiant in essai.error[0].value.replace("\\", "")
    assert bonne.titre in str(next(b for b in essai.selectbox if b.label == "Édition").options)


def test_deux_editions_se_comparent(dossier, ouvrir_page):
    avant = _pour("financeur", seance=date(2016, 10, 20))
    autre = vue(chiffres=(replace(_chiffre(avant), texte="40", valeur=40),), titre="Autre constat")
    Depot(dossier).garder(avant)
    Depot(dossier).garder(_pour("financeur", autre))
    essai = ouvrir_page("copil.py")
    essai.session_state["volet"] = "Comparer"
    essai.run()
    assert "1 des 1 chiffres communs ont bougé" in textes(essai)
    assert "+10" in textes(essai)


def _chiffre(une):
    return une.vues[0].chiffres[0]


def _pour(profil, *vues, seance=date(2017, 1, 20)):
    """A frozen edition of that profile, on demonstration data."""
    montrees = vues or (vue(arrete=ARRETE.nom, chiffres=CHIFFRES),)
    nom = f"{seance.isoformat()}-{profil}"
    libre = brouillon(
        *montrees, profil=profil, identifiant=nom, titre=f"COPIL {profil}", seance=seance
    )
    return sceller(libre, FIGEE)
