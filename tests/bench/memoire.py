"""Peak memory of this process, and of a Python that does nothing (imports nothing heavy)."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import Final

RACINE: Final = Path(__file__).resolve().parents[2]


def pic() -> float:
    """Peak resident memory in Mio (a child inherits `ru_maxrss`, not the kernel's `VmHWM`)."""
    etat = Path("/proc/self/status")
    if not etat.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(etat.read_text(encoding="utf-8").split("VmHWM:")[1].split()[0]) / 1024


def interprete() -> float:
    """The peak of a bare interpreter, in Mio."""
    commande = [sys.executable, "-c", "from tests.bench.memoire import pic; print(pic())"]
    return float(subprocess.run(commande, cwd=RACINE, capture_output=True, check=True).stdout)
