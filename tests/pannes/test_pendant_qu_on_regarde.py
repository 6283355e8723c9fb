"""Published, erased or damaged while people look; a session cut, then resumed at its address."""

import shutil
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from plie_metrics.chemins import RACINE
from tests.pages.arretes import publier_essai
from tests.pannes.gestes import effacer_p1

JUIN, DECEMBRE = date(2016, 6, 30), date(2016, 12, 31)
PAGE = "synthese.py"


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
    monkeypatch.setattr("pages._acces.identite.refus", lambda: None)
    return tmp_path


def sans_faute(page):
    assert not page.exception
    assert [erreur.value for erreur in page.error] == []
    return page


def choix(page):
    return page.selectbox(key="arrete")


def test_un_arrete_publie_pendant_qu_on_regarde(ouvrir_page, dossier):
    publier_essai(dossier, JUIN)
    page = sans_faute(ouvrir_page(PAGE))
    assert choix(page).value == "2016-06-30"
    publier_essai(dossier, DECEMBRE)
    page.run()
    assert len(choix(sans_faute(page)).options) == 2
    assert choix(page).value == "2016-06-30"  # what was chosen stays


def test_un_arrete_reecrit_sans_une_personne_pendant_qu_on_regarde(ouvrir_page, dossier):
    publier_essai(dossier)
    page = sans_faute(ouvrir_page(PAGE))
    effacer_p1(dossier)
    page.run()
    assert choix(sans_faute(page)).value == "2016-12-31.2"


def test_un_arrete_abime_pendant_qu_on_regarde(ouvrir_page, dossier):
    publier_essai(dossier, JUIN)
    publier_essai(dossier, DECEMBRE)
    page = sans_faute(ouvrir_page(PAGE))
    fichier = dossier / "2016-12-31" / "parcours.parquet"
    fichier.write_bytes(fichier.read_bytes()[:-40])
    page.run()
    assert not page.exception
    assert choix(page).value == "2016-06-30"
    sans_faute(page)


def test_le_dossier_disparait_pendant_qu_on_regarde(ouvrir_page, dossier):
    publier_essai(dossier)
    page = sans_faute(ouvrir_page(PAGE))
    shutil.rmtree(dossier / "2016-12-31")
    page.run()
    sans_faute(page)
    assert page.title[0].value == "Aucun arrêté à montrer"
    assert any(m.value.startswith("Aucun arrêté n’est publié.") for m in page.markdown)


def test_une_session_coupee_reprend_a_son_adresse(ouvrir_page, dossier):
    """The address holds the choices: another session opened at it shows the same."""
    for arrete in (JUIN, DECEMBRE):
        publier_essai(dossier, arrete)
    coupee = ouvrir_page(PAGE)
    choix(coupee).set_value("2016-06-30").run()
    reprise = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30)
    reprise.query_params["arrete"] = choix(coupee).options[1]
    assert choix(sans_faute(reprise.run())).value == "2016-06-30"
    assert reprise.title[0].value == coupee.title[0].value
