"""The meeting in a browser: a view added, commented, frozen, presented, handed over."""

import re
import shutil
from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.demonstration_prete import demonstration_prete
from tests.navigateur.installation import installer
from tests.navigateur.serveur import attendre_page, serveur

pytestmark = pytest.mark.navigateur

COMMENTAIRE = "Le rythme des entrées sera revu en mars."


@pytest.fixture(scope="module")
def chez_elle(tmp_path_factory):
    """The address of an installation of her own, with the solved demonstration."""
    racine = installer(tmp_path_factory.mktemp("copil") / "plie")
    shutil.copytree(demonstration_prete(), racine / "data" / "snapshots")
    with serveur(racine=racine) as adresse:
        yield adresse


def bouton(page, nom):
    return page.get_by_role("button", name=nom, exact=True)


def test_de_la_vue_choisie_au_fichier_remis(chez_elle, page_neuve):
    page = page_neuve
    page.goto(chez_elle)
    attendre_page(page)
    titre = ajouter(page)
    commenter(page, chez_elle)
    figer(page)
    presenter(page, titre)
    assert 729 in remettre(page)


def ajouter(page):
    """The first view of the Synthèse goes to the draft; its finding."""
    bloc = page.locator("[class*='st-key-pied-synthese-sorties']")
    bloc.get_by_role("button", name="Ajouter au COPIL").click()
    expect(page.get_by_text("Ajouté à")).to_be_visible()
    return page.locator(".stMain h2").filter(has_text="sorties sont positives").inner_text()


def commenter(page, adresse):
    page.goto(f"{adresse}/copil")
    attendre_page(page)
    zone = page.get_by_label("Commentaire, lu par tous")
    zone.fill(COMMENTAIRE)
    zone.press("Control+Enter")
    expect(page.locator(".diapo-commentaire")).to_have_text(COMMENTAIRE)


def figer(page):
    page.get_by_role("radio", name="Vérifier et figer").click()
    bouton(page, "Figer l’édition").click()
    expect(page.get_by_text("Édition figée")).to_be_visible()
    expect(page.locator(".diapo-commentaire")).to_have_text(COMMENTAIRE)


def presenter(page, titre):
    """The deck opens in a window of its own, with her comment and the fingerprint."""
    page.get_by_role("button", name=re.compile("^Préparer : .*[Dd]iaporama")).click()
    with page.context.expect_page() as ouverte:
        page.get_by_role("link", name="Présenter (nouvel onglet)").click()
    seance = ouverte.value
    seance.wait_for_load_state()
    seance.keyboard.press("ArrowRight")  # past the cover
    vue = seance.locator("section.vue:visible")
    expect(vue.locator("h2")).to_have_text(titre)
    expect(vue).to_contain_text(COMMENTAIRE)
    expect(vue.locator("svg").first).to_be_visible()
    seance.close()


def remettre(page):
    """The workbook, prepared then downloaded; what its cells hold."""
    page.get_by_role("button", name=re.compile("^Préparer : .*Excel")).click()
    with page.expect_download() as recu:
        page.get_by_role("button", name=re.compile("^Télécharger : .*Excel")).click()
    classeur = load_workbook(BytesIO(recu.value.path().read_bytes()))
    return {case for feuille in classeur for ligne in feuille.values for case in ligne}
