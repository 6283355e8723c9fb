"""The map under a real click."""

import re
import time

import pytest
from playwright.sync_api import TimeoutError, expect

from tests.navigateur.serveur import attendre_page

pytestmark = [pytest.mark.navigateur, pytest.mark.xdist_group("navigateur")]

# a point of the map, in its pixels, and what its tooltip begins with
TALANT, GRESILLES = (196, 160, "Talant"), (331, 181, "Les Grésilles")
HORS_CARTE = (560, 470)
PATIENCE = 30_000  # milliseconds: the machine may be loaded


@pytest.fixture
def page(adresse, navigateur):
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    page = contexte.new_page()
    page.goto(f"{adresse}/territoire")
    attendre_page(page)
    page.wait_for_selector("[data-testid='stDeckGlJsonChart'] canvas")
    attendre_la_carte(page, TALANT)
    yield page
    contexte.close()


def viser(page, lieu):
    """Put the pointer on this place of the map; give where it is in the window."""
    cadre = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    x, y = cadre["x"] + lieu[0], cadre["y"] + lieu[1]
    page.mouse.move(x, y)
    return x, y


def attendre_la_carte(page, lieu):
    """The map answers once it is drawn: point at a place until its own tooltip comes.

    A pointer that stays where it was says nothing again: it leaves the map between two attempts.
    """
    bulle = page.locator(".deck-tooltip").filter(has_text=lieu[2])
    limite = time.monotonic() + PATIENCE / 1000
    while True:
        viser(page, lieu)
        try:
            bulle.wait_for(state="visible", timeout=1000)
        except TimeoutError:
            if time.monotonic() > limite:
                raise
            page.mouse.move(5, 5)
        else:
            return


def cliquer(page, lieu, attendu):
    """Click on a place of the map until the title of the page says `attendu`.

    A loaded machine may lose a click while it draws: one that changed nothing is made again.
    """
    limite = time.monotonic() + PATIENCE / 1000
    while True:
        attendre_la_carte(page, lieu)
        page.mouse.click(*viser(page, lieu))
        try:
            expect(page.locator("h1")).to_contain_text(attendu, timeout=PATIENCE / 5)
        except AssertionError:
            if time.monotonic() > limite:
                raise
            page.mouse.move(5, 5)
        else:
            return


def cliquer_a_cote(page):
    page.mouse.click(*viser(page, HORS_CARTE))


def attendre_le_titre(page, texte):
    expect(page.locator("h1")).to_contain_text(texte, timeout=PATIENCE)


def test_un_clic_filtre_un_second_efface(page):
    cliquer(page, TALANT, "Talant compte 11,7")
    expect(page).to_have_url(re.compile(r"lieu=Talant"), timeout=PATIENCE)
    expect(page.get_by_text("Filtre actif : Talant").first).to_be_visible()
    cliquer(page, GRESILLES, "Les Grésilles, QPV de Dijon")
    cliquer_a_cote(page)
    attendre_le_titre(page, "Les Grésilles, QPV de Dijon")
    cliquer(page, GRESILLES, "Participants par habitant")
    expect(page).not_to_have_url(re.compile(r"lieu="), timeout=PATIENCE)


def test_la_liste_et_la_carte_restent_d_accord(page):
    """After a click, the box chooses another place: the forgotten click must not come back."""
    cliquer(page, TALANT, "Talant compte")
    page.get_by_role("combobox", name="Commune ou quartier").click()
    page.get_by_role("option", name="Longvic", exact=True).click()
    attendre_le_titre(page, "Longvic compte")
    page.get_by_role("button", name="Effacer le filtre").click()
    attendre_le_titre(page, "Participants par habitant")


def test_l_essentiel_tient_dans_un_ecran_de_portable(page):
    bas = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    assert bas["y"] + bas["height"] <= 768
    dernier = page.locator(".stVegaLiteChart").nth(1).bounding_box()
    assert dernier["y"] + dernier["height"] <= 768


def test_la_bulle_est_en_francais(page):
    viser(page, TALANT)
    expect(page.locator(".deck-tooltip")).to_contain_text("137 participants, 11,7 pour 1 000 hab")
