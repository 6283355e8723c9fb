"""Who may reach real data before anybody signs in: the machine itself, asked by its own name."""

from types import SimpleNamespace

import pytest
from streamlit.runtime.context import StreamlitHeaders

from pages._acces import identite
from pages._acces.local import refus_local as refus_exposition
from pages._acces.visiteur import Mode
from tests.acces.exemples import REGLAGES

ICI = "127.0.0.1"


def refus_local(entetes, adresse, client=None):
    return refus_exposition(entetes, adresse, client, exposition="locale")


@pytest.mark.parametrize("exposition", ["demonstration", "Locale", "", "local"])
def test_il_faut_l_avoir_ecrit_en_toutes_lettres(exposition):
    refus = refus_exposition(hote("localhost"), ICI, exposition=exposition)
    assert 'écrivez exposition = "locale" dans la table [acces] de data/plie.toml' in refus


def hote(valeur, *autres):
    return [("Host", valeur), *autres]


@pytest.mark.parametrize(
    "valeur",
    [
        "localhost",
        "localhost:8501",
        "LocalHost:8501",
        "127.0.0.1",
        "127.0.0.1:8501",
        "127.0.0.2:80",
        "[::1]",
        "[::1]:8501",
        "[0:0:0:0:0:0:0:1]:8501",
    ],
)
def test_l_hote_local_est_admis(valeur):
    assert refus_local(hote(valeur), ICI) is None


@pytest.mark.parametrize(
    "valeur",
    [
        "",
        "plie.exemple.fr",
        "plie.exemple.fr:8501",
        "localhost.exemple.fr",
        "127.0.0.1.exemple.fr",
        "exemple-localhost",
        "localhost@exemple.fr",
        "exemple.fr@localhost",
        "localhost:8501@exemple.fr",
        "localhost/",
        "localhost:",
        "localhost:port",
        "localhost, exemple.fr",
        "localhost,exemple.fr",
        "0.0.0.0:8501",
        "192.168.1.4",
        "[::]:8501",
        "[fe80::1]",
        "::1",
        "[127.0.0.1]",
        "2130706433",
        "127.1",
        "0x7f.0.0.1",
    ],
)
def test_tout_autre_hote_est_refuse(valeur):
    assert "n’a pas été demandée à une adresse de cette machine" in refus_local(hote(valeur), ICI)


def test_un_hote_absent_ou_double_est_refuse():
    assert refus_local([], ICI)
    assert refus_local([("host", "localhost"), ("HOST", "localhost")], ICI)


@pytest.mark.parametrize("adresse", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])
def test_un_serveur_qui_n_ecoute_que_la_machine_est_admis(adresse):
    assert refus_local(hote("localhost"), adresse) is None


@pytest.mark.parametrize(
    "adresse", ["", None, "0.0.0.0", "::", "192.168.1.4", "plie.exemple.fr", "localhost.exemple.fr"]
)
def test_un_serveur_qui_ecoute_au_dela_est_refuse(adresse):
    assert "le serveur écoute au-delà de cette machine" in refus_local(hote("localhost"), adresse)


@pytest.mark.parametrize(
    "nom",
    [
        "Forwarded",
        "forwarded",
        "VIA",
        "Via",
        "X-Forwarded-For",
        "x-forwarded-host",
        "X-FORWARDED-PROTO",
        "X-Forwarded-Nouveau",
        "X-Real-IP",
        "CF-Connecting-IP",
        " x-forwarded-for ",
    ],
)
@pytest.mark.parametrize("valeur", ["", "127.0.0.1", "for=127.0.0.1"])
def test_un_intermediaire_est_refuse_quoi_qu_il_dise(nom, valeur):
    assert "intermédiaire" in refus_local(hote("localhost", (nom, valeur)), ICI)


def test_les_autres_entetes_ne_comptent_pas():
    autres = [("Accept", "*/*"), ("X-Forwarding", "non"), ("Viaduc", "oui")]
    assert refus_local(hote("localhost", *autres), ICI) is None


@pytest.mark.parametrize(
    ("origine", "admise"),
    [
        ("http://localhost:8501", True),
        ("http://127.0.0.1:8501", True),
        ("http://[::1]:8501", True),
        ("https://plie.exemple.fr", False),
        ("null", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_une_page_d_un_autre_site_est_refusee(origine, admise):
    refus = refus_local(hote("localhost", ("Origin", origine)), ICI)
    assert refus is None if admise else "page d’un autre site" in refus


@pytest.mark.parametrize(
    ("client", "admis"), [(None, True), ("127.0.0.3", True), ("192.168.1.7", False), ("", False)]
)
def test_une_autre_machine_est_refusee(client, admis):
    assert (refus_local(hote("localhost"), ICI, client) is None) is admis


def test_la_demande_en_cours_est_lue_avec_ses_repetitions(monkeypatch, tmp_path):
    def demande(*entetes, adresse=ICI, exposition="locale"):
        options = {"server.address": adresse, "secrets.files": [tmp_path / "absent.toml"]}
        faux = SimpleNamespace(
            context=SimpleNamespace(headers=StreamlitHeaders(entetes), ip_address=None),
            get_option=options.get,
            session_state={},
            user={},
        )
        reglages = REGLAGES.model_copy(update={"exposition": exposition})
        monkeypatch.setattr(identite, "st", faux)
        monkeypatch.setattr(identite, "lire_reglages", lambda: reglages)
        assert (identite.visiteur().mode is Mode.LOCALE) == (identite.refus() is None)
        return identite.refus()

    assert demande(("host", "localhost:8501")) is None
    assert demande(("host", "localhost:8501"), exposition="demonstration")
    assert demande(("host", "localhost"), ("host", "exemple.fr"))
    assert demande(("host", "localhost"), ("x-forwarded-for", "10.0.0.1"))
    assert demande(("host", "localhost"), adresse="")
