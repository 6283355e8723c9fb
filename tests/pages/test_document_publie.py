"""The page « Document publié »: the document whole, for every profile, and it says so."""

import pytest
from streamlit.testing.v1 import AppTest

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
