"""The law of a count still to come, and what is read on it: expectation, intervals, probability.

A negative binomial law given by its mean and variance, tabulated on whole numbers; sums and
differences of independent flows are exact convolutions of such tables. Rests on scipy and numpy.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

QUEUE: Final = 1e-9
Table = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Loi:
    """Probabilities of the whole numbers `origine`, `origine` + 1, …; they add up to 1."""

    origine: int
    probabilites: Table

    @property
    def moyenne(self) -> float:
        """Expectation."""
        return float(self.origine + np.dot(np.arange(len(self.probabilites)), self.probabilites))

    def quantile(self, niveau: float) -> int:
        """Smallest number whose cumulated probability reaches `niveau`."""
        cumul = np.cumsum(self.probabilites)
        rang = int(np.searchsorted(cumul, niveau * cumul[-1], side="left"))
        return self.origine + min(rang, len(cumul) - 1)

    def intervalle(self, couverture: float) -> tuple[int, int]:
        """The central interval that holds `couverture` (0.8, 0.95) of the probability."""
        queue = (1 - couverture) / 2
        return self.quantile(queue), self.quantile(1 - queue)

    def au_moins(self, seuil: float) -> float:
        """Probability of a number at least equal to `seuil`; never grows with `seuil`."""
        debut = max(0, int(np.ceil(seuil)) - self.origine)
        if debut >= len(self.probabilites):
            return 0.0
        # summed from the far end, so that two thresholds never disagree by a rounding
        restes = np.cumsum(self.probabilites[::-1])[::-1]
        return float(min(1.0, restes[debut] / restes[0]))

    def plus(self, decalage: float) -> "Loi":
        """The law shifted by what is already known."""
        return Loi(self.origine + round(decalage), self.probabilites)

    def moins(self, autre: "Loi") -> "Loi":
        """The law of the difference of two independent counts."""
        probabilites = np.convolve(self.probabilites, autre.probabilites[::-1])
        dernier = autre.origine + len(autre.probabilites) - 1
        return Loi(self.origine - dernier, np.clip(probabilites, 0, None))


def loi_comptage(moyenne: float, variance: float) -> Loi:
    """A count of that mean and variance: Poisson when they are equal, else negative binomial."""
    if moyenne <= 0:
        return Loi(0, np.array([1.0]))
    if variance <= moyenne * (1 + 1e-9):
        figee = stats.poisson(moyenne)
    else:
        figee = stats.nbinom(moyenne**2 / (variance - moyenne), moyenne / variance)
    # isf gives the far tail without summing a table that could be long
    dernier = int(figee.isf(QUEUE)) + 1
    probabilites = np.asarray(figee.pmf(np.arange(dernier + 1)), dtype=np.float64)
    return Loi(0, probabilites / probabilites.sum())
