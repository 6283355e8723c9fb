"""An error that nobody foresaw, in a page and in a callback: a French sentence and no detail."""

import pytest
from playwright.sync_api import expect

from tests.navigateur.serveur import attendre_page

pytestmark = pytest.mark.navigateur


@pytest.mark.parametrize("bouton", ["Faute au clic", "Faute dans la page"])
def test_le_visiteur_lit_une_phrase_et_aucun_detail(page_neuve, locale, bouton):
    page = page_neuve
    recus: list[str | bytes] = []

    def suivre(prise):
        prise.on("framereceived", lambda trame: recus.extend([trame]))

    page.on("websocket", suivre)
    page.goto(f"{locale}/methode")
    attendre_page(page)
    page.get_by_role("button", name=bouton).click()
    alerte = page.get_by_role("alert").filter(has_text="erreur imprévue")
    expect(alerte).to_contain_text("le détail est dans le journal du serveur")
    assert not page.locator("[data-testid='stException']").count()
    envoye = b"".join(t if isinstance(t, bytes) else t.encode() for t in recus)
    assert b"erreur impr" in envoye
    for secret in (b"DETAIL", b"RuntimeError", b"Traceback", b"methode.py"):
        assert secret not in envoye
