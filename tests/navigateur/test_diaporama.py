"""The deck in Chromium, offline, from a file: keys, notes, list, print."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from plie_metrics.exports.diaporama import en_diaporama
from tests.editions.exemples import edition

pytestmark = pytest.mark.navigateur


@pytest.fixture(scope="module")
def ouverte(tmp_path_factory, navigateur):
    """The deck opened without any network; what the console said; what was asked outside."""
    fichier = tmp_path_factory.mktemp("diaporama") / "copil.html"
    fichier.write_bytes(en_diaporama(edition()))
    contexte = navigateur.new_context(
        viewport={"width": 1366, "height": 768}, locale="fr-FR", offline=True
    )
    page = contexte.new_page()
    dits, demandes = [], []
    page.on("console", lambda message: dits.append(message.text))
    page.on("pageerror", lambda erreur: dits.append(str(erreur)))
    page.on("request", lambda requete: demandes.append(requete.url))
    page.goto(fichier.as_uri())
    yield page, dits, demandes
    contexte.close()


def montree(page):
    return page.locator("section.vue:visible").count(), page.evaluate("location.hash")


def test_le_diaporama_se_conduit_au_clavier(ouverte):
    page, dits, demandes = ouverte
    assert montree(page) == (1, "#1")
    for touche, ou in [
        ("ArrowRight", "#2"),
        ("PageDown", "#3"),
        ("ArrowLeft", "#2"),
        ("End", "#5"),
        ("ArrowRight", "#5"),
        ("PageUp", "#4"),
        ("Home", "#1"),
        (" ", "#2"),
    ]:
        page.keyboard.press(touche)
        assert montree(page) == (1, ou), touche
    assert "Vue 2 sur 5" in page.locator("#annonce").inner_text()
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert dits == []
    assert [adresse for adresse in demandes if not adresse.startswith(("file:", "data:"))] == []


def test_commentaire_chiffres_liste_et_plein_ecran(ouverte):
    page, _, _ = ouverte
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    commentaire = page.locator("section.vue.active .commentaire")
    tableau = page.locator("section.vue.active table")
    assert commentaire.is_visible()
    assert not tableau.is_visible()
    page.keyboard.press("c")
    page.keyboard.press("t")
    assert not commentaire.is_visible()
    assert tableau.is_visible()
    assert page.locator("#bouton-chiffres").get_attribute("aria-pressed") == "true"
    page.keyboard.press("c")
    page.keyboard.press("t")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.keyboard.press("l")
    page.get_by_role("button", name="Décisions").click()
    assert montree(page) == (1, "#4")


def test_les_notes_suivent_dans_une_autre_fenetre_avec_l_heure(ouverte):
    page, _, _ = ouverte
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    with page.expect_popup() as ouverture:
        page.keyboard.press("n")
    notes = ouverture.value
    notes.wait_for_function("document.getElementById('heure').textContent.includes('depuis')")
    lu = notes.inner_text("body")
    assert "Rappeler le courrier aux prescripteurs." in lu
    assert "Nombre de parcours commencés" in lu
    notes.keyboard.press("ArrowRight")
    assert montree(page)[1] == "#3"
    assert "3 / 5" in notes.inner_text("#titre")
    notes.close()
    # the notes are on no slide
    assert page.get_by_text("Rappeler le courrier").count() == 2
    assert not page.get_by_text("Rappeler le courrier").first.is_visible()


def test_rien_ne_deborde_et_chaque_vue_s_imprime_sur_une_page_suivie_de_ses_chiffres(ouverte):
    page, _, _ = ouverte
    page.keyboard.press("Home")
    for _ in range(5):
        debord = page.evaluate(
            "[document.documentElement.scrollWidth - innerWidth,"
            " document.documentElement.scrollHeight - innerHeight]"
        )
        assert max(debord) <= 0
        page.keyboard.press("ArrowRight")
    imprime = page.pdf(prefer_css_page_size=True)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(imprime)).pages]
    assert len(pages) == 6
    assert "1\u202f204" not in pages[1]
    assert "1\u202f204" in pages[2]


def test_aucune_faute_d_accessibilite_grave(ouverte):
    page, _, _ = ouverte
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    fautes = Axe().run(page).response["violations"]
    assert [faute["id"] for faute in fautes if faute["impact"] in ("serious", "critical")] == []
