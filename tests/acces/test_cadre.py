"""The frame: each profile on each page, the chooser, the door."""

import json
import logging
import time

import pytest
from streamlit.testing.v1 import AppTest

from pages._acces.journal import JOURNAL
from pages._acces.reglages import lire_reglages
from pages._acces.sorties import sortir
from pages._menu import ACCUEIL, MENU
from plie_metrics.chemins import RACINE
from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.secret.profils import PROFILS
from tests.acces.exemples import AUTH, COMPTES

pytestmark = pytest.mark.usefixtures("demonstration_ouverte")  # solved for every profile
ENTREES = [entree for section in MENU.values() for entree in section]
REFUSEE = "Cette page ne vous est pas ouverte"
PORTE = "Connectez-vous pour ouvrir le tableau de bord"
FERME = "Ce compte n’ouvre pas le tableau de bord"


def essai(profil="", user=None):
    page = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30)
    if profil:
        page.query_params["profil"] = profil
    if user is not None:
        page.user = user
    return page


def ouvrir(page, entree):
    page.run()
    if entree is not ACCUEIL:
        page.switch_page(entree.fichier).run()
    return page


def parcourir(page):
    """Every page of the menu in one session, as it is when it is reached."""
    for entree in ENTREES:
        yield entree, page.run() if entree is ACCUEIL else page.switch_page(entree.fichier).run()


def titre(page):
    return page.title[0].value


def menu(page):
    return [lien.proto.page for lien in page.sidebar.get("page_link")]


def connectee(email, **dit):
    return {"is_logged_in": True, "sub": email, "email": email, "iat": time.time(), **dit}


@pytest.fixture
def secrets(tmp_path, monkeypatch):
    fichier = tmp_path / "secrets.toml"
    fichier.write_text(AUTH + COMPTES, encoding="utf-8")
    monkeypatch.setattr("pages._acces.identite.fichiers_secrets", lambda: [fichier])
    return fichier


@pytest.fixture
def reglages(monkeypatch):
    def _changer(**changements):
        changes = lire_reglages().model_copy(update=changements)
        monkeypatch.setattr("pages._acces.identite.lire_reglages", lambda: changes)

    return _changer


@pytest.fixture
def faits(caplog):
    caplog.set_level(logging.INFO, JOURNAL.name)
    return lambda: [ligne.fait for ligne in caplog.records if ligne.name == JOURNAL.name]


@pytest.mark.parametrize("profil", PROFILS)
def test_chaque_profil_sur_chaque_page(profil, secrets):
    """Signed in with that profile; the pages of others are refused, and are not in the menu."""
    secrets.write_text(f'{AUTH}[acces.comptes]\n"a@b.fr" = "{profil}"', encoding="utf-8")
    for entree, page in parcourir(essai(user=connectee("a@b.fr"))):
        assert not page.exception, entree.adresse
        assert (titre(page) == REFUSEE) == (profil not in entree.profils), entree.adresse
        assert len(menu(page)) == sum(profil in e.profils for e in ENTREES), entree.adresse


@pytest.mark.parametrize("entree", ENTREES, ids=lambda e: e.adresse)
@pytest.mark.usefixtures("secrets")
def test_aucune_page_sans_connexion(entree):
    page = ouvrir(essai("coordination", user={"is_logged_in": False}), entree)
    assert titre(page) == PORTE
    assert len(page.main) == 3  # the line of context and title, the sentence, the button
    assert menu(page) == []


def test_les_pages_de_gestion_sont_a_la_coordination_seule():
    reservees = {e.adresse for e in ENTREES if e.profils == ("coordination",)}
    assert {"donnees", "qualite"} <= reservees
    assert [e.adresse for e in ENTREES if e.depot] == ["donnees"]


@pytest.mark.parametrize("profil", PROFILS)
@pytest.mark.parametrize("ecrit", ["nom", "libelle"])
def test_la_demonstration_laisse_choisir_son_profil(profil, ecrit):
    page = essai(getattr(PROFILS[profil], ecrit)).run()
    assert page.sidebar.selectbox[0].value == profil
    assert len(menu(page)) == sum(profil in e.profils for e in ENTREES)


@pytest.mark.parametrize(
    ("profil", "dit"),
    [
        ("coordination", "Profil Coordination · chiffres exacts"),
        ("financeur", "effectifs de 1 à 4 masqués (seuil\xa0: 5)"),
        ("public", "effectifs de 1 à 10 masqués (seuil\xa0: 11)"),
        ("referent", "(seuil\xa0: 5), hors portefeuille"),
    ],
)
def test_le_profil_et_son_seuil_sont_ecrits(profil, dit):
    page = essai(profil).run()
    assert dit in page.sidebar.get("html")[-1].proto.body


