"""A table of the source, as the engine will read it: one plain text file, cells counted."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

EN_TETE: Final = 1
AUTRES_BLANCS: Final = ("\u00a0", "\u202f", "\u2009", "\ufeff")
NUMEROS: Final = np.int32

Numeros = npt.NDArray[np.int32]


class Blancs(IntEnum):
    """Which blanks a file holds: removing those that it has not would cost more than reading it."""

    AUCUN = 0
    ESPACES = 1
    SAUTS = 2  # some cell holds line feeds


def blancs_simples(octets: bytes) -> bytes:
    """UTF-8 text whose tabs, no-break and narrow spaces are plain spaces."""
    octets = octets.replace(b"\t", b" ")
    if octets.isascii():  # looking for several bytes is slow: not where they cannot be
        return octets
    for blanc in AUTRES_BLANCS:
        octets = octets.replace(blanc.encode(), b" ")
    return octets


class TableRefusee(Exception):
    """The whole table cannot be read: `raison` and `remede` in French, `ligne` when known."""

    def __init__(self, raison: str, remede: str, ligne: int | None = None) -> None:
        super().__init__(raison)
        self.raison, self.remede, self.ligne = raison, remede, ligne


@dataclass(frozen=True)
class TexteNormalise:
    """UTF-8, line feeds, plain spaces, no heading, every record of `len(entetes)` cells.

    `numeros`: line of the source of each record (a sheet's row, a file's line), None when record
    n is simply line n + 2. `ecarts`: (rank, cells found) of the records that had too few or too
    many cells, and were padded or cut so that the others keep their rank.
    """

    fichier: Path
    delimiteur: str
    entetes: tuple[str, ...]
    enregistrements: int
    numeros: Numeros | None
    ecarts: Any  # array of int64, two columns
    blancs: Blancs


def numeros_utiles(numeros: Numeros) -> Numeros | None:
    """None when record n is line n + 2, which needs no array."""
    simple = numeros.size == 0 or int(numeros[-1]) == numeros.size + EN_TETE
    return None if simple else numeros
