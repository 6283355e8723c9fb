"""Files of the meeting that appear whole or not at all, and never replace another."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.stockage.disque import CAUSES, assurer, ecrire

PROVISOIRE: Final = ".provisoire-"


class DepotIndisponible(ErreurPlie):
    """The disk refuses to keep something; the sentence says what is lost and what is not."""


class DejaPris(Exception):
    """A file of that name is there already: somebody was faster."""


@contextmanager
def ecriture(quoi: str) -> Iterator[None]:
    """Turn a failure of the disk into a French sentence about `quoi` (« Le brouillon … »)."""
    try:
        yield
    except OSError as erreur:
        cause = CAUSES.get(erreur.errno or 0, f"le disque a répondu par l’erreur {erreur.errno}")
        raise DepotIndisponible(
            f"{quoi} n’a pas été enregistré : {cause}. Ce qui était enregistré avant est intact ; "
            "gardez une copie de votre texte, puis recommencez."
        ) from erreur


def creer(fichier: Path, contenu: bytes) -> None:
    """Write a file that does not exist yet, whole; raises DejaPris, OSError."""
    fichier.parent.mkdir(parents=True, exist_ok=True)
    provisoire = fichier.with_name(f"{PROVISOIRE}{uuid.uuid4().hex}")
    try:
        ecrire(provisoire, contenu)
        _nommer(provisoire, fichier)
        with suppress(
            OSError
        ):  # a folder that cannot be forced to disk holds the file all the same
            assurer(fichier.parent)
    except FileExistsError:
        raise DejaPris from None
    finally:
        with suppress(OSError):
            provisoire.unlink(missing_ok=True)


def _nommer(provisoire: Path, fichier: Path) -> None:
    """Give the written file its name, unless it is taken; raises FileExistsError."""
    try:
        os.link(provisoire, fichier)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links: the name is reserved, then takes the content
        os.close(os.open(fichier, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        provisoire.replace(fichier)
