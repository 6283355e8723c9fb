"""Every page in Chromium: drawn, French, silent on the network, readable by all, printable."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages._menu import ACCUEIL, MENU
from tests.navigateur.serveur import attendre_calme, attendre_page

pytestmark = pytest.mark.navigateur

ENTREES = [entree for section in MENU.values() for entree in section]
# written by Streamlit itself, in English, outside our pages: hidden or harmless
PLAINTES = ("Security Policy", "rror", "Dropping")
TABLEAUX_SUPERPOSES = """() => {
  const cadres = [...document.querySelectorAll('.stHtml:has(> table.plie)')]
    .filter(t => !t.closest('details:not([open])')).map(t => t.getBoundingClientRect());
  return cadres.flatMap((a, i) => cadres.slice(i + 1)
    .filter(b => a.left < b.right - 1 && b.left < a.right - 1 &&
                 a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(b => [a.left, a.right, b.left, b.right]));
}"""
ANGLAIS = ("Page not found", "Traceback", "Error:", "None", "nan", "undefined", "null")


@pytest.fixture(params=ENTREES, ids=lambda entree: entree.adresse)
def visite(request, adresse, page_neuve):
    """A page freshly opened in a laptop's window, with all that it asked for and complained of."""
    page = page_neuve
    page.demandes, page.plaintes = [], []
    page.on("request", lambda demande: page.demandes.append(demande.url))
    page.on("websocket", lambda prise: page.demandes.append(prise.url))
    page.on("pageerror", lambda erreur: page.plaintes.append(str(erreur)))
    page.on(
        "console",
        lambda m: page.plaintes.append(m.text) if m.type in ("error", "warning") else None,
    )
    page.goto(f"{adresse}/{'' if request.param is ACCUEIL else request.param.adresse}")
    attendre_page(page)
    return page


def test_la_page_tient_ses_promesses(visite, adresse):
    """One visit, every check: a page costs two seconds to open."""
    verifier_francais(visite)
    verifier_silence(visite, adresse)
    verifier_accessibilite(visite)
    verifier_graphiques(visite)
    verifier_impression(visite)
    for largeur in (1366, 683):
        verifier_rien_ne_deborde(visite, largeur)
    assert [p for p in visite.plaintes if any(mot in p for mot in PLAINTES)] == []


def test_la_synthese_s_imprime_cartes_cote_a_cote_sur_deux_pages_au_plus(adresse, page_neuve):
    page = page_neuve
    page.goto(adresse)
    attendre_page(page)
    imprime = page.pdf(format="A4", landscape=True)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 717})  # an A4 sheet lying, less its margins
    cadres = [carte.bounding_box() for carte in page.locator("h2.carte-titre").all()]
    assert len(re.findall(rb"/Type\s*/Page\b", imprime)) <= 2
    assert len({cadre["y"] for cadre in cadres}) == 1
    assert cadres[0]["y"] < 200
    assert [cadre["x"] for cadre in cadres] == sorted({cadre["x"] for cadre in cadres})


def verifier_francais(page):
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.locator("h1").count() == 1
    texte = page.inner_text(".stMain")
    assert [mot for mot in ANGLAIS if mot in texte.split()] == []
    assert not page.locator("[data-testid='stException']").count()
    assert not page.locator("[data-testid='stAlertContentError']").count()


def verifier_silence(page, adresse):
    hotes = {
        urlsplit(url).netloc for url in page.demandes if not url.startswith(("data:", "blob:"))
    }
    assert hotes == {urlsplit(adresse).netloc}


def verifier_rien_ne_deborde(page, largeur):
    """Neither the page out of its window, nor a table over another one."""
    page.set_viewport_size({"width": largeur, "height": 768})
    page.wait_for_timeout(60)
    attendre_calme(page)
    assert page.evaluate(TABLEAUX_SUPERPOSES) == []
    assert (
        page.evaluate(
            "() => { const m = document.querySelector('.stMain');"
            " return m.scrollWidth - m.clientWidth }"
        )
        <= 0
    )


def verifier_graphiques(page):
    """Vega says nothing itself: neither its English toolbar, nor labels that read out the code."""
    assert not page.locator("[data-testid='stElementToolbar']").filter(visible=True).count()
    assert not page.locator(".stVegaLiteChart svg [aria-label]").count()
    for graphique in page.locator(".stVegaLiteChart").all():
        assert graphique.get_attribute("aria-label")


def verifier_accessibilite(page):
    rapport = Axe().run(page)
    graves = [
        (v["id"], [n["html"][:160] for n in v["nodes"]][:3])
        for v in rapport.response["violations"]
        if v["impact"] != "minor"
    ]
    assert graves == []


def verifier_impression(page):
    page.emulate_media(media="print")
    assert not page.locator(".stSidebar").is_visible()
    assert page.locator("h1").is_visible()
    page.emulate_media(media="screen")
