"""Writes that survive a crash: content on the disk before its name, folder on the disk after."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from plie_metrics.stockage.erreurs import PublicationImpossible
from plie_metrics.stockage.noms import PREFIXE_BROUILLON

CAUSES: Final = {
    errno.ENOSPC: "le disque est plein ; libérez de la place",
    errno.EDQUOT: "le quota du disque est atteint ; libérez de la place",
    errno.EACCES: "l’écriture y est refusée ; demandez ce droit à l’administrateur",
    errno.EPERM: "l’écriture y est refusée ; demandez ce droit à l’administrateur",
    errno.EROFS: "le disque est en lecture seule ; demandez ce droit à l’administrateur",
}


@contextmanager
def ecriture(dossier: Path) -> Iterator[None]:
    """Turn a failure of the disk into a French sentence (PublicationImpossible)."""
    try:
        yield
    except OSError as erreur:
        cause = CAUSES.get(erreur.errno or 0, f"le disque a répondu par l’erreur {erreur.errno}")
        raise PublicationImpossible(
            f"Rien n’a été publié dans le dossier « {dossier.name} » : {cause}."
        ) from erreur


def assurer(chemin: Path) -> None:
    """Force a file or a folder onto the disk."""
    descripteur = os.open(chemin, os.O_RDONLY)
    try:
        os.fsync(descripteur)
    finally:
        os.close(descripteur)


def ecrire(fichier: Path, contenu: bytes) -> None:
    """Write a new file and force it onto the disk."""
    with fichier.open("wb") as flux:
        flux.write(contenu)
        flux.flush()
        os.fsync(flux.fileno())


def remplacer(fichier: Path, contenu: bytes) -> None:
    """Replace a file in one move: a reader sees the old content or the new one, never a half."""
    provisoire = fichier.with_name(f"{PREFIXE_BROUILLON}{fichier.name}-{os.getpid()}")
    ecrire(provisoire, contenu)
    provisoire.replace(fichier)
    assurer(fichier.parent)


def sha256(fichier: Path) -> str:
    """SHA-256 of a file, in hexadecimal, read in pieces."""
    with fichier.open("rb") as flux:
        return hashlib.file_digest(flux, "sha256").hexdigest()
