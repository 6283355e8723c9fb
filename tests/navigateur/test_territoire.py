"""The map under a real click."""

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.serveur import attendre_page

pytestmark = [pytest.mark.navigateur, pytest.mark.xdist_group("navigateur")]

TALANT, GRESILLES, HORS_CARTE = (196, 160), (331, 181), (560, 470)


@pytest.fixture
def page(adresse, navigateur):
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    page = contexte.new_page()
    page.goto(f"{adresse}/territoire")
    attendre_page(page)
    page.wait_for_selector("[data-testid='stDeckGlJsonChart'] canvas")
    page.wait_for_timeout(800)
    yield page
    contexte.close()


def cliquer(page, point):
    cadre = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    page.mouse.move(cadre["x"] + point[0], cadre["y"] + point[1])
    page.mouse.click(cadre["x"] + point[0], cadre["y"] + point[1])


def test_un_clic_filtre_un_second_efface(page):
    titre = page.locator("h1")
    cliquer(page, TALANT)
    expect(titre).to_contain_text("Talant compte 11,7")
    expect(page).to_have_url(re.compile(r"lieu=Talant"))
    expect(page.get_by_text("Filtre actif : Talant").first).to_be_visible()
    cliquer(page, GRESILLES)
    expect(titre).to_contain_text("Les Grésilles, QPV de Dijon")
    cliquer(page, HORS_CARTE)
    expect(titre).to_contain_text("Les Grésilles, QPV de Dijon")
    cliquer(page, GRESILLES)
    expect(titre).to_contain_text("fois plus de participants par habitant")
    expect(page).not_to_have_url(re.compile(r"lieu="))


def test_la_liste_et_la_carte_restent_d_accord(page):
    """After a click, the box chooses another place: the forgotten click must not come back."""
    titre = page.locator("h1")
    cliquer(page, TALANT)
    expect(titre).to_contain_text("Talant compte")
    page.get_by_role("combobox", name="Commune ou quartier").click()
    page.get_by_role("option", name="Longvic", exact=True).click()
    expect(titre).to_contain_text("Longvic compte")
    page.get_by_role("button", name="Effacer le filtre").click()
    expect(titre).to_contain_text("fois plus de participants par habitant")


def test_l_essentiel_tient_dans_un_ecran_de_portable(page):
    bas = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    assert bas["y"] + bas["height"] <= 768
    dernier = page.locator(".stVegaLiteChart").nth(1).bounding_box()
    assert dernier["y"] + dernier["height"] <= 768


def test_la_bulle_est_en_francais(page):
    cadre = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    page.mouse.move(cadre["x"] + TALANT[0], cadre["y"] + TALANT[1])
    expect(page.locator(".deck-tooltip")).to_contain_text("137 participants, 11,7 pour 1 000 hab")
