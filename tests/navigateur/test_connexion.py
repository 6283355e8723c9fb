"""Signing in with a real provider, in a real browser: in, one's own page and rights, out."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.navigateur.fournisseur import fournisseur, secrets_de_connexion
from tests.navigateur.installation import installer, publier_reel
from tests.navigateur.serveur import attendre_page, port_libre, serveur

pytestmark = pytest.mark.navigateur

MARTIN, EUROPE, PASSANTE = "martin@exemple.fr", "europe@exemple.fr", "passante@exemple.fr"
COMPTES = {MARTIN: '{ profil = "referent", referent = "R2" }', EUROPE: '"financeur"'}
PORTE = "Connectez-vous pour ouvrir le tableau de bord"


class Maison:
    """The dashboard under test: its address, its secrets and its journal."""

    def __init__(self, adresse, secrets, journal, ecrire):
        self.adresse, self.secrets, self.journal, self.ecrire = adresse, secrets, journal, ecrire

    def faits(self):
        lignes = self.journal.read_text("utf-8").splitlines()
        return [{c: v for c, v in json.loads(ligne).items() if c != "quand"} for ligne in lignes]


@pytest.fixture(scope="module")
def maison(tmp_path_factory):
    dossier = tmp_path_factory.mktemp("maison")
    port = port_libre()
    adresse = f"http://localhost:{port}"
    gens = [{"sub": m.split("@")[0], "email": m} for m in (MARTIN, EUROPE, PASSANTE)]
    with fournisseur(gens) as fourni:

        def ecrire(comptes):
            secrets.write_text(secrets_de_connexion(fourni, adresse, comptes), encoding="utf-8")

        racine = installer(dossier, secrets=secrets_de_connexion(fourni, adresse, COMPTES))
        publier_reel(racine)
        secrets = racine / ".streamlit" / "secrets.toml"
        with serveur(racine=racine, port=port):
            yield Maison(adresse, secrets, racine / "data" / "journal" / "acces.jsonl", ecrire)


@pytest.fixture(scope="module")
def fenetre_de_la_maison(navigateur):
    """Its cache stays warm from test to test."""
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    yield contexte
    contexte.close()


@pytest.fixture
def fenetre(fenetre_de_la_maison, maison):
    """Nobody is signed in, no page is open."""
    maison.ecrire(COMPTES)
    fenetre_de_la_maison.clear_cookies()
    yield fenetre_de_la_maison
    for page in fenetre_de_la_maison.pages:
        page.close()


def se_connecter(fenetre, maison, qui, chemin="/"):
    page = fenetre.new_page()
    page.goto(maison.adresse + chemin)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("button", name=qui.split("@")[0], exact=True).click()
    page.wait_for_url(f"{maison.adresse}/**")
    attendre_page(page)
    return page


def liens(page, titre):
    """The links of the menu with this title, in the folded groups too."""
    return page.locator(".stSidebar").get_by_role(
        "link", name=titre, exact=True, include_hidden=True
    )


def aller(page, groupe, titre):
    page.locator(".st-key-menu summary").filter(has_text=groupe).click()
    page.get_by_role("link", name=titre, exact=True).click()


def compte(page):
    return page.locator(".stSidebar .contexte")


def test_se_connecter_ramene_a_la_page_demandee_avec_ses_seuls_droits(fenetre, maison):
    page = fenetre.new_page()
    page.goto(f"{maison.adresse}/clauses?lieu=Talant")
    attendre_page(page)
    expect(page.locator("h1")).to_have_text(PORTE)
    assert not page.locator(".stSidebar a").count()
    assert page.locator(".stMain .stHtml, .stMain .stVegaLiteChart").count() == 1
    page.close()
    page = se_connecter(fenetre, maison, MARTIN, "/clauses?lieu=Talant")
    verifier_journal(maison)
    assert page.url == f"{maison.adresse}/clauses?lieu=Talant"
    expect(page.locator("h1")).to_contain_text("Clauses d’insertion")
    expect(compte(page)).to_contain_text(f"{MARTIN} · Profil Référent")
    expect(compte(page)).to_contain_text("portefeuille R2")
    assert liens(page, "Référents").count() == 1
    assert not liens(page, "Données").count()
    verifier_portefeuille(page, maison)
    page.goto(f"{maison.adresse}/donnees?profil=coordination")
    attendre_page(page)
    expect(page.locator("h1")).to_have_text("Cette page ne vous est pas ouverte")


def verifier_journal(maison):
    """Who came, on which page, and nothing more."""
    assert maison.faits()[-2:] == [
        {"action": "connexion", "qui": MARTIN},
        {"action": "page", "qui": MARTIN, "profil": "referent", "page": "clauses"},
    ]
    assert "Talant" not in maison.journal.read_text("utf-8")


def verifier_portefeuille(page, maison):
    """P1 is followed by R2, P2 by another référent: only P1 is listed, whatever the address."""
    page.goto(f"{maison.adresse}/referents?suivi_de=R1&referent=R1")
    attendre_page(page)
    page.get_by_text("1 parcours en cours").click()
    expect(page.get_by_role("rowheader", name="P1").last).to_be_visible()
    assert "P2" not in page.content()


def verifier_cookies(fenetre, page):
    """Out of reach of scripts, for twelve hours at most."""
    cookies = {c["name"]: c for c in fenetre.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    assert cookies["_streamlit_user"]["sameSite"] == "Lax"
    duree = cookies["_streamlit_user"]["expires"] - page.evaluate("Date.now() / 1000")
    assert 11.9 * 3600 < duree <= 12 * 3600
    visibles = page.evaluate("document.cookie")
    assert "_streamlit_user" not in visibles
    assert "plie_page" not in visibles


def test_un_cookie_force_ne_mene_pas_ailleurs(fenetre, maison):
    """The most devious one; the others: tests/acces/test_retour.py."""
    page = fenetre.new_page()
    page.goto(f"{maison.adresse}/actions")
    page.get_by_role("button", name="Se connecter").click()
    fourni = page.get_by_role("button", name="europe", exact=True)
    fourni.wait_for()
    force = {"name": "plie_page_demandee", "value": quote("//exemple.org/x", safe="")}
    fenetre.add_cookies([{**force, "url": maison.adresse, "httpOnly": True}])
    fourni.click()
    page.wait_for_url(f"{maison.adresse}/**")
    attendre_page(page)
    assert page.url == f"{maison.adresse}/"


def test_un_compte_inconnu_lit_pourquoi_il_n_entre_pas(fenetre, maison):
    page = se_connecter(fenetre, maison, PASSANTE, "/clauses")
    expect(page.locator("h1")).to_have_text("Ce compte n’ouvre pas le tableau de bord")
    expect(page.locator(".stMain")).to_contain_text(PASSANTE)
    assert not page.locator(".stSidebar a").count()


def test_un_financeur_n_ouvre_pas_les_referents_et_perd_tout_une_fois_retire(fenetre, maison):
    page = se_connecter(fenetre, maison, EUROPE, "/referents?referent=R1")
    expect(page.locator("h1")).to_have_text("Cette page ne vous est pas ouverte")
    assert not liens(page, "Référents").count()
    assert "P1" not in page.content()
    maison.ecrire({MARTIN: COMPTES[MARTIN]})
    aller(page, "Insertion", "Actions")
    expect(page.locator("h1")).to_have_text("Ce compte n’ouvre pas le tableau de bord")
    assert not page.locator(".stVegaLiteChart").count()


def test_un_telechargement_d_un_compte_retire_n_aboutit_pas(fenetre, maison):
    page = se_connecter(fenetre, maison, EUROPE, "/rapprochement")
    bouton = page.get_by_role("button", name="Télécharger").first
    with page.expect_download() as fichier:
        bouton.click()
    assert {
        "action": "export",
        "qui": EUROPE,
        "profil": "financeur",
        "page": "rapprochement",
        "objet": fichier.value.suggested_filename,
    } in maison.faits()
    avant = len(maison.faits())
    recus = []
    page.on("download", lambda fichier: recus.append(fichier.suggested_filename))
    maison.ecrire({})
    bouton.click()
    page.wait_for_timeout(1500)
    assert recus == []
    assert len(maison.faits()) == avant


def test_se_deconnecter_ferme_tous_les_onglets(fenetre, maison):
    page = se_connecter(fenetre, maison, EUROPE, "/actions")
    verifier_cookies(fenetre, page)
    autre = fenetre.new_page()
    autre.goto(f"{maison.adresse}/clauses")
    attendre_page(autre)
    expect(compte(autre)).to_contain_text(EUROPE)
    copies = [c for c in fenetre.cookies() if c["name"].startswith("_streamlit_user")]
    page.get_by_role("button", name="Se déconnecter").click()
    page.get_by_role("button", name="End session").click()
    page.wait_for_url(f"{maison.adresse}/")
    expect(page.locator("h1")).to_have_text(PORTE)
    assert not [c for c in fenetre.cookies() if c["name"].startswith("_streamlit_user")]
    autre.get_by_role("link", name="Actions").click()
    expect(autre.locator("h1")).to_have_text(PORTE)
    fenetre.add_cookies(copies)
    page.goto(f"{maison.adresse}/actions")
    expect(page.locator("h1")).to_have_text(PORTE)
