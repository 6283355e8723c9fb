"""The rhythm of a year: what share of a year's flow each month usually brings, and its noise.

Chance alone makes the months of a year unequal, so their shares are pulled towards equal ones
(each by its days), the more as chance could explain what is seen: a James-Stein shrinkage.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from plie_metrics.periodes import Periode, fin_mois, mois_de

MOIS: Final = 12
# variance over mean that months of equal rhythm may show: pure chance (1), and half as much again
# for what a year has of its own and the next will not repeat
BRUIT: Final = 1.5


@dataclass(frozen=True)
class Saison:
    """Share of a year's flow by civil month (twelve shares, sum 1) and the noise around it.

    `dispersion`: variance of a month's count over its mean; 1 = pure chance, more = grouped
    events. `annees`: complete past years behind it; 0 means equal months, by convention.
    """

    parts: tuple[float, ...]
    dispersion: float
    annees: int

    def exposition(self, periode: Periode) -> float:
        """Years of usual rhythm held by a period: 1 for any civil year, days inside a month."""
        return sum(self._du_mois(mois) for mois in mois_de(periode))

    def _du_mois(self, mois: Periode) -> float:
        entier = Periode(mois.du.replace(day=1), fin_mois(mois.du))
        return self.parts[mois.du.month - 1] * mois.jours / entier.jours


def saison(passes: Mapping[date, float], parts: tuple[float, ...] | None = None) -> Saison:
    """The season of complete past years, given as {first day of month: count}.

    A year counts when its twelve months are there; without any, months weigh as their days.
    `parts`: shares known from a larger whole (the PLIE's, for one référent), kept as they are.
    """
    annees = [annee for annee in sorted({m.year for m in passes}) if _complete(passes, annee)]
    table = [[passes[date(annee, m, 1)] for m in range(1, MOIS + 1)] for annee in annees]
    total = sum(map(sum, table))
    if not total:
        return Saison(parts or _parts_des_jours(), 1.0, 0)
    retenues = parts or _rappelees(table, total)
    return Saison(retenues, _dispersion(table, retenues), len(table))


def _rappelees(table: Sequence[Sequence[float]], total: float) -> tuple[float, ...]:
    """Shares of the months, pulled towards equal months by what chance explains (1 = wholly)."""
    egales = _parts_des_jours()
    sommes = [sum(annee[rang] for annee in table) for rang in range(MOIS)]
    ecart = _pearson(sommes, [part * total for part in egales]) / (MOIS - 1)
    rappel = min(1.0, BRUIT / ecart) if ecart else 1.0
    return tuple(
        (1 - rappel) * somme / total + rappel * egale
        for somme, egale in zip(sommes, egales, strict=True)
    )


def _complete(passes: Mapping[date, float], annee: int) -> bool:
    return all(date(annee, mois, 1) in passes for mois in range(1, MOIS + 1))


def _parts_des_jours() -> tuple[float, ...]:
    # of a common year: the length of months is not a rhythm to learn
    debuts = [date(2015, mois, 1) for mois in range(1, MOIS + 1)] + [date(2016, 1, 1)]
    return tuple((apres - avant) / timedelta(days=365) for avant, apres in pairwise(debuts))


def _dispersion(table: Sequence[Sequence[float]], parts: Sequence[float]) -> float:
    """Variance over mean of the months around their expected counts, over the free months."""
    libres = len(table) * (MOIS - 1)
    ecarts = sum(_pearson(annee, [part * sum(annee) for part in parts]) for annee in table)
    return max(1.0, ecarts / libres)


def _pearson(comptes: Sequence[float], attendus: Sequence[float]) -> float:
    """Sum of (count − expected)² / expected; months where nothing is expected are left out."""
    return sum(
        (compte - attendu) ** 2 / attendu
        for compte, attendu in zip(comptes, attendus, strict=True)
        if attendu
    )
