"""The demonstration, published and solved once for all the tests of the secrecy."""

from pathlib import Path

import pytest

from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.configuration import lire
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import Snapshot, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque


@pytest.fixture(scope="session")
def arretes_demo(tmp_path_factory) -> tuple[Snapshot, ...]:
    """The snapshots of 30/09 and 31/12/2016."""
    dossier = tmp_path_factory.mktemp("demonstration")
    jeu = construire(lire_sources(), ouvrir_publications(), GRAINE, 1)
    deux = dict(list(jeu.items())[-2:])
    return tuple(ouvrir(Path(chemin)) for chemin in publier_jeu(deux, dossier))


@pytest.fixture(scope="session")
def reglages_livres():
    """The settings that are shipped."""
    return valider(lire("secret"))


@pytest.fixture(scope="session")
def coffre(tmp_path_factory) -> CoffreDisque:
    """Where the solutions of the session are kept."""
    return CoffreDisque(tmp_path_factory.mktemp("solutions"))
