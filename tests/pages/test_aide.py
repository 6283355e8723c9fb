"""The page « Aide »: each role has its guides, and is sent only where it may go."""

import pytest

from pages._menu import MENU
from plie_metrics.presentation.aide import GUIDES, guides_de
from plie_metrics.secret.profils import PROFILS

ENTREES = {entree.adresse: entree for section in MENU.values() for entree in section}


def test_chaque_profil_a_ses_guides():
    assert set(GUIDES) == set(PROFILS)


@pytest.mark.parametrize("role", GUIDES)
def test_une_etape_mene_a_une_page_ouverte_a_ce_role(role):
    for guide in guides_de(role):
        for etape in guide.etapes:
            assert not etape.adresse or role in ENTREES[etape.adresse].profils, etape


def test_la_coordination_lit_comment_preparer_un_copil(ouvrir_page):
    page = ouvrir_page("aide.py")
    assert not page.exception
    textes = " ".join(e.value for e in page.markdown)
    assert "Vérifiez que le dernier arrêté est publié" in textes
    page.segmented_control(key="role").set_value("financeur").run()
    assert not page.exception
    assert "recomptent" in " ".join(e.value for e in page.markdown)
