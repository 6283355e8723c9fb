"""The method page: the back-test of the projections, for who sees exact figures."""

import pytest
from streamlit.testing.v1 import AppTest

from plie_metrics.objectifs.explication import SUR_DONNEES_SIMULEES
from plie_metrics.typographie import typographier
from tests.conftest import RACINE
from tests.objectifs.test_retrospective import ESSAIS
from tests.pages.arretes import publier_essai


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
    return tmp_path


def ouvrir(profil=""):
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=90)
    if profil:
        essai.query_params["profil"] = profil
    return essai.run().switch_page("methode.py").run()


def texte(page):
    titres = [bloc.value for bloc in page.header]
    return " ".join([*titres, *(bloc.proto.body for bloc in page.get("html"))])


def test_sans_arrete_il_reste_l_explication(dossier):
    page = ouvrir()
    assert not list(dossier.iterdir())
    assert not page.exception
    assert "Comment une projection est calculée" in texte(page)
    assert "sur le passé" not in " ".join(bloc.value for bloc in page.header)


def test_il_faut_deux_annees_completes(dossier):
    publier_essai(dossier)
    assert "demande deux années complètes" in texte(ouvrir())


def test_le_tableau_dit_ce_qu_il_ne_prouve_pas(dossier, monkeypatch):
    monkeypatch.setattr("pages._composants.retrospective.retrospective", lambda *_: ESSAIS)
    publier_essai(dossier)
    page = ouvrir()
    assert not page.exception
    legende = typographier(f"Essai de la projection sur le passé ({SUR_DONNEES_SIMULEES})")
    assert legende in texte(page)
    assert "contenait la valeur finale 2 fois sur 4" in texte(page)


def test_qui_voit_des_agregats_a_l_explication_seule(dossier, monkeypatch):
    monkeypatch.setattr(
        "pages._composants.retrospective.retrospective", lambda *_: pytest.fail("computed")
    )
    publier_essai(dossier)
    page = ouvrir("Financeur")
    assert not page.exception
    assert "Comment une projection est calculée" in texte(page)
    assert "Essai de la projection" not in texte(page)
