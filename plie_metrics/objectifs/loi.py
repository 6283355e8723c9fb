"""The law of a count still to come, and what is read on it: expectation, intervals, probability.

A negative binomial law given by its mean and variance, tabulated on whole numbers; sums and
differences of independent flows are exact convolutions of such tables. Rests on scipy and numpy.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import special

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
        return _tabuler(lambda k: _poisson(k, moyenne), lambda k: special.gammainc(k + 1, moyenne))
    forme, chance = moyenne**2 / (variance - moyenne), moyenne / variance
    return _tabuler(
        lambda k: _binomiale_negative(k, forme, chance),
        lambda k: special.betainc(k + 1, forme, 1 - chance),
    )


def _poisson(k: Table, moyenne: float) -> Table:
    """Logarithm of the probability of each number."""
    return np.asarray(k * np.log(moyenne) - moyenne - special.gammaln(k + 1))


def _binomiale_negative(k: Table, forme: float, chance: float) -> Table:
    """Logarithm of the probability of each number."""
    combinaisons = special.gammaln(k + forme) - special.gammaln(forme) - special.gammaln(k + 1)
    return np.asarray(combinaisons + forme * np.log(chance) + k * np.log1p(-chance))


def _tabuler(logarithme: Callable[[Table], Table], queue: Callable[[float], float]) -> Loi:
    """The law up to the first number beyond which almost nothing is left (`queue`: P(X > k)).

    Written on scipy.special: importing the whole of scipy.stats costs a second at the first page.
    """
    dernier = 1
    while queue(dernier) > QUEUE:
        dernier *= 2
    probabilites = np.exp(logarithme(np.arange(dernier + 1, dtype=np.float64)))
    return Loi(0, probabilites / probabilites.sum())
