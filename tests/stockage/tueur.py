"""Publishes that are really killed (SIGKILL, or the kernel's own kill in the middle of a write).

`python -m tests.stockage.tueur MODELE DOSSIER MODE PAS [GESTE]`: for n = 1, 1 + PAS, … a child
copies the folder MODELE to DOSSIER/n, publishes there (or does GESTE of `tests.pannes.gestes`) and
dies at its n-th event, until one survives.
Modes: `appels` (each call that touches the disk), `lignes` (each line of the storage code),
`octets` (no file may pass n bytes). It prints how many children died.
"""

import io
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import plie_metrics.stockage
from tests.stockage.exemples import publier_exemple

CODE = str(Path(plie_metrics.stockage.__file__).parent)
APPELS = (
    "open",
    "close",
    "fsync",
    "link",
    "mkdir",
    "rename",
    "replace",
    "chmod",
    "stat",
    "scandir",
    "rmdir",
    "unlink",
)


class Compteur:
    """Kills this process at the n-th event."""

    def __init__(self, limite: int) -> None:
        self.reste = limite

    def compter(self) -> None:
        """One event more."""
        self.reste -= 1
        if self.reste == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def armer_appels(limite: int) -> None:
    """Die before or after the n-th call to the disk."""
    compteur = Compteur(limite)

    def piege(vrai: Callable[..., Any]) -> Callable[..., Any]:
        def appel(*arguments: Any, **options: Any) -> Any:
            compteur.compter()
            resultat = vrai(*arguments, **options)
            compteur.compter()
            return resultat

        return appel

    for nom in APPELS:
        setattr(os, nom, piege(getattr(os, nom)))
    io.open = piege(io.open)


def armer_lignes(limite: int) -> None:
    """Die at the n-th line run in plie_metrics/stockage."""
    compteur = Compteur(limite)

    def tracer(cadre: Any, evenement: str, _: Any) -> Any:
        if not cadre.f_code.co_filename.startswith(CODE):
            return None
        if evenement == "line":
            compteur.compter()
        return tracer

    sys.settrace(tracer)


def armer_octets(limite: int) -> None:
    """Die in the middle of the write that would make a file longer than n bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limite, limite))


ARMES = {"appels": armer_appels, "lignes": armer_lignes, "octets": armer_octets}


def publier_encore(dossier: Path) -> None:
    """The act that is killed unless another is asked for."""
    publier_exemple(dossier, source="Tentative")


def tuer(modele: Path, dossier: Path, mode: str, n: int, geste: Callable[[Path], None]) -> bool:
    """Act in a child that dies at the n-th event; True when it died."""
    enfant = os.fork()
    if enfant == 0:
        shutil.copytree(modele, dossier / str(n))
        ARMES[mode](n)
        geste(dossier / str(n))
        os._exit(0)
    statut = os.waitpid(enfant, 0)[1]
    if not os.WIFSIGNALED(statut) and statut != 0:
        raise SystemExit(f"{mode} {n}: the child failed by itself ({statut})")
    return os.WIFSIGNALED(statut)


if __name__ == "__main__":
    modele, dossier, mode, pas = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    n = 1
    geste = getattr(import_module("tests.pannes.gestes"), sys.argv[5]) if sys.argv[5:] else None
    while tuer(modele, dossier, mode, n, geste or publier_encore):
        n += int(pas)
    print((n - 1) // int(pas))  # noqa: T201
