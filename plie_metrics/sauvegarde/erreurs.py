"""What can go wrong with a backup, in French, disk included."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.stockage.disque import CAUSES


class SauvegardeImpossible(ErreurPlie):
    """Nothing was saved."""


class RestaurationImpossible(ErreurPlie):
    """Nothing was restored."""


@contextmanager
def disque(refus: type[ErreurPlie], constat: str, chemin: Path) -> Iterator[None]:
    """Turn a failure of the disk into « constat « chemin » : cause. »"""
    try:
        yield
    except OSError as erreur:
        cause = CAUSES.get(erreur.errno or 0, f"le disque a répondu par l’erreur {erreur.errno}")
        raise refus(f"{constat} « {chemin} » : {cause}.") from erreur
