"""Month by month: where one stands, where one should, where one goes, and the fan around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from plie_metrics.objectifs.flux import Observation, Prevision, prevoir, prolonger
from plie_metrics.objectifs.projection import ETROIT, LARGE
from plie_metrics.objectifs.rythme import Flux
from plie_metrics.objectifs.series import Serie
from plie_metrics.periodes import Periode, debut_mois, decaler_mois, mois_de

RETARD_MAXIMAL: Final = 12
"""Months before the period whose late entries may still move a level."""


@dataclass(frozen=True)
class Eventail:
    """What is expected at a date, and the bounds that hold 80 % and 95 % of the probability.

    The bounds are None without a complete past year.
    """

    attendu: float
    bas80: float | None = None
    haut80: float | None = None
    bas95: float | None = None
    haut95: float | None = None


@dataclass(frozen=True)
class Point:
    """The end of a month of the objective's period: cumulated flow, or level.

    `constate`: what is entered, None after the arrêté. `eventail`: what it will finally be, late
    entries included, so that the curve never falls at its end for want of data. `lineaire`,
    `saisonniere`: where to be to reach the target. `completude`: share of the month already
    entered, None when unknown; `provisoire`: under 95 %.
    """

    mois: Periode
    constate: float | None
    eventail: Eventail
    lineaire: float
    saisonniere: float | None
    completude: float | None
    provisoire: bool | None


@dataclass(frozen=True)
class Chemin:
    """What the points are drawn from: the period, its target, the arrêté, the monthly series."""

    periode: Periode
    cible: float
    arrete: date
    serie: Serie

    def jusqu_a(self, mois: Periode) -> Periode:
        """From the beginning of the period to the end of a month."""
        return Periode(self.periode.du, mois.au)

    def part_temps(self, mois: Periode) -> float:
        """Days gone at the end of the month over the days of the period."""
        return self.jusqu_a(mois).jours / self.periode.jours


def points_cumul(chemin: Chemin, flux: Flux, observation: Observation) -> tuple[Point, ...]:
    """The months of a target to accumulate."""
    totale = flux.saison.exposition(chemin.periode)
    points, cumule = [], 0.0
    for mois in mois_de(chemin.periode):
        cumule += chemin.serie.get(debut_mois(mois.du), 0.0)
        restant = _restant(flux, observation, chemin.jusqu_a(mois), chemin.arrete)
        part = flux.saison.exposition(chemin.jusqu_a(mois)) / totale if flux.annees else None
        points.append(
            Point(
                mois,
                cumule if mois.du <= chemin.arrete else None,
                _eventail(cumule, restant),
                chemin.cible * chemin.part_temps(mois),
                None if part is None else chemin.cible * part,
                *_saisie(flux, mois, chemin.arrete),
            )
        )
    return tuple(points)


def points_niveau(
    chemin: Chemin,
    entrees: tuple[Flux, Observation],
    sorties: tuple[Flux, Observation],
) -> tuple[Point, ...]:
    """The months of a level to hold; `chemin.serie` holds the level at each month's end."""
    points = []
    for mois, niveau in _niveaux(chemin):
        periode = avec_retards(chemin.jusqu_a(mois))
        restants = [_restant(flux, obs, periode, chemin.arrete) for flux, obs in (entrees, sorties)]
        points.append(
            Point(
                mois,
                niveau if mois.du <= chemin.arrete else None,
                _eventail(niveau, *restants),
                chemin.cible,
                None,
                *_saisie_niveau(entrees[0], sorties[0], mois, chemin.arrete),
            )
        )
    return tuple(points)


def avec_retards(periode: Periode) -> Periode:
    """The period and the months before it whose late entries may still move a level."""
    return Periode(decaler_mois(debut_mois(periode.du), -RETARD_MAXIMAL), periode.au)


Restant = tuple[float, Prevision | None]
"""What a flow will still bring: expected, and its prevision when there is a law."""


def _restant(flux: Flux, observation: Observation, periode: Periode, arrete: date) -> Restant:
    """The flow of a period still to come or to be entered, from all that is known."""
    totale = observation.exposition + flux.reste(periode, arrete)
    limitee = replace(observation, totale=totale)
    prevision = prevoir(limitee, flux.saison)
    return (prolonger(limitee) if prevision is None else prevision.moyenne), prevision


def _eventail(base: float, venir: Restant, partir: Restant = (0.0, None)) -> Eventail:
    """The fan of base + what comes − what goes; bounds only where there is a law."""
    attendu = base + venir[0] - partir[0]
    if venir[1] is None or (partir[0] and partir[1] is None):
        return Eventail(attendu)
    loi = venir[1].loi if partir[1] is None else venir[1].loi.moins(partir[1].loi)
    calee = loi.plus(base)
    return Eventail(attendu, *calee.intervalle(ETROIT), *calee.intervalle(LARGE))


def _niveaux(chemin: Chemin) -> Iterator[tuple[Periode, float]]:
    """Each month with the last level known at its end."""
    niveau = 0.0
    for mois in mois_de(chemin.periode):
        niveau = chemin.serie.get(debut_mois(mois.du), niveau)
        yield mois, niveau


def _saisie(flux: Flux, mois: Periode, arrete: date) -> tuple[float | None, bool | None]:
    if mois.du > arrete:
        return None, None
    return flux.completude.du(mois), flux.completude.provisoire(mois)


def _saisie_niveau(
    entrees: Flux, sorties: Flux, mois: Periode, arrete: date
) -> tuple[float | None, bool | None]:
    parts = [_saisie(flux, mois, arrete)[0] for flux in (entrees, sorties)]
    connues = [part for part in parts if part is not None]
    if len(connues) < len(parts):
        return None, None
    moindre = entrees if connues[0] <= connues[1] else sorties
    return _saisie(moindre, mois, arrete)
