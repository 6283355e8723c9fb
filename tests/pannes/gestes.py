"""What is killed in the middle: each takes a folder made for it."""

from datetime import UTC, datetime
from pathlib import Path

from plie_metrics.conservation.effacement import effacer
from plie_metrics.conservation.personnes import Cibles
from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.sauvegarde.restauration import restaurer

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
