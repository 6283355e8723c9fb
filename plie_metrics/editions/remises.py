"""What was handed over: the fingerprint of each file made from a frozen edition.

`data/copil/remises.jsonl`, a line a file. A file found again six months later is then known to be
the one that was made, or to have been changed since.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final, Literal

from plie_metrics.chemins import COPIL
from plie_metrics.editions.fichiers import ecriture
from plie_metrics.editions.modele import COURTE, Edition

REGISTRE: Final = "remises.jsonl"
TAILLE_MAX: Final = 200_000_000
"""Bytes that are looked at in one file, unpacked: a bomb is not followed."""
_EMPREINTE: Final = re.compile(rb"(?<![0-9a-f])[0-9a-f]{12}(?:[0-9a-f]{52})?(?![0-9a-f])")
_FLUX: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
Verdict = Literal["intact", "modifié", "inconnu"]


@dataclass(frozen=True)
class Remise:
    """A file that was made: from which edition, in which format, when; `sha256` of its bytes."""

    edition: str
    empreinte: str
    format: str
    sha256: str
    le: str


@dataclass(frozen=True)
class Examen:
    """What a file is: made here and untouched, changed since, or unknown; from which edition."""

    verdict: Verdict
    edition: Edition | None
    remise: Remise | None = None


def noter(
    edition: Edition, nom_format: str, contenu: bytes, quand: datetime, dossier: Path = COPIL
) -> None:
    """Remember a file made from a frozen edition; a draft leaves no trace.

    Raises DepotIndisponible.
    """
    if not edition.figee:
        return
    remise = Remise(
        edition.identifiant,
        edition.empreinte,
        nom_format,
        sha256(contenu).hexdigest(),
        quand.isoformat(timespec="seconds"),
    )
    if any(connue.sha256 == remise.sha256 for connue in remises(dossier)):
        return
    with ecriture("Le registre des fichiers remis"):
        dossier.mkdir(parents=True, exist_ok=True)
        with (dossier / REGISTRE).open("ab+") as flux:  # one short write: lines never mix
            ligne = json.dumps(asdict(remise), ensure_ascii=False) + "\n"
            flux.write((_reprise(flux) + ligne).encode())


def _reprise(flux: BinaryIO) -> str:
    """The end of a line that a death cut short: it must not swallow the next one."""
    taille = flux.seek(0, SEEK_END)
    if not taille:
        return ""
    flux.seek(taille - 1)
    return "" if flux.read(1) == b"\n" else "\n"


def remises(dossier: Path = COPIL) -> tuple[Remise, ...]:
    """Every file that was made, oldest first; a damaged line is left out."""
    try:
        lignes = (dossier / REGISTRE).read_bytes().splitlines()
    except OSError:
        return ()
    lues = []
    for ligne in lignes:
        try:
            lues.append(Remise(**json.loads(ligne)))
        except (ValueError, TypeError):
            continue
    return tuple(lues)


def examiner(contenu: bytes, editions: tuple[Edition, ...], dossier: Path = COPIL) -> Examen:
    """Find which edition a file comes from, by its own fingerprint, else by the one it bears."""
    somme = sha256(contenu).hexdigest()
    par_empreinte = {edition.empreinte: edition for edition in editions}
    for remise in remises(dossier):
        if remise.sha256 == somme:
            return Examen("intact", par_empreinte.get(remise.empreinte), remise)
    portees = set(_portees(contenu))
    for edition in editions:
        if {edition.empreinte, edition.empreinte_courte} & portees:
            return Examen("modifié", edition)
    return Examen("inconnu", None)


def _portees(contenu: bytes) -> Iterator[str]:
    for partie in _parties(contenu):
        for trouvee in _EMPREINTE.findall(partie):
            yield trouvee.decode()
            yield trouvee.decode()[:COURTE]


def _parties(contenu: bytes) -> Iterator[bytes]:
    """The file itself, the parts of an office document, the streams of a PDF."""
    yield contenu
    if contenu.startswith(b"PK"):
        yield from _parties_zip(contenu)
    elif contenu.startswith(b"%PDF"):
        for flux in _FLUX.findall(contenu):
            try:
                yield zlib.decompressobj().decompress(flux, TAILLE_MAX)
            except zlib.error:
                continue


def _parties_zip(contenu: bytes) -> Iterator[bytes]:
    try:
        archive = zipfile.ZipFile(BytesIO(contenu))
        if sum(info.file_size for info in archive.infolist()) > TAILLE_MAX:
            return
        for nom in archive.namelist():
            yield archive.read(nom)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return
