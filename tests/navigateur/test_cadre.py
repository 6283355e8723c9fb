"""The frame: no first visit, however deep, gets around it."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from pages._menu import ACCUEIL, MENU
from plie_metrics.secret.profils import PUBLIC
from plie_metrics.typographie import typographier
from tests.navigateur.serveur import attendre_page, serveur

pytestmark = pytest.mark.navigateur

PAGE = {"Accept": "text/html"}


def menu(page):
    """The titles of the menu, those of the folded groups too."""
    return page.locator(".st-key-menu a").all_text_contents()


def ouvrir(page, url):
    page.goto(url)
    attendre_page(page)
    return page


def test_le_premier_visiteur_d_un_serveur_neuf_passe_par_le_cadre(premiere_visite):
    assert premiere_visite.liens >= 8
    assert premiere_visite.rapprochement
    assert not premiere_visite.dialogues
    assert premiere_visite.adresse == f"{premiere_visite.serveur}/clauses"


def test_le_premier_visiteur_d_un_serveur_neuf_ne_contourne_pas_son_profil(page_neuve):
    """Every page closed to the public; each profile on each page: tests/acces/test_cadre.py."""
    fermees = [e for section in MENU.values() for e in section if PUBLIC.nom not in e.profils]
    assert fermees
    with serveur() as adresse:
        for entree in fermees:
            page = ouvrir(page_neuve, f"{adresse}/{entree.adresse}?profil={PUBLIC.libelle}")
            assert page.inner_text("h1") == "Cette page ne vous est pas ouverte"
            assert ACCUEIL.titre in menu(page)
            assert typographier(entree.titre) not in menu(page)


def test_le_profil_choisi_suit_de_page_en_page_et_se_partage(page_neuve, adresse):
    page = ouvrir(page_neuve, f"{adresse}/clauses?profil=public")
    compte = page.locator(".stSidebar .contexte")
    expect(compte).to_contain_text("effectifs de 1 à 10 masqués")
    page.get_by_role("combobox", name="Voir comme").click()
    page.get_by_role("option", name="Financeur").click()
    expect(compte).to_contain_text("effectifs de 1 à 4 masqués")
    deplier(page, "Vérifier")
    page.get_by_role("link", name="Aide", exact=True).click()
    page.wait_for_url("**/aide?profil=Financeur")
    expect(compte).to_contain_text("Profil Financeur")


def deplier(page, groupe):
    page.locator(".st-key-menu summary").filter(has_text=groupe).click()


def test_un_filtre_survit_au_menu_meme_par_une_page_qui_ne_filtre_rien(page_neuve, adresse):
    page = ouvrir(page_neuve, f"{adresse}/?commune=Dijon")
    constat = page.inner_text("h1")
    replies = page.locator(".st-key-menu details:not([open])")
    assert replies.count() == page.locator(".st-key-menu details").count() - 1
    deplier(page, "Vérifier")
    page.get_by_role("link", name="Aide", exact=True).click()
    page.wait_for_url("**/aide")
    attendre_page(page)  # the menu of the new page takes the place of the one that was unfolded
    deplier(page, "Piloter")
    page.locator(".st-key-menu").get_by_role("link", name="Synthèse", exact=True).click()
    page.wait_for_url("**/?commune=Dijon")
    expect(page.locator("h1")).to_have_text(constat)
    expect(page.locator(".stMain .contexte").first).to_contain_text("commune : Dijon")


@pytest.mark.parametrize("chemin", ["_cadre", "inconnue", "_acces/identite"])
def test_ce_qui_n_est_pas_au_menu_n_est_pas_servi(page_neuve, adresse, chemin):
    page = ouvrir(page_neuve, f"{adresse}/{chemin}")
    assert page.get_by_text(f"La page « {chemin} » n’existe pas").count() == 1
    assert not page.get_by_role("dialog").count()


def test_l_ancienne_adresse_de_l_accueil_mene_a_l_accueil(page_neuve, adresse):
    assert ouvrir(page_neuve, f"{adresse}/synthese?x=1").url == f"{adresse}/?x=1"


@pytest.mark.parametrize(
    "chemin",
    ["_stcore/metrics", "_stcore/agent/openapi.json", "_stcore/script-health-check", "component/x"],
)
def test_ce_dont_aucune_page_n_a_besoin_ne_repond_pas(adresse, chemin):
    with pytest.raises(HTTPError) as refus, urlopen(f"{adresse}/{chemin}"):
        pass
    assert refus.value.code == 404
    refus.value.close()


def test_un_envoi_sans_session_permise_est_refuse(adresse):
    envoi = Request(f"{adresse}/_stcore/upload_file/session/fichier", b"x", method="PUT")
    with pytest.raises(HTTPError) as refus, urlopen(envoi):
        pass
    assert refus.value.code == 403
    refus.value.close()


def test_les_entetes_de_securite(adresse):
    for chemin in ("/", "/clauses", "/_stcore/health"):
        with urlopen(Request(adresse + chemin, headers=PAGE)) as reponse:
            entetes = reponse.headers
        assert "default-src 'none'" in entetes["Content-Security-Policy"]
        assert entetes["X-Content-Type-Options"] == "nosniff"
        assert entetes["X-Frame-Options"] == "DENY"
        assert entetes["Referrer-Policy"] == "no-referrer"
        assert entetes["Cache-Control"] == "no-store"


def test_la_politique_n_admet_ni_script_ecrit_ni_hote_du_dehors(adresse):
    with urlopen(Request(adresse + "/", headers=PAGE)) as reponse:
        politique = reponse.headers["Content-Security-Policy"]
    directives = dict(partie.split(" ", 1) for partie in politique.split("; "))
    assert directives["default-src"] == "'none'"
    assert "unsafe-inline" not in directives["script-src"]
    assert "'unsafe-eval'" not in directives["script-src"]
    assert "http" not in politique
    assert "*" not in politique


def test_la_page_est_francaise_avant_tout_script(adresse):
    with urlopen(Request(adresse + "/", headers={**PAGE, "Accept-Encoding": "gzip"})) as reponse:
        html = reponse.read().decode()
    assert '<html lang="fr">' in html
    assert "<title>PLIE de Dijon Métropole</title>" in html
    assert len(html.encode()) == int(reponse.headers["Content-Length"])


def test_au_clavier_on_va_du_menu_a_une_page(page_neuve, adresse):
    page = ouvrir(page_neuve, adresse)
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
