"""A flow (entrées, sorties positives) from what is known to the end of its period.

Model. The rhythm (events a usual year) moves as a random walk such that two successive years differ
by SOUPLESSE, in relative standard deviation: their yearly variance is 2v/3 for a walk of variance v
a year, that between the past year and the part e of this one already seen is v(1 + e)/3, and that
between this part and the rest is v/3. So:

- the rhythm of the part seen has a gamma prior, mean the past year's total, relative variance
  v(1 + e)/3 plus that of the total itself (a small total tells less);
- the events entered update it, months not fully entered counting for the share entered already;
- what remains, over the exposure E − e, follows a negative binomial law whose variance adds the
  months' own dispersion, what is not known of the rhythm, and v/3 of drift.

Without a complete past year there is no prior and no season: only the straight line is given,
without probability.
"""

from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.loi import Loi, loi_comptage
from plie_metrics.objectifs.saison import Saison

# relative standard deviation of a year's flow around the previous year's: one year in three
# differs by more than 20 %
SOUPLESSE: Final = 0.20
# v/3, the relative variance between two parts of a same year
DERIVE: Final = SOUPLESSE**2 / 2


@dataclass(frozen=True)
class Observation:
    """What is known of a flow at the arrêté.

    `compte`: events entered so far in the period; `exposition`: the share of a usual year that
    they stand for; `totale`: the exposure of the whole period, late entries of earlier months
    included where they matter; `annee_precedente`: total of the last complete year (corrected for
    what is not entered yet), None when there is none.
    """

    compte: float
    exposition: float
    totale: float
    annee_precedente: float | None

    @property
    def reste(self) -> float:
        """Exposure still to come, late entries of past months included."""
        return max(0.0, self.totale - self.exposition)


@dataclass(frozen=True)
class Prevision:
    """Mean and variance of what remains, and its law."""

    moyenne: float
    variance: float

    @property
    def loi(self) -> Loi:
        """The law of the remaining count."""
        return loi_comptage(self.moyenne, self.variance)


def prevoir(observation: Observation, saison: Saison) -> Prevision | None:
    """The remaining flow; None without a complete past year that counts something."""
    precedente = observation.annee_precedente
    if not precedente or not saison.annees:
        return None
    dispersion = saison.dispersion
    vecu = min(1.0, observation.exposition)
    a_priori = 1 / (DERIVE * (1 + vecu) + dispersion / precedente)
    # in units of `dispersion` the counts behave as Poisson's
    forme = a_priori + observation.compte / dispersion
    taux = a_priori / precedente + observation.exposition / dispersion
    moyenne = forme / taux * observation.reste
    rythme = forme / taux**2 * observation.reste**2 + DERIVE * moyenne**2
    variance = dispersion * moyenne + rythme
    return Prevision(moyenne, variance)


def prolonger(observation: Observation) -> float:
    """What remains if the rhythm seen so far goes on: the straight line, without a law.

    0 when nothing could be seen yet.
    """
    if not observation.exposition:
        return 0.0
    return observation.compte / observation.exposition * observation.reste
