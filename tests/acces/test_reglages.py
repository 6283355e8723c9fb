"""The table [acces] of the settings: those delivered, and their faults."""

import pytest

from pages._acces import reglages
from pages._acces.reglages import lire_reglages
from plie_metrics.configuration import ConfigurationInvalide

BON = {
    "exposition": "locale",
    "sans_compte": "rien",
    "duree_connexion": 12,
    "journal": {"taille_max_ko": 2000, "fichiers": 20},
}


@pytest.fixture
def table(monkeypatch):
    def _table(**changements):
        reglages._valider.cache_clear()
        monkeypatch.setattr(reglages, "lire", lambda _nom: {**BON, **changements})

    yield _table
    reglages._valider.cache_clear()


def test_ce_qui_est_livre_n_ouvre_que_la_demonstration():
    livres = lire_reglages()
    assert livres.exposition == "demonstration"
    assert livres.sans_compte == "rien"


def test_des_reglages(table):
    table()
    assert lire_reglages().exposition == "locale"


@pytest.mark.parametrize(
    ("faute", "dit"),
    [
        ({"exposition": "Locale"}, "clé acces.exposition : « Locale » n’est pas admis ; valeurs"),
        ({"exposition": "internet"}, "'demonstration' ou 'locale'"),
        ({"duree_connexion": 0}, "clé acces.duree_connexion : le nombre doit être au moins 1"),
        ({"duree_connexion": "12"}, "« 12 » n’est pas admis"),
        ({"journal": {"fichiers": 2}}, "clé acces.journal.taille_max_ko : cette clé est oblig"),
        ({"surprise": 1}, "clé acces.surprise : cette clé n’est pas prévue"),
    ],
)
def test_une_faute_est_dite_en_francais(table, faute, dit):
    table(**faute)
    with pytest.raises(ConfigurationInvalide) as refus:
        lire_reglages()
    assert str(refus.value).startswith("plie.toml, ")
    assert dit in str(refus.value)
