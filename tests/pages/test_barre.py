"""The bar of choices above a page: what it offers to each profile, what it keeps, what it says."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import RACINE
from tests.pages.arretes import publier_essai


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
    return tmp_path


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


@pytest.mark.usefixtures("dossier")
def test_sans_arrete_la_page_dit_comment_en_avoir_un(ouvrir_page):
    page = ouvrir_page("synthese.py")
    assert page.title[0].value == "Aucun arrêté à montrer"
    (message,) = [bloc.value for bloc in page.markdown]
    assert "python -m plie_metrics demo" in message
    assert "python -m plie_metrics importer" in message


def test_le_dernier_arrete_d_abord_compare_au_precedent(ouvrir_page, dossier):
    for jour in (date(2016, 11, 30), date(2016, 12, 31)):
        publier_essai(dossier, jour)
    page = ouvrir_page("synthese.py")
    assert page.selectbox(key="arrete").value == "2016-12-31"
    assert page.selectbox(key="comparer").value == "Depuis l’arrêté du 30/11/2016"
    assert "évolutions depuis le 30/11/2016" in html(page)
    assert "Données de démonstration" in html(page)
    assert "prochain arrêté attendu au 31/03/2017" in html(page)


def test_les_filtres_actifs_sont_dits_et_un_clic_les_efface(ouvrir_page, dossier):
    publier_essai(dossier)
    page = ouvrir_page("synthese.py")
    page.multiselect(key="commune").select("21231").run()
    assert "commune\u00a0: Dijon" in html(page)
    assert page.title[0].value == "3\u00a0personnes accompagnées, sans objectif pour ces filtres"
    next(b for b in page.button if b.label == "Effacer").click().run()
    assert "ensemble du PLIE" in html(page)
    assert page.multiselect(key="commune").value == []


def test_un_lien_rouvre_le_meme_regard(dossier):
    publier_essai(dossier)
    page = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30)
    page.query_params["commune"] = "Dijon"
    page.query_params["periode"] = "Novembre 2016"
    page.run()
    assert "novembre 2016 · commune\u00a0: Dijon" in html(page)


def test_des_dates_a_l_envers_se_disent(ouvrir_page, dossier):
    publier_essai(dossier)
    page = ouvrir_page("synthese.py")
    page.selectbox(key="periode").select("Dates libres…").run()
    page.date_input(key="du").set_value(date(2016, 6, 1))
    page.date_input(key="au").set_value(date(2016, 5, 1)).run()
    (message,) = [e.value.replace("\\", "") for e in page.error]
    assert "inversez les deux dates" in message
