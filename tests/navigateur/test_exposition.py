"""Real data without sign-in: on this machine alone, when the settings say so; never by a proxy."""

import pytest
from playwright.sync_api import expect

from tests.navigateur.installation import installer, publier_reel
from tests.navigateur.mandataire import mandataire
from tests.navigateur.serveur import attendre_page, serveur

pytestmark = pytest.mark.navigateur

REFUS = "Les données réelles ne sont ni montrées ni modifiables ici"
SANS_TRACE = {"X-Forwarded-For": None, "X-Forwarded-Proto": None, "Forwarded": None, "Via": None}


@pytest.fixture(scope="module")
def fermee(tmp_path_factory):
    racine = installer(tmp_path_factory.mktemp("fermee"), exposition="demonstration")
    publier_reel(racine)
    with serveur(racine=racine) as adresse:
        yield adresse


@pytest.fixture
def page(page_neuve):
    return page_neuve


def ouvrir(page, adresse):
    page.goto(f"{adresse}/donnees")
    attendre_page(page)
    return page.locator(".stMain")


def tout(page):
    return page.locator(".stMain").inner_text()


def test_sur_cette_machine_les_reglages_ouvrent_les_donnees_reelles(page, locale):
    ouvrir(page, locale)
    assert REFUS not in tout(page)
    assert page.get_by_test_id("stFileUploader").count()
    assert "2016" in tout(page)


def test_sans_ce_reglage_elles_restent_fermees_et_la_page_dit_quoi_regler(page, fermee):
    principal = ouvrir(page, fermee)
    expect(principal).to_contain_text(REFUS)
    expect(principal).to_contain_text('exposition = "locale"')
    assert not page.get_by_test_id("stFileUploader").count()
    page.goto(f"{fermee}/qualite")
    attendre_page(page)
    expect(page.locator("h1")).to_have_text("Aucun arrêté à contrôler")


def test_un_mandataire_qui_efface_ses_traces_garde_le_nom_public(page, locale):
    with mandataire(locale, SANS_TRACE) as port:
        principal = ouvrir(page, f"http://tableau.localhost:{port}")
        expect(principal).to_contain_text(REFUS)
        expect(principal).to_contain_text("pas été demandée à une adresse de cette machine")


def test_un_mandataire_qui_imite_cette_machine_bute_sur_les_reglages(page, fermee):
    hote = fermee.removeprefix("http://")
    with mandataire(fermee, {**SANS_TRACE, "Host": hote, "Origin": fermee}) as port:
        expect(ouvrir(page, f"http://tableau.localhost:{port}")).to_contain_text(REFUS)


def test_un_mandataire_qui_s_annonce_est_refuse(page, locale):
    hote = locale.removeprefix("http://")
    ecrits = {"Host": hote, "Origin": locale, "X-Forwarded-For": "192.0.2.7"}
    with mandataire(locale, ecrits) as port:
        principal = ouvrir(page, f"http://tableau.localhost:{port}")
        expect(principal).to_contain_text("passée par un intermédiaire (proxy)")


def test_un_envoi_ne_vaut_que_depuis_la_page_qui_le_demande(page, locale):
    ouvrir(page, locale)
    fichier = {
        "name": "participants.csv",
        "mimeType": "text/csv",
        "buffer": b"participant_id\nP1\n",
    }
    with page.expect_response(lambda r: "upload_file" in r.url and r.status < 300) as envoi:
        page.locator("input[type=file]").first.set_input_files([fichier])
    expect(page.get_by_text("participants.csv").first).to_be_visible()
    page.locator(".st-key-menu summary").filter(has_text="Vérifier").click()
    page.get_by_role("link", name="Méthode", exact=True).click()
    expect(page.locator("h1")).to_contain_text("indicateurs")
    demande = envoi.value.request
    rejeu = page.evaluate(
        "async ([url, methode, jeton]) => { const corps = new FormData();"
        " corps.append('f', new Blob(['x']), 'x.csv');"
        " return (await fetch(url, {method: methode, body: corps,"
        " headers: {'X-Xsrftoken': jeton}})).text() }",
        [demande.url, demande.method, demande.headers.get("x-xsrftoken", "")],
    )
    assert rejeu == "Dépôt de fichiers réservé à la coordination."
