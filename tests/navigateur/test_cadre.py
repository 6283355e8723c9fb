"""The frame: no first visit, however deep, gets around it."""

from urllib.request import Request, urlopen

import pytest

from tests.navigateur.serveur import attendre_page, serveur

pytestmark = [pytest.mark.navigateur, pytest.mark.xdist_group("navigateur")]

PAGE = {"Accept": "text/html"}


def ouvrir(navigateur, url):
    page = navigateur.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.goto(url)
    attendre_page(page)
    return page


def test_le_premier_visiteur_d_un_serveur_neuf_passe_par_le_cadre(navigateur):
    with serveur() as adresse:
        page = ouvrir(navigateur, f"{adresse}/clauses")
        assert page.locator(".stSidebar a").count() >= 8
        assert page.locator(".stSidebar").get_by_text("Rapprochement").count()
        assert not page.get_by_role("dialog").count()
        assert page.url == f"{adresse}/clauses"


@pytest.mark.parametrize("chemin", ["_cadre", "_menu", "inconnue", "_composants/tableau"])
def test_ce_qui_n_est_pas_au_menu_n_est_pas_servi(navigateur, adresse, chemin):
    page = ouvrir(navigateur, f"{adresse}/{chemin}")
    assert page.get_by_text(f"La page « {chemin} » n'existe pas").count() == 1
    assert not page.get_by_role("dialog").count()


def test_l_ancienne_adresse_de_l_accueil_mene_a_l_accueil(navigateur, adresse):
    assert ouvrir(navigateur, f"{adresse}/synthese?x=1").url == f"{adresse}/?x=1"


def test_les_entetes_de_securite(adresse):
    for chemin in ("/", "/clauses", "/_stcore/health"):
        with urlopen(Request(adresse + chemin, headers=PAGE)) as reponse:
            entetes = reponse.headers
        assert "default-src 'self'" in entetes["Content-Security-Policy"]
        assert entetes["X-Content-Type-Options"] == "nosniff"
        assert entetes["X-Frame-Options"] == "DENY"
        assert entetes["Referrer-Policy"] == "no-referrer"


def test_la_page_est_francaise_avant_tout_script(adresse):
    with urlopen(Request(adresse + "/", headers={**PAGE, "Accept-Encoding": "gzip"})) as reponse:
        html = reponse.read().decode()
    assert '<html lang="fr">' in html
    assert "<title>PLIE de Dijon Métropole</title>" in html
    assert len(html.encode()) == int(reponse.headers["Content-Length"])


def test_au_clavier_on_va_du_menu_a_une_page(navigateur, adresse):
    page = ouvrir(navigateur, adresse)
    lien = page.get_by_role("link", name="Objectifs et réalisations")
    for _ in range(30):
        page.keyboard.press("Tab")
        if lien.evaluate("e => e === document.activeElement"):
            break
    assert lien.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/objectifs")
    attendre_page(page)
    assert page.locator("h1").count() == 1
