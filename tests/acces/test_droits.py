"""The secrets file: its accounts, and its faults."""

import os

import pytest

from pages._acces.droits import Compte, Droits, DroitsInvalides, lire_droits
from plie_metrics.chemins import RACINE
from plie_metrics.secret.profils import COORDINATION, FINANCEUR, REFERENT
from tests.acces.exemples import AUTH, COMPTES


@pytest.fixture
def lire(tmp_path):
    def _lire(texte):
        fichier = tmp_path / "secrets.toml"
        fichier.write_text(texte, encoding="utf-8")
        return lire_droits([tmp_path / "absent.toml", fichier])

    return _lire


def test_sans_fichier_aucune_connexion(tmp_path):
    assert lire_droits([tmp_path / "absent.toml"]) == Droits()
    assert not Droits().connexion


def test_la_cle_des_pseudonymes_seule_ne_configure_pas_de_connexion(lire):
    assert not lire('[importation]\ncle_pseudonymes = "ab"').connexion


def test_les_comptes(lire):
    droits = lire(AUTH + COMPTES)
    assert droits.connexion
    assert droits.https
    assert droits.fournisseurs == (None,)
    assert droits.comptes == {
        "coordination@exemple.fr": Compte(COORDINATION),
        "martin@exemple.fr": Compte(REFERENT, "R2"),
        "europe@exemple.fr": Compte(FINANCEUR),
        "partie@exemple.fr": Compte(None),
    }


def test_plusieurs_fournisseurs(lire):
    droits = lire(
        AUTH.replace("https://tableau.exemple.fr", "http://localhost:8501").replace(
            'client_id = "plie"', "[auth.region]\nclient_id = 'plie'"
        )
    )
    assert droits.fournisseurs == ("region",)
    assert not droits.https


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("pas du toml", "TOML lisible"),
        ("[auth]\ncookie_secret = 'c'", "client_id manque"),
        ("auth = 3", "[auth] doit être une table"),
        (AUTH + "[acces]\ncompte = 1", "« compte »"),
        (AUTH.replace("oauth2callback", "retour"), "/oauth2callback"),
        (AUTH.replace("https://tableau", "http://tableau"), "https://"),
        (AUTH.replace("abcdef", ""), "« cookie_secret »"),
        (AUTH + '[acces.comptes]\n"a@b" = "chef"', "le profil « chef » de « a@b »"),
        (AUTH + '[acces.comptes]\n"a@b" = 3', "le compte « a@b » doit dire profil"),
        (AUTH + '[acces.comptes]\n"a@b" = { referent = "R2" }', "le profil « None »"),
        (AUTH + '[acces.comptes]\n"a@b" = "public"\n"A@B" = "equipe"', "écrit deux fois"),
        (AUTH + '[acces.roles]\n"admin" = "tout"', "le profil « tout » de « admin »"),
        (AUTH + "[acces]\nidentifiant = 3", "« identifiant »"),
    ],
)
def test_un_fichier_faux_ferme_la_porte_et_dit_pourquoi(lire, texte, dit):
    with pytest.raises(DroitsInvalides, match="Personne n’entre") as refus:
        lire(texte)
    assert dit in str(refus.value)


def test_un_fichier_plus_ancien_remis_en_place_est_lu(lire, tmp_path):
    """What Streamlit's own watcher misses: it only notices a later date."""
    assert "partie@exemple.fr" in lire(AUTH + COMPTES).comptes
    fichier = tmp_path / "secrets.toml"
    fichier.write_text(AUTH, encoding="utf-8")
    os.utime(fichier, (1, 1))
    assert lire_droits([fichier]).comptes == {}


def test_l_exemple_livre_ne_demande_qu_a_etre_rempli(lire):
    exemple = (RACINE / ".streamlit" / "secrets.toml.example").read_text(encoding="utf-8")
    with pytest.raises(DroitsInvalides, match="cookie_secret"):
        lire(exemple)
    droits = lire(exemple.replace('cookie_secret = ""', f'cookie_secret = "{"a1" * 32}"'))
    assert droits.connexion
    assert droits.comptes["c.martin@exemple.fr"] == Compte(REFERENT, "R03")
