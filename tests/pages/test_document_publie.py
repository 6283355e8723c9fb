"""The page « Document publié »: the document whole, for every profile, and it says so."""

import pytest
from streamlit.testing.v1 import AppTest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.document import MOTS, titre_du_tableau
from plie_metrics.publications.lecture import ouvrir as ouvrir_document
from tests.conftest import RACINE


def ouvrir(profil):
    page = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=60)
    page.query_params["profil"] = profil
    page.run()
    page.switch_page("document_publie.py")
    return page.run()


@pytest.mark.usefixtures("demonstration_ouverte")
def test_le_public_lit_le_document_tel_qu_imprime_et_pourquoi():
    page = ouvrir("public")
    assert not page.exception
    corps = " ".join(bloc.proto.body for bloc in page.main.get("html"))
    assert "le secret statistique n’y est pas appliqué" in corps
    assert "depuis 2008" in corps
    page.selectbox(key="document_publie").set_value("rapport_cnml_2009")
    assert "missions locales" in page.run().title[0].value


@pytest.mark.parametrize(
    ("code", "titre"),
    [("normes_referents", "Normes référents"), ("presentation_plie", "Présentation PLIE")],
)
def test_le_nom_d_un_tableau_s_ecrit_avec_ses_accents(code, titre):
    assert titre_du_tableau(code) == titre


def test_chaque_mot_connu_sert_a_un_tableau_imprime():
    documents = [f.stem for f in PUBLICATIONS.glob("*.parquet")]
    codes = {c.tableau for nom in documents for c in ouvrir_document(PUBLICATIONS, nom)}
    assert set(MOTS) <= {mot for code in codes for mot in code.split("_")}
