"""The Territoire page through the real entry."""

import json
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from pages._composants import lieu
from plie_metrics.chemins import RACINE, TERRITOIRE

CONSTAT = (
    "Participants par habitant\u00a0: Talant, Longvic, Chenôve et Quetigny ont 1,6 à 1,9 fois le "
    "taux de Dijon"
)


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page("territoire.py")


def textes(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def couches(page):
    (carte,) = page.get("deck_gl_json_chart")
    return {couche["id"]: couche for couche in json.loads(carte.proto.json)["layers"]}


def test_la_page_s_ouvre_sur_toute_la_metropole(page):
    assert [t.value for t in page.title] == [CONSTAT]
    assert page.selectbox(key="lieu").value == ""
    assert not page.button
    assert len(couches(page)["communes-"]["data"]) == 24
    assert "251\u202f897" in textes(page)
    assert "IGN GEOFLA 2.2 2016, Licence Ouverte" in textes(page)
    assert "à titre indicatif" in textes(page)


def test_choisir_une_commune_filtre_et_un_bouton_efface(page):
    page.selectbox(key="lieu").select("21617").run()
    assert page.title[0].value.startswith("Talant compte 11,7 participants")
    assert any("Filtre actif" in m.value and "Talant" in m.value for m in page.markdown)
    assert "1er taux sur 5" in textes(page)
    assert "<b>Le Belvédère</b>, QPV" in textes(page)
    assert "Chenôve</th>" not in textes(page)
    assert "communes-21617" in couches(page)
    page.button[0].click().run()
    assert page.title[0].value == CONSTAT
    assert page.selectbox(key="lieu").value == ""


def test_choisir_un_quartier_montre_ses_quatre_chiffres(page):
    page.selectbox(key="lieu").select("QP021004").run()
    assert page.title[0].value.startswith("Les Grésilles, QPV de Dijon")
    assert "quartiers-QP021004" in couches(page)
    assert len(couches(page)["choisies"]["data"]) == 1


def test_les_autres_communes_forment_un_groupe(page):
    page.selectbox(key="lieu").select("autres").run()
    assert page.title[0].value.startswith("Les 19 autres communes comptent ensemble 2,1")
    assert "Aucun quartier prioritaire ni quartier de veille" in textes(page)


@pytest.mark.parametrize(
    ("cercles", "combien"), [("participants", 3), ("candidats", 6), ("salaries", 6), ("sorties", 4)]
)
def test_changer_d_indicateur_change_les_cercles(page, cercles, combien):
    page.selectbox(key="cercles").select(cercles).run()
    assert not page.exception
    assert len(couches(page)["quartiers-"]["data"]) == combien


@pytest.mark.parametrize(
    ("ou", "constat"), [("Longvic", "Longvic compte 11,5"), ("Nulle part", CONSTAT)]
)
def test_l_adresse_porte_le_filtre(ou, constat):
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30)
    essai.query_params["lieu"] = ou
    essai.run().switch_page("territoire.py").run()
    assert essai.title[0].value.startswith(constat)


def test_un_fichier_du_territoire_absent_est_nomme(ouvrir_page, tmp_path, monkeypatch):
    copie = tmp_path / "territoire"
    shutil.copytree(TERRITOIRE, copie)
    (copie / "qpv.csv").unlink()
    monkeypatch.setattr("plie_metrics.chemins.TERRITOIRE", copie)
    (message,) = [e.value for e in ouvrir_page("territoire.py").error]
    assert "data/territoire/qpv.csv manque" in message


def test_des_habitants_modifies_ne_sont_pas_montres(ouvrir_page, tmp_path, monkeypatch):
    copie = tmp_path / "territoire"
    shutil.copytree(TERRITOIRE, copie)
    communes = copie / "communes.csv"
    altere = communes.read_text(encoding="utf-8").replace("11702", "1702")
    communes.write_text(altere, encoding="utf-8")
    monkeypatch.setattr("plie_metrics.chemins.TERRITOIRE", copie)
    page = ouvrir_page("territoire.py")
    (message,) = [e.value for e in page.error]
    assert "data/territoire/communes.csv est tronqué ou a été modifié" in message
    assert not page.get("deck_gl_json_chart")


def test_le_nom_d_un_lieu_ne_met_rien_en_forme(monkeypatch):
    dits = []
    monkeypatch.setattr("streamlit.markdown", dits.append)
    lieu.filtre_actif("L*a* [b](http://x)")
    assert dits == [r"Filtre actif : **L\*a\* \[b\]\(http\://x\)**"]


def test_la_repartition_des_qpv_dit_sa_base_partout(page):
    assert "40 + 22 + 8 = 70\u202f% ne peut pas" in textes(page)
    noms = [e["texte"] for e in couches(page)["noms-quartiers"]["data"]]
    assert "Les Grésilles\n40\u202f% du public QPV" in noms
    assert "part des participants" not in textes(page).lower()
    options = page.selectbox(key="cercles").options
    assert options[0] == "Répartition des participants des QPV"
