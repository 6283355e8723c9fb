"""How long a parcours lasts, those still under way counted as such (Kaplan and Meier, 1958).

Leaving them out would only show the short ones of the recent entrées; the mean over the sorties
(`duree_moyenne_parcours`) does that, and both are told apart on screen.
"""

import warnings
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from plie_metrics.calcul.sorties import JOURS_PAR_MOIS
from plie_metrics.periodes import debut_mois

NIVEAU: Final = 0.95
MINIMUM: Final = 10
"""Ended parcours below which no curve is drawn."""


@dataclass(frozen=True)
class Palier:
    """From `mois` on, `part` of the parcours are still under way, between `bas` and `haut`."""

    mois: float
    part: float
    bas: float
    haut: float


@dataclass(frozen=True)
class Survie:
    """The curve of the parcours begun between `depuis` and `jusqu_a`, seen on that last day.

    `termines` ended by then, `total` in all; durations in months of 30.4375 days. `mediane`: the
    first duration at which half at most are still under way, None when the curve stays above;
    `intervalle` its 95 % interval (Brookmeyer and Crowley, 1982), an end None when it is not
    reached.
    """

    depuis: date
    jusqu_a: date
    total: int
    termines: int
    paliers: tuple[Palier, ...]
    mediane: float | None
    intervalle: tuple[float | None, float | None]

    def a(self, mois: float) -> Palier | None:
        """The step in force at that duration; None beyond the longest parcours seen."""
        rang = bisect_right([palier.mois for palier in self.paliers], mois)
        if mois > self.plus_long:
            return None
        return self.paliers[rang - 1]

    @property
    def plus_long(self) -> float:
        """The longest duration seen, in months."""
        return self.paliers[-1].mois


def premiere_entree_complete(parcours: pd.DataFrame) -> date | None:
    """The first day from which every parcours begun is in the extract, whatever it became.

    An extract holds the sorties from some month on: a parcours begun before and ended before is
    missing, so those begun before would look longer than they were. None without any sortie.
    """
    premiere = parcours["date_sortie"].min()
    return None if pd.isna(premiere) else debut_mois(premiere.date())


def mesurer_survie(parcours: pd.DataFrame, depuis: date, jusqu_a: date) -> Survie | None:
    """The curve of the parcours begun in these days; None under MINIMUM ended ones."""
    du, au = pd.Timestamp(depuis), pd.Timestamp(jusqu_a)
    suivis = parcours[(parcours["date_entree"] >= du) & (parcours["date_entree"] <= au)]
    finis = suivis["date_sortie"] <= au
    fins = suivis["date_sortie"].where(finis, au)
    mois = ((fins - suivis["date_entree"]).dt.days / JOURS_PAR_MOIS).to_numpy()
    if int(finis.sum()) < MINIMUM:
        return None
    paliers = _paliers(mois[finis.to_numpy()], mois[~finis.to_numpy()])
    mediane = _franchit(paliers, "part")
    intervalle = (_franchit(paliers, "bas"), _franchit(paliers, "haut"))
    return Survie(depuis, jusqu_a, len(mois), int(finis.sum()), paliers, mediane, intervalle)


def _paliers(finies: np.ndarray, en_cours: np.ndarray) -> tuple[Palier, ...]:
    # here and not above: importing scipy.stats costs a second at the first page
    from scipy.stats import CensoredData, ecdf  # noqa: PLC0415

    courbe = ecdf(CensoredData(uncensored=finies, right=en_cours)).sf
    # the interval is undefined where the curve is at 1 or at 0, which is told by a warning
    with np.errstate(divide="ignore", invalid="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        limites = courbe.confidence_interval(NIVEAU, method="log-log")
    parts = courbe.probabilities
    bas, haut = (
        np.where(np.isnan(bord.probabilities), parts, bord.probabilities)
        for bord in (limites.low, limites.high)
    )
    lignes = zip(courbe.quantiles, parts, bas, haut, strict=True)
    suite = [Palier(float(m), float(p), float(b), float(h)) for m, p, b, h in lignes]
    return (Palier(0.0, 1.0, 1.0, 1.0), *suite) if suite[0].mois > 0 else tuple(suite)


def _franchit(paliers: tuple[Palier, ...], limite: str) -> float | None:
    """The first duration at which that limit of the curve is at one half or below."""
    for avant, apres in pairwise(paliers):
        if getattr(avant, limite) > 1 / 2 >= getattr(apres, limite):
            return apres.mois
    return None
