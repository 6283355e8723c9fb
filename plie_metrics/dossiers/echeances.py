"""How old the open parcours are, against the 30 months after which one is said to be long.

Source: rapport d'activité 2016, « Les sorties » (« Suivi PLIE + 30 mois »).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.calcul.file_active import PARCOURS_LONG
from plie_metrics.periodes import decaler_mois

PAS: Final = 6
PROCHE: Final = 3
"""Months before the 30 within which a parcours is « near »."""


@dataclass(frozen=True)
class Anciennete:
    """Open parcours by age in months: [`de`, `a`) calendar months, no upper bound for None."""

    de: int
    a: int | None
    nombre: int


@dataclass(frozen=True)
class Echeances:
    """The open parcours of a day: by age, beyond 30 months, and to be so within PROCHE months."""

    jour: date
    classes: tuple[Anciennete, ...]
    proches: int

    @property
    def ouverts(self) -> int:
        """Every open parcours."""
        return sum(classe.nombre for classe in self.classes)

    @property
    def longs(self) -> int:
        """Those begun more than 30 calendar months before: `parcours_plus_30_mois`."""
        return self.classes[-1].nombre


def mesurer_echeances(parcours: pd.DataFrame, jour: date) -> Echeances:
    """The parcours open at the evening of that day (an exit that day is out), by age."""
    ouverts = _ouverts(parcours, jour)
    bornes = range(0, PARCOURS_LONG, PAS)
    classes = [Anciennete(de, de + PAS, _entre(ouverts, jour, de, de + PAS)) for de in bornes]
    longs = int((ouverts < _il_y_a(jour, PARCOURS_LONG)).sum())
    dans = decaler_mois(decaler_mois(jour, PROCHE), -PARCOURS_LONG)
    proches = int((ouverts < pd.Timestamp(dans)).sum()) - longs
    return Echeances(jour, (*classes, Anciennete(PARCOURS_LONG, None, longs)), proches)


def _ouverts(parcours: pd.DataFrame, jour: date) -> pd.Series:
    au = pd.Timestamp(jour)
    sortie = parcours["date_sortie"]
    ouvert = (parcours["date_entree"] <= au) & (sortie.isna() | (sortie > au))
    return parcours.loc[ouvert, "date_entree"]


def _entre(entrees: pd.Series, jour: date, de: int, a: int) -> int:
    plus_de_a = entrees < _il_y_a(jour, a)
    plus_de_de = entrees < _il_y_a(jour, de) if de else entrees <= pd.Timestamp(jour)
    return int((plus_de_de & ~plus_de_a).sum())


def _il_y_a(jour: date, mois: int) -> pd.Timestamp:
    return pd.Timestamp(decaler_mois(jour, -mois))