def test_un_profil_inconnu_dans_l_adresse_n_ouvre_rien_de_plus():
    assert essai("directeur").run().sidebar.selectbox[0].value == "coordination"


@pytest.mark.usefixtures("secrets")
def test_avec_la_connexion_l_adresse_ne_donne_pas_de_profil():
    page = essai("coordination", user=connectee("europe@exemple.fr")).run()
    assert not page.sidebar.selectbox
    assert "europe@exemple.fr · Profil Financeur" in page.sidebar.get("html")[-1].proto.body


@pytest.mark.parametrize("email", ["inconnue@exemple.fr", "partie@exemple.fr"])
@pytest.mark.usefixtures("secrets")
def test_un_compte_inconnu_ou_ferme_n_entre_pas(email, faits):
    page = essai(user=connectee(email)).run()
    assert titre(page) == FERME
    assert menu(page) == []
    assert [b.label for b in page.button] == ["Se déconnecter"]
    assert faits() == [{"action": "refus", "qui": email}]


def test_un_compte_retire_perd_l_acces_au_passage_suivant(secrets):
    page = essai(user=connectee("coordination@exemple.fr")).run()
    assert titre(page) not in (PORTE, FERME)
    secrets.write_text(AUTH, encoding="utf-8")
    assert titre(page.run()) == FERME


def test_un_profil_change_au_passage_suivant(secrets):
    page = ouvrir(essai(user=connectee("coordination@exemple.fr")), trouver("qualite"))
    assert titre(page) != REFUSEE
    secrets.write_text(f'{AUTH}[acces.comptes]\n"coordination@exemple.fr" = "public"')
    assert titre(page.run()) == REFUSEE


@pytest.mark.usefixtures("secrets")
def test_une_connexion_trop_ancienne_est_a_refaire():
    page = essai(user=connectee("coordination@exemple.fr", iat=time.time() - 13 * 3600)).run()
    assert titre(page) == PORTE
    assert "12 heures" in page.main.markdown[0].value


@pytest.mark.usefixtures("secrets")
def test_une_connexion_terminee_n_ouvre_plus_rien_ailleurs():
    autre_onglet = connectee("coordination@exemple.fr", nonce="celle-ci")
    page = essai(user=autre_onglet).run()
    sortir(autre_onglet)
    assert titre(page.run()) == PORTE
    suivante = essai(user=connectee("coordination@exemple.fr", nonce="une autre")).run()
    assert titre(suivante) != PORTE


def test_des_secrets_faux_ferment_tout(secrets):
    secrets.write_text("[auth]", encoding="utf-8")
    page = essai(user=connectee("coordination@exemple.fr")).run()
    assert "Personne n’entre" in page.error[0].value
    assert not page.title
    assert menu(page) == []


def test_des_reglages_faux_ferment_tout(monkeypatch):
    def refuser():
        raise ConfigurationInvalide("plie.toml faux")

    monkeypatch.setattr("pages._acces.identite.lire_reglages", refuser)
    page = essai().run()
    assert "faux" in page.error[0].value
    assert not page.title
    assert menu(page) == []


@pytest.mark.usefixtures("secrets")
def test_le_public_peut_etre_admis_sans_compte(reglages):
    reglages(sans_compte="public")
    page = essai("coordination", user={"is_logged_in": False}).run()
    assert titre(page) != PORTE
    assert "Profil Public" in page.sidebar.get("html")[-1].proto.body
    assert [b.label for b in page.sidebar.button] == ["Se connecter"]


@pytest.mark.usefixtures("secrets")
def test_les_visites_et_les_refus_sont_au_journal(faits):
    page = essai(user=connectee("europe@exemple.fr"))
    ouvrir(page, trouver("clauses")).run().run()
    page.switch_page("donnees.py").run()
    venue = {"qui": "europe@exemple.fr", "profil": "financeur"}
    assert faits() == [
        {"action": "connexion", "qui": "europe@exemple.fr"},
        {"action": "page", **venue, "page": "synthese"},
        {"action": "page", **venue, "page": "clauses"},
        {"action": "refus", **venue, "page": "donnees"},
    ]
    assert json.dumps(faits())


def test_le_referent_de_la_demonstration_choisit_un_portefeuille(monkeypatch):
    monkeypatch.setattr("pages._acces.choix._referents", lambda _interdit: ["R1", "R2"])
    page = essai("referent")
    page.query_params["portefeuille"] = "R2"
    page.run()
    assert [s.value for s in page.sidebar.selectbox] == ["referent", "R2"]


def trouver(adresse):
    return next(e for e in ENTREES if e.adresse == adresse)
