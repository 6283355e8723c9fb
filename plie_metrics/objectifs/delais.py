"""How late facts are keyed in, from their day and the day of their entry in the software.

At the arrêté only the facts already entered are seen, so recent ones show their short delays only.
The distribution is therefore read backwards in time (reverse-time hazard of right-truncated data:
Lagakos, Barraj and De Gruttola, Biometrika 1988; Kalbfleisch and Lawless, JASA 1989).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

FENETRE: Final = 730
"""Days: habits of entry older than two years are forgotten."""
MINIMUM: Final = 30
"""Entries below which no delay is estimated."""
RAPPEL: Final = 1.0
"""An imaginary fact entered earlier, beside each delay: few facts must not decide alone."""
JOURS_PAR_MOIS: Final = 30

Entiers = npt.NDArray[np.int64]
Reels = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Delais:
    """`cumul[d]`: share of the facts entered at most d days after they happened; ends at 1.

    `saisies`: number of dated entries behind it.
    """

    cumul: tuple[float, ...]
    saisies: int

    def part(self, jours: int) -> float:
        """Share entered within that many days; 0 for a fact still to come."""
        if jours < 0:
            return 0.0
        return self.cumul[min(jours, len(self.cumul) - 1)]

    @property
    def moyen(self) -> float:
        """Mean delay, in days."""
        return float(sum(1 - part for part in self.cumul))

    def par_mois(self, combien: int = 4) -> tuple[float, ...]:
        """Share entered within 1, 2, … months of 30 days."""
        return tuple(self.part(JOURS_PAR_MOIS * rang) for rang in range(1, combien + 1))


def mesurer_delais(faits: pd.Series, saisies: pd.Series, vu_le: date) -> Delais | None:
    """The delays of the facts of the last FENETRE days, seen on `vu_le`; dates row by row.

    None below MINIMUM dated entries. A fact entered before it happens has delay 0.
    """
    ages, delais = _jours(faits, saisies, vu_le)
    if len(delais) < MINIMUM:
        return None
    longueur = int(delais.max()) + 1
    survenus = np.bincount(delais, minlength=longueur).astype(np.float64)
    # facts whose delay could have been seen to be d, and that were entered within d days
    rangs = np.arange(longueur)
    presents = np.searchsorted(np.sort(delais), rangs, side="right").astype(np.float64)
    trop_jeunes = np.searchsorted(np.sort(ages), rangs, side="left").astype(np.float64)
    hasard = survenus / (presents - trop_jeunes + RAPPEL)
    return Delais(_cumuler(hasard), len(delais))


def _cumuler(hasard: Reels) -> tuple[float, ...]:
    """F(d) = product over k > d of (1 − hazard of k)."""
    apres = np.cumprod((1 - hasard[1:])[::-1])[::-1]
    return (*(float(part) for part in apres), 1.0)


def _jours(faits: pd.Series, saisies: pd.Series, vu_le: date) -> tuple[Entiers, Entiers]:
    """Age of each fact on `vu_le` and its delay, in days, for those seen in the window."""
    quand, saisi = jours_de(faits), jours_de(saisies)
    vu = np.datetime64(vu_le, "D")
    connus = ~np.isnat(quand) & ~np.isnat(saisi) & (saisi <= vu) & (quand <= vu)
    connus &= quand > vu - np.timedelta64(FENETRE, "D")
    ages = (vu - quand[connus]).astype(np.int64)
    delais = np.maximum((saisi[connus] - quand[connus]).astype(np.int64), 0)
    return ages, delais


def jours_de(dates: pd.Series) -> Any:
    """A column of dates as an array of days (datetime64[D])."""
    return dates.to_numpy(dtype="datetime64[D]")
