"""Sweep what dead publications left, never the draft of one at work.

The kernel releases the lock of a killed process: an unlocked draft has no owner any more.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plie_metrics.stockage.noms import PREFIXE_BROUILLON

if sys.platform != "win32":
    import fcntl

DELAI_ABANDON: Final = 3600.0
"""Seconds without any write before an unlocked draft is swept."""


def balayer(dossier: Path, *, delai: float = DELAI_ABANDON) -> None:
    """Erase the drafts of dead publications: unlocked, and untouched for `delai` seconds."""
    for reste in dossier.glob(f"{PREFIXE_BROUILLON}*"):
        if not _abandonne(reste, delai):
            continue
        if reste.is_dir():
            shutil.rmtree(reste, ignore_errors=True)
        else:
            reste.unlink(missing_ok=True)


def _abandonne(reste: Path, delai: float) -> bool:
    try:
        fichiers = tuple(reste.iterdir()) if reste.is_dir() else ()
        touches = [chemin.stat().st_mtime for chemin in (reste, *fichiers)]
        if time.time() - max(touches) < delai:
            return False
        with verrou(reste):
            return True
    except OSError:  # already swept by another publication, or locked by its owner
        return False


@contextmanager
def verrou(chantier: Path) -> Iterator[None]:
    """Hold the lock of a draft; raises BlockingIOError when another process holds it."""
    if sys.platform == "win32":
        yield
        return
    descripteur = os.open(chantier, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descripteur, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            pass  # a file system without locks: the delay alone protects the draft
        yield
    finally:
        os.close(descripteur)
