"""The demonstration built once, published, and its last arrêté opened."""

from datetime import date

import pytest

from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.stockage import ouvrir


@pytest.fixture(scope="session")
def jeu():
    """The demonstration in memory."""
    return construire(lire_sources(), ouvrir_publications(), GRAINE)


@pytest.fixture(scope="session")
def dossier_demo(jeu, tmp_path_factory):
    """A folder that holds the four published arrêtés."""
    dossier = tmp_path_factory.mktemp("snapshots")
    publier_jeu(jeu, dossier)
    return dossier


@pytest.fixture(scope="session")
def arretes(dossier_demo):
    """Date of the arrêté → snapshot."""
    return {
        date.fromisoformat(chemin.name): ouvrir(chemin) for chemin in sorted(dossier_demo.iterdir())
    }


@pytest.fixture(scope="session")
def snapshot(arretes):
    """The arrêté of 31/12/2016."""
    return arretes[date(2016, 12, 31)]


@pytest.fixture(scope="session")
def participants(snapshot):
    return snapshot.table("participants")


@pytest.fixture(scope="session")
def parcours(snapshot, participants):
    """Every parcours with the attributes of its participant."""
    return snapshot.table("parcours").merge(participants, on="participant_id", validate="m:1")


@pytest.fixture(scope="session")
def suivis(parcours):
    """The parcours followed in 2016."""
    debut = "2016-01-01"
    return parcours[parcours["date_sortie"].isna() | (parcours["date_sortie"] >= debut)]


@pytest.fixture(scope="session")
def accompagnes(suivis):
    """One row a person accompanied in 2016."""
    return suivis.drop_duplicates("participant_id")


@pytest.fixture(scope="session")
def entrees(parcours):
    return parcours[parcours["date_entree"].dt.year == 2016]


@pytest.fixture(scope="session")
def sorties(parcours):
    return parcours[parcours["date_sortie"].dt.year == 2016]


@pytest.fixture(scope="session")
def etapes(snapshot):
    """The étapes of 2016."""
    toutes = snapshot.table("etapes")
    return toutes[toutes["date_debut"].dt.year == 2016]
