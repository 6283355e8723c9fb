"""Write a backup: beside its name first, then in one move, never over another file."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plie_metrics.sauvegarde.erreurs import SauvegardeImpossible, disque
from plie_metrics.sauvegarde.inventaire import INVENTAIRE, Inventaire, a_sauver
from plie_metrics.stockage.balayage import verrou
from plie_metrics.stockage.disque import assurer

BLOC: Final = 1 << 20


def sauvegarder(donnees: Path, fichier: Path, quand: datetime, journal: Path | None) -> Inventaire:
    """Save the data folder into `fichier`; return what it holds.

    The backup can be read by its owner alone. Raises SauvegardeImpossible: the file exists, the
    disk refuses, a person is being erased, or a file moved meanwhile.
    """
    if fichier.exists():
        raise SauvegardeImpossible(
            f"« {fichier} » existe déjà : une sauvegarde n’en recouvre jamais une autre. Donnez un "
            "autre nom."
        )
    constat = "Rien n’a été sauvegardé dans"
    with disque(SauvegardeImpossible, constat, fichier), _au_calme(donnees / "snapshots"):
        with _provisoire(fichier) as provisoire:
            with provisoire.open("wb") as flux:
                inventaire = _ecrire(flux, a_sauver(donnees, journal), quand)
                flux.flush()
                os.fsync(flux.fileno())
            _nommer(provisoire, fichier)
        assurer(fichier.resolve().parent)
    return inventaire


def _ecrire(flux: IO[bytes], fichiers: Mapping[str, Path], quand: datetime) -> Inventaire:
    empreintes = {}
    with ZipFile(flux, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for nom, source in fichiers.items():
            empreintes[nom] = _copier(archive, nom, source)
        inventaire = Inventaire(quand.isoformat(timespec="seconds"), empreintes)
        archive.writestr(_fiche(INVENTAIRE), inventaire.octets())
    return inventaire


def _fiche(nom: str) -> ZipInfo:
    """A fixed date: a ZIP cannot tell one before 1980, which a dead clock gives."""
    fiche = ZipInfo(nom, date_time=(1980, 1, 1, 0, 0, 0))
    fiche.compress_type = ZIP_DEFLATED
    return fiche


def _copier(archive: ZipFile, nom: str, source: Path) -> str:
    """The fingerprint is that of the bytes written: a file may be written to meanwhile."""
    empreinte = hashlib.sha256()
    try:
        with (
            source.open("rb") as entree,
            archive.open(_fiche(nom), "w", force_zip64=True) as sortie,
        ):
            while bloc := entree.read(BLOC):
                empreinte.update(bloc)
                sortie.write(bloc)
    except FileNotFoundError:
        raise SauvegardeImpossible(
            f"« {nom} » a disparu pendant la sauvegarde ; recommencez."
        ) from None
    return empreinte.hexdigest()


@contextmanager
def _au_calme(arretes: Path) -> Iterator[None]:
    """No person is erased meanwhile: the backup would hold half of the work."""
    if not arretes.is_dir():
        yield
        return
    try:
        with verrou(arretes):
            yield
    except BlockingIOError:
        raise SauvegardeImpossible(
            "Un effacement est en cours dans les arrêtés ; sauvegardez quand il sera fini."
        ) from None


@contextmanager
def _provisoire(fichier: Path) -> Iterator[Path]:
    descripteur, nom = tempfile.mkstemp(
        prefix=f".{fichier.name}-", suffix=".tmp", dir=fichier.parent
    )
    os.close(descripteur)
    try:
        yield Path(nom)
    finally:
        with suppress(OSError):
            Path(nom).unlink(missing_ok=True)


def _nommer(provisoire: Path, fichier: Path) -> None:
    """Give its name to a finished file: a hard link refuses a name that is taken."""
    try:
        fichier.hardlink_to(provisoire)
    except FileExistsError:
        raise SauvegardeImpossible(f"« {fichier} » vient d’être créé par quelqu’un.") from None
    except OSError:  # a file system without hard links
        provisoire.rename(fichier)
