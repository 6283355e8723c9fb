"""Which years of an extract may teach something: the convention, in one place.

An extract begins at some date: the parcours ended before are not in it, so that earlier entrées
are only those of the people still there. A year is therefore offered when each of its twelve
months holds at least one entrée and one sortie in the whole extract, filters aside, and when every
later year up to the arrêté is so too; the last one alone may lack, its end not being entered yet.
A PLIE so small that a month may hold none is treated as having no past year: no probability is
better than a wrong one.
"""

from collections.abc import Mapping
from datetime import date

from plie_metrics.periodes import decaler_mois


def annees_offertes(
    entrees: Mapping[date, float], sorties: Mapping[date, float], arrete: date
) -> tuple[int, ...]:
    """The complete years ended by the arrêté, in order; series are {first day of month: count}."""
    derniere = arrete.year if (arrete.month, arrete.day) == (12, 31) else arrete.year - 1
    if not _complete(derniere, entrees, sorties):
        derniere -= 1
    premiere = derniere + 1
    while _complete(premiere - 1, entrees, sorties):
        premiere -= 1
    return tuple(range(premiere, derniere + 1))


def avant(annees: tuple[int, ...], debut: date) -> tuple[int, ...]:
    """The years that end before the first day of a period."""
    return tuple(annee for annee in annees if date(annee, 12, 31) < debut)


def _complete(annee: int, *series: Mapping[date, float]) -> bool:
    premier = date(annee, 1, 1)
    mois = [decaler_mois(premier, rang) for rang in range(12)]
    return all(serie.get(jour, 0) > 0 for serie in series for jour in mois)
