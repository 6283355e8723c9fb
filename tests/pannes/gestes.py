"""What is killed in the middle: each takes a folder made for it."""

from datetime import UTC, datetime
from pathlib import Path

from plie_metrics.conservation.effacement import effacer
from plie_metrics.conservation.personnes import Cibles

QUAND = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
P1 = Cibles(frozenset({"P1"}))


def effacer_p1(dossier: Path) -> None:
    """Erase P1 from every snapshot."""
    effacer(dossier, P1, QUAND)
