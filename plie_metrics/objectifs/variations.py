"""Noise or signal? The usual process-behaviour rules on a monthly series (XmR chart).

Limits: mean ± 2.66 times the mean moving range (D. J. Wheeler, « Understanding Variation »; the
rules are those of NHS England, « Making Data Count »). A signal is one point outside the limits,
eight successive points on one side of the mean, or two of three successive points beyond two thirds
of the way to the same limit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from plie_metrics.objectifs.saison import MOIS

MINIMUM: Final = 8
"""Points below which nothing is said."""
COEFFICIENT: Final = 2.66
"""3 / d2 for moving ranges of two points (d2 = 1,128)."""
SUITE: Final = 8
DEUX_TIERS: Final = 2 / 3


class Regle(StrEnum):
    """Which rule a point breaks; the value is the French wording."""

    HORS_LIMITES = "un mois hors des limites habituelles"
    SUITE = "huit mois de suite du même côté de la moyenne"
    PRES_D_UNE_LIMITE = "deux mois sur trois près de la même limite"


class Verdict(StrEnum):
    """What a page may say of the series; the value is the French wording."""

    HABITUEL = "dans les variations habituelles"
    RUPTURE = "rupture"
    TROP_COURT = "série trop courte pour le dire (moins de huit mois)"


@dataclass(frozen=True)
class Limites:
    """The mean and the natural limits of the series, in its unit; `basse` is never below 0."""

    moyenne: float
    basse: float
    haute: float


@dataclass(frozen=True)
class Signal:
    """A rule broken: the months that break it, and on which side (`hausse` = above the mean)."""

    regle: Regle
    mois: tuple[date, ...]
    hausse: bool


@dataclass(frozen=True)
class Variations:
    """What the rules say; `limites` is None for a series too short."""

    verdict: Verdict
    limites: Limites | None
    signaux: tuple[Signal, ...]


def lire_variations(serie: Mapping[date, float]) -> Variations:
    """Apply the rules to a series {first day of month: figure}, in the order of the months.

    Leave the provisional months out of it, and remove its season first when there is one: neither
    is a change of the process.
    """
    mois = sorted(serie)
    valeurs = [serie[jour] for jour in mois]
    if len(mois) < MINIMUM:
        return Variations(Verdict.TROP_COURT, None, ())
    limites = calculer_limites(valeurs)
    signaux = (
        *_hors_limites(mois, valeurs, limites),
        *_suites(mois, valeurs, limites),
        *_pres_d_une_limite(mois, valeurs, limites),
    )
    return Variations(Verdict.RUPTURE if signaux else Verdict.HABITUEL, limites, signaux)


def calculer_limites(valeurs: Sequence[float]) -> Limites:
    """Natural limits of at least two points; a count cannot go below 0."""
    moyenne = sum(valeurs) / len(valeurs)
    etendues = [abs(apres - avant) for avant, apres in pairwise(valeurs)]
    ecart = COEFFICIENT * sum(etendues) / len(etendues)
    return Limites(moyenne, max(0.0, moyenne - ecart), moyenne + ecart)


def desaisonner(serie: Mapping[date, float], parts: Sequence[float]) -> dict[date, float]:
    """The series as if every month weighed the same: figure / (12 × usual share of the month).

    `parts`: the twelve shares of a Saison. A month whose share is 0 is left out.
    """
    return {
        jour: valeur / (MOIS * parts[jour.month - 1])
        for jour, valeur in serie.items()
        if parts[jour.month - 1]
    }


def _hors_limites(
    mois: Sequence[date], valeurs: Sequence[float], limites: Limites
) -> Iterator[Signal]:
    for jour, valeur in zip(mois, valeurs, strict=True):
        if not limites.basse <= valeur <= limites.haute:
            yield Signal(Regle.HORS_LIMITES, (jour,), valeur > limites.moyenne)


def _suites(mois: Sequence[date], valeurs: Sequence[float], limites: Limites) -> Iterator[Signal]:
    """Each longest run of at least SUITE points; a point on the mean ends a run."""
    debut = 0
    cotes = [_cote(valeur - limites.moyenne) for valeur in valeurs]
    for rang in range(1, len(cotes) + 1):
        if rang < len(cotes) and cotes[rang] == cotes[debut]:
            continue
        if cotes[debut] and rang - debut >= SUITE:
            yield Signal(Regle.SUITE, tuple(mois[debut:rang]), cotes[debut] > 0)
        debut = rang


def _pres_d_une_limite(
    mois: Sequence[date], valeurs: Sequence[float], limites: Limites
) -> Iterator[Signal]:
    haut = limites.moyenne + DEUX_TIERS * (limites.haute - limites.moyenne)
    # the lower limit before it is cut at 0: the way to it is the same on both sides
    bas = 2 * limites.moyenne - haut
    for fin in range(3, len(valeurs) + 1):
        rangs = range(fin - 3, fin)
        for hausse in (True, False):
            proches = [r for r in rangs if (valeurs[r] > haut if hausse else valeurs[r] < bas)]
            # told once, by the window that ends on its last point, or by the first window
            if len(proches) >= 2 and (proches[-1] == fin - 1 or fin == 3):
                yield Signal(Regle.PRES_D_UNE_LIMITE, tuple(mois[r] for r in proches), hausse)


def _cote(ecart: float) -> int:
    return (ecart > 0) - (ecart < 0)
