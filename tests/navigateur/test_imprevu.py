"""An error that nobody foresaw, in a page and in a callback: a French sentence and no detail."""

import pytest
from playwright.sync_api import expect

from tests.navigateur.installation import installer
from tests.navigateur.serveur import attendre_page, serveur

pytestmark = [pytest.mark.navigateur, pytest.mark.xdist_group("navigateur")]

FAUTES = """

def _faute():
    raise RuntimeError("DETAIL du participant P1")


st.button("Faute au clic", on_click=_faute)
if st.button("Faute dans la page"):
    _faute()
"""


@pytest.fixture(scope="module")
def fautive(tmp_path_factory):
    racine = installer(tmp_path_factory.mktemp("fautive"))
    with (racine / "pages" / "methode.py").open("a", encoding="utf-8") as fichier:
        fichier.write(FAUTES)
    with serveur(racine=racine) as adresse:
        yield adresse


@pytest.mark.parametrize("bouton", ["Faute au clic", "Faute dans la page"])
def test_le_visiteur_lit_une_phrase_et_aucun_detail(navigateur, fautive, bouton):
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    page = contexte.new_page()
    recus: list[str | bytes] = []

    def suivre(prise):
        prise.on("framereceived", lambda trame: recus.extend([trame]))

    page.on("websocket", suivre)
    page.goto(f"{fautive}/methode")
    attendre_page(page)
    page.get_by_role("button", name=bouton).click()
    alerte = page.get_by_role("alert").filter(has_text="erreur imprévue")
    expect(alerte).to_contain_text("le détail est dans le journal du serveur")
    assert not page.locator("[data-testid='stException']").count()
    envoye = b"".join(t if isinstance(t, bytes) else t.encode() for t in recus)
    assert b"erreur impr" in envoye
    for secret in (b"DETAIL", b"RuntimeError", b"Traceback", b"methode.py"):
        assert secret not in envoye
    contexte.close()
