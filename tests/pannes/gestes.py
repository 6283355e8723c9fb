"""What is killed in the middle: each takes a folder made for it."""

from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from plie_metrics.commandes import principal
from plie_metrics.conservation.effacement import effacer
from plie_metrics.conservation.personnes import Cibles
from plie_metrics.editions.chantier import Chantier
from plie_metrics.editions.depot import Depot
from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.sauvegarde.restauration import restaurer
from tests.editions.exemples import edition

QUAND = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
P1 = Cibles(frozenset({"P1"}))


def effacer_p1(dossier: Path) -> None:
    """Erase P1 from every snapshot."""
    effacer(dossier, P1, QUAND)


def sauvegarder_ici(dossier: Path) -> None:
    """Save the folder beside itself."""
    sauvegarder(dossier / "data", dossier / "s.zip", QUAND, None)


def restaurer_ici(dossier: Path) -> None:
    """Restore the backup that is there."""
    restaurer(dossier / "s.zip", dossier / "neuf")


def figer_ici(dossier: Path) -> None:
    """Freeze an edition, then put its draft away, as the page does."""
    Depot(dossier).garder(edition())
    for brouillon in Chantier(dossier).brouillons():
        Chantier(dossier).ranger(brouillon.identifiant)


def exporter_ici(dossier: Path) -> None:
    """Hand over the edition that is there, as a workbook."""
    nom, ou = edition().identifiant, ("--copil", str(dossier), "--vers", str(dossier / "fichiers"))
    with redirect_stdout(StringIO()):
        principal(["exporter", nom, "--format", "xlsx", *ou])
