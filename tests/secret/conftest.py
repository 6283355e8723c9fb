"""The demonstration, published and solved once for all the tests of the secrecy."""

from pathlib import Path

import pytest

from plie_metrics.configuration import lire
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import Snapshot, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque


@pytest.fixture(scope="session")
def arretes_demo(snapshots_prets: Path) -> tuple[Snapshot, ...]:
    """The snapshots of 30/09 and 31/12/2016."""
    return tuple(ouvrir(snapshots_prets / nom) for nom in ("2016-09-30", "2016-12-31"))


@pytest.fixture(scope="session")
def reglages_livres():
    """The settings that are shipped."""
    return valider(lire("secret"))


@pytest.fixture(scope="session")
def coffre(snapshots_prets: Path) -> CoffreDisque:
    """Where the solutions are kept."""
    return CoffreDisque(snapshots_prets)
