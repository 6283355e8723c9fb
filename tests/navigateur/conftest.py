"""One browser for the whole suite; few servers, each shared by every test that can."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.navigateur.installation import installer, publier_reel
from tests.navigateur.serveur import attendre_page, chromium, serveur

# a machine that runs other work beside the tests draws a page slowly, not wrongly
expect.set_options(timeout=20_000)

FAUTES = """

def _faute():
    raise RuntimeError("DETAIL du participant P1")


st.button("Faute au clic", on_click=_faute)
if st.button("Faute dans la page"):
    _faute()
"""


@dataclass(frozen=True)
class PremiereVisite:
    """What the very first visitor of the server saw, by a deep link."""

    serveur: str
    adresse: str
    liens: int
    rapprochement: int
    dialogues: int


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    with chromium() as fenetre:
        yield fenetre


@pytest.fixture(scope="session")
def fenetre_commune(navigateur) -> Iterator[BrowserContext]:
    """A laptop's window whose cache is warm: the scripts of Streamlit are read once."""
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    yield contexte
    contexte.close()


@pytest.fixture
def page_neuve(fenetre_commune) -> Iterator[Page]:
    """A page that remembers nothing of the tests before."""
    page = fenetre_commune.new_page()
    yield page
    page.evaluate("() => { try { localStorage.clear() } catch { } }")
    page.close()
    fenetre_commune.clear_cookies()


@pytest.fixture(scope="session")
def premiere_visite(fenetre_commune) -> Iterator[PremiereVisite]:
    """The server of the suite, and what its first visitor saw: nobody came before."""
    with serveur() as url:
        page = fenetre_commune.new_page()
        page.goto(f"{url}/clauses")
        attendre_page(page)
        menu = page.locator(".stSidebar")
        vue = PremiereVisite(
            url,
            page.url,
            menu.locator("a").count(),
            menu.get_by_text("Rapprochement").count(),
            page.get_by_role("dialog").count(),
        )
        page.close()
        yield vue


@pytest.fixture(scope="session")
def adresse(premiere_visite) -> str:
    return premiere_visite.serveur


@pytest.fixture(scope="session")
def locale(tmp_path_factory) -> Iterator[str]:
    """Real data open on this machine; its page Méthode has two buttons that fail."""
    racine = installer(tmp_path_factory.mktemp("locale"), exposition="locale")
    publier_reel(racine)
    with (racine / "pages" / "methode.py").open("a", encoding="utf-8") as fichier:
        fichier.write(FAUTES)
    with serveur(racine=racine) as url:
        yield url
