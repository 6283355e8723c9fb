"""Restore a backup: every file checked aside, then the folder in one move."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile
from zlib import error as DecompressionImpossible  # noqa: N812

from plie_metrics.sauvegarde.erreurs import RestaurationImpossible, disque
from plie_metrics.sauvegarde.inventaire import INVENTAIRE, Inventaire, lire_inventaire
from plie_metrics.stockage.disque import assurer

BLOC: Final = 1 << 20
PRIVE: Final = 0o700


def restaurer(fichier: Path, vers: Path) -> Inventaire:
    """Restore into `vers`, a folder that is empty or does not exist; return what it holds.

    All or nothing: a damaged backup leaves `vers` as it was. Raises RestaurationImpossible.
    """
    if vers.exists() and (not vers.is_dir() or any(vers.iterdir())):
        raise RestaurationImpossible(
            f"« {vers} » n’est pas vide : une restauration ne recouvre jamais rien. Donnez un "
            "dossier vide ou nouveau."
        )
    if not fichier.is_file():
        raise RestaurationImpossible(f"La sauvegarde « {fichier} » n’existe pas.")
    with disque(RestaurationImpossible, "Rien n’a été restauré dans", vers), _a_cote(vers) as aside:
        inventaire = _extraire(fichier, aside)
        if vers.exists():
            vers.rmdir()
        aside.rename(vers)
        assurer(vers.resolve().parent)
    return inventaire


def _extraire(fichier: Path, aside: Path) -> Inventaire:
    try:
        with ZipFile(fichier) as archive:
            inventaire = lire_inventaire(archive.read(INVENTAIRE))
            for nom, empreinte in inventaire.fichiers.items():
                if _copier(archive, nom, aside / nom) != empreinte:
                    raise _abimee(fichier, f"« {nom} » n’a pas son empreinte")
    except (
        BadZipFile,
        KeyError,
        ValueError,
        EOFError,
        DecompressionImpossible,
        NotImplementedError,
    ):
        raise _abimee(fichier, "elle n’est pas lisible en entier") from None
    for dossier, _, _ in os.walk(aside):
        assurer(Path(dossier))
    return inventaire


def _copier(archive: ZipFile, nom: str, cible: Path) -> str:
    empreinte = hashlib.sha256()
    cible.parent.mkdir(parents=True, exist_ok=True, mode=PRIVE)
    with archive.open(nom) as entree, cible.open("xb") as sortie:
        while bloc := entree.read(BLOC):
            empreinte.update(bloc)
            sortie.write(bloc)
        sortie.flush()
        os.fsync(sortie.fileno())
    return empreinte.hexdigest()


@contextmanager
def _a_cote(vers: Path) -> Iterator[Path]:
    """A folder on the same disk, erased unless it was renamed; only its owner reads it."""
    vers.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{vers.name}-restauration-", dir=vers.parent))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _abimee(fichier: Path, raison: str) -> RestaurationImpossible:
    return RestaurationImpossible(
        f"La sauvegarde « {fichier} » est abîmée : {raison}. Rien n’a été restauré ; prenez une "
        "autre sauvegarde."
    )
