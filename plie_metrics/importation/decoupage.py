"""Where records and cells end in a block of CSV bytes, found by arithmetic on whole blocks.

A quoted cell holds an odd number of quotes to its left, so the parity of the quotes read so far
says whether a byte is inside one (RFC 4180, section 2: a quote inside a cell is doubled).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

FIN: Final = 0x0A
GUILLEMET: Final = 0x22

Entiers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Decoupe:
    """The complete records at the start of a block.

    `fins`: position of the line feed that ends each record. `largeurs`: its number of cells.
    `lignes`: lines of the file that each record spans (1, unless a cell holds line feeds).
    `guillemet_isole`: position of the first quote that neither opens nor closes a cell, or None.
    """

    fins: Entiers
    largeurs: Entiers
    lignes: Entiers | None
    guillemet_isole: int | None

    @property
    def consomme(self) -> int:
        """Bytes that belong to complete records."""
        return int(self.fins[-1]) + 1 if self.fins.size else 0

    @property
    def plus_longue(self) -> int:
        """Length of the longest record, in bytes."""
        return int(np.diff(self.fins, prepend=-1).max()) if self.fins.size else 0


def decouper(octets: bytes, delimiteur: int) -> Decoupe:
    """Cut a block that starts at the start of a record and whose line ends are line feeds."""
    vue = np.frombuffer(octets, np.uint8)
    coupures = (vue == FIN) | (vue == delimiteur)
    guillemets = _guillemets(octets, vue)
    if guillemets is not None:
        coupures &= ~_dedans(vue)
    positions = np.flatnonzero(coupures)
    rangs = np.flatnonzero(vue[positions] == FIN)
    fins = positions[rangs]
    isole = None if guillemets is None else _isole(vue, guillemets, delimiteur)
    lignes = None if guillemets is None else _lignes(vue, fins)
    return Decoupe(fins, np.diff(rangs, prepend=-1), lignes, isole)


def _guillemets(octets: bytes, vue: Any) -> Entiers | None:
    return np.flatnonzero(vue == GUILLEMET) if b'"' in octets else None


def _dedans(vue: Any) -> Any:
    # the sum wraps at 256, which leaves its parity right
    return (np.cumsum(vue == GUILLEMET, dtype=np.uint8) & 1).astype(bool)


def _isole(vue: Any, guillemets: Entiers, delimiteur: int) -> int | None:
    """An opening quote follows a separator or a quote; a closing one precedes the same."""
    permis = np.array([delimiteur, FIN, GUILLEMET], np.uint8)
    ouvrants, fermants = guillemets[::2], guillemets[1::2]
    avant = vue[ouvrants[ouvrants > 0] - 1]
    apres = vue[fermants[fermants < vue.size - 1] + 1]
    fautifs = np.concatenate(
        (
            ouvrants[ouvrants > 0][~np.isin(avant, permis)],
            fermants[fermants < vue.size - 1][~np.isin(apres, permis)],
        )
    )
    return int(fautifs.min()) if fautifs.size else None


def _lignes(vue: Any, fins: Entiers) -> Entiers | None:
    toutes = np.flatnonzero(vue == FIN)
    if not fins.size or np.searchsorted(toutes, fins[-1]) + 1 == fins.size:
        return None
    return np.diff(np.searchsorted(toutes, fins), prepend=-1)
