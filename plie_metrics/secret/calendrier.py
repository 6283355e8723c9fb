"""The periods that the closed list offers at an arrêté, and the pieces between their bounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from itertools import pairwise

from plie_metrics.periodes import Periode, annee, annee_a_date, mois, trimestre


class Niveau(IntEnum):
    """How finely a period may be looked at: whole territory, one dimension, two dimensions."""

    ENSEMBLE = 0
    SIMPLE = 1
    CROISE = 2


@dataclass(frozen=True, order=True)
class Offre:
    """A period and how finely it is offered."""

    periode: Periode
    niveau: Niveau


def offres(arrete: date, arretes: Iterable[date], annees: int) -> tuple[Offre, ...]:
    """The periods offered at `arrete`, by date: it depends on the dates of the arrêtés only.

    Complete years and the current year to date: two dimensions; complete quarters and the current
    year to the earlier arrêtés: one; complete months: the whole territory. `annees` counts the
    current one.
    """
    finesse: dict[Periode, Niveau] = {}
    for an in range(arrete.year - annees + 1, arrete.year + 1):
        possibles = [
            *((mois(an, rang), Niveau.ENSEMBLE) for rang in range(1, 13)),
            *((trimestre(an, rang), Niveau.SIMPLE) for rang in range(1, 5)),
            *((annee_a_date(jour), Niveau.SIMPLE) for jour in arretes if jour.year == an),
            (annee(an), Niveau.CROISE),
            (annee_a_date(arrete), Niveau.CROISE),
        ]
        for periode, niveau in possibles:
            if periode.au <= arrete:
                finesse[periode] = max(niveau, finesse.get(periode, niveau))
    return tuple(sorted(Offre(periode, niveau) for periode, niveau in finesse.items()))


def morceaux(periodes: Iterable[Periode]) -> tuple[Periode, ...]:
    """The pieces that the bounds of these periods cut: each period is a sum of some of them."""
    connues = tuple(periodes)
    debuts = sorted({p.du for p in connues} | {p.au + timedelta(days=1) for p in connues})
    pieces = (Periode(debut, fin - timedelta(days=1)) for debut, fin in pairwise(debuts))
    return tuple(m for m in pieces if any(p.commun(m) == m for p in connues))
