"""The map under a real click: every figure of the page follows, and adds up."""

import re
import time

import pytest
from playwright.sync_api import TimeoutError, expect

from plie_metrics.presentation.cartes.composition import TAILLE
from tests.navigateur.serveur import attendre_page

pytestmark = pytest.mark.navigateur

PATIENCE = 60_000  # milliseconds: the machine may be loaded
# a point of the map, in its pixels, and what its tooltip begins with
TALANT, CHENOVE, GRESILLES = (
    (245, 188, "Talant"),
    (200, 315, "Chenôve"),
    (365, 203, "Les Grésilles"),
)
HORS_CARTE = (TAILLE[0] - 20, TAILLE[1] - 20)


@pytest.fixture(scope="module")
def page(adresse, navigateur):
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    page = contexte.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{adresse}/territoire")
    page.wait_for_selector(".stMain h1")  # the first page of a fresh server, on a loaded machine
    attendre_page(page)
    page.wait_for_selector("[data-testid='stDeckGlJsonChart'] canvas")
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
            bulle.wait_for(state="visible", timeout=1500)
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


def nombre(texte):
    return int(re.sub(r"\D", "", texte))


def chiffre(page, nom):
    """The key figure of that name."""
    bloc = page.locator("dl.cles > div").filter(has=page.get_by_text(nom, exact=True))
    return nombre(bloc.locator("dd.cle").first.inner_text())


def du_tableau(page, legende, lieu):
    """The count of a place in the table of that caption, folded or not."""
    lignes = page.locator("table.plie").filter(has_text=legende).first.locator("tr")
    ligne = lignes.filter(has=page.locator("th", has_text=re.compile(f"^{lieu}$")))
    return nombre(ligne.locator("td").first.text_content())


def test_l_essentiel_tient_dans_un_ecran_de_portable_et_la_bulle_est_en_francais(page):
    cadre = page.locator("[data-testid='stDeckGlJsonChart']").bounding_box()
    assert cadre["y"] + cadre["height"] <= 768
    assert cadre["x"] + cadre["width"] <= 1366
    attendre_la_carte(page, TALANT)
    expect(page.locator(".deck-tooltip")).to_contain_text("11,7 pour 1 000 habitants")


def test_une_commune_choisie_sur_la_carte_deplace_tous_les_chiffres_et_ils_s_additionnent(page):
    tout = chiffre(page, "Personnes accompagnées")
    page.get_by_text("Voir les chiffres").last.click()
    communes = page.locator("table.plie").filter(has_text="par commune").first
    expect(communes).to_be_attached()
    comptes = [nombre(t) for t in communes.locator("tbody tr td:nth-child(2)").all_inner_texts()]
    assert sum(comptes[:-1]) == comptes[-1] == tout
    attendu = du_tableau(page, "par commune", "Chenôve")
    page.locator("h1").scroll_into_view_if_needed()  # opening the table has scrolled down
    cliquer(page, CHENOVE, "Chenôve")
    expect(page).to_have_url(re.compile(r"commune=Chen"), timeout=PATIENCE)
    expect(page.get_by_text("Filtre actif : Chenôve").first).to_be_visible()
    assert chiffre(page, "Personnes accompagnées") == attendu < tout


def test_un_second_clic_efface_et_un_quartier_remplace_la_commune(page):
    cliquer(page, GRESILLES, "Les Grésilles")
    expect(page).to_have_url(re.compile(r"qpv=Les"), timeout=PATIENCE)
    expect(page).not_to_have_url(re.compile(r"commune="), timeout=PATIENCE)
    page.mouse.click(*viser(page, HORS_CARTE))
    expect(page.locator("h1")).to_contain_text("Les Grésilles")
    cliquer(page, GRESILLES, "dans l’ensemble")
    expect(page).not_to_have_url(re.compile(r"qpv="), timeout=PATIENCE)


def test_la_liste_et_la_carte_restent_d_accord(page):
    """After a click, the box chooses another place: the forgotten click must not come back."""
    cliquer(page, TALANT, "Talant")
    boite = page.get_by_role("combobox", name="Commune ou quartier")
    boite.click()
    boite.fill("Longvic")  # the list draws only the names near the one chosen
    page.get_by_role("option", name="Longvic", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Longvic", timeout=PATIENCE)
    page.get_by_role("button", name="Effacer le filtre").click()
    expect(page.locator("h1")).to_contain_text("dans l’ensemble", timeout=PATIENCE)
