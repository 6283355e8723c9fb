"""The demonstration, in memory, for the tests from end to end."""

from datetime import date

import pytest

from plie_metrics.commandes.demo import lire_sources, ouvrir_publications
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.objectifs.contexte import preparer_contexte


@pytest.fixture(scope="session")
def jeu():
    """Arrêté → tables of the demonstration."""
    return construire(lire_sources(), ouvrir_publications(), GRAINE)


@pytest.fixture(scope="session")
def contextes(jeu):
    """Arrêté → context of the demonstration."""
    return {arrete: preparer_contexte(arrete, tables) for arrete, tables in jeu.items()}


@pytest.fixture(scope="session")
def fin_2016():
    """The last arrêté of the demonstration."""
    return date(2016, 12, 31)
