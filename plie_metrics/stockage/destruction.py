"""Destroy a snapshot for good: out of sight in one move, then its files."""

import shutil
from pathlib import Path
from typing import Final

from plie_metrics.stockage.disque import assurer
from plie_metrics.stockage.noms import PREFIXE_BROUILLON
from plie_metrics.stockage.retrait import oublier

PREFIXE: Final = f"{PREFIXE_BROUILLON}detruit-"


def detruire(instantane: Path) -> None:
    """Destroy a snapshot and the journal of its withdrawals; nothing to do when it is gone.

    Readers see it whole or not at all. After a crash, `finir` ends what was begun. Raises OSError.
    """
    if instantane.is_dir():
        instantane.rename(instantane.with_name(PREFIXE + instantane.name))
    oublier(instantane)
    assurer(instantane.parent)
    finir(instantane.parent)


def finir(dossier: Path) -> None:
    """Destroy the files of the snapshots that are out of sight already. Raises OSError."""
    for reste in dossier.glob(f"{PREFIXE}*"):
        shutil.rmtree(reste)
    assurer(dossier)
