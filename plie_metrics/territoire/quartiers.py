"""Quartiers prioritaires (QPV) of the lists of 2015 and 2024, and former quartiers de veille.

A quartier de veille is never a QPV. Lists: décret 2014-1750 (from 2015), décret 2023-1314 (2024).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.erreurs import ErreurPlie

VEILLE: Final = "veille"
VALIDITES: Final = {
    "2015": (date(2015, 1, 1), date(2023, 12, 31)),
    "2024": (date(2024, 1, 1), date.max),
    VEILLE: (date(2015, 1, 1), date(2023, 12, 31)),
}


class QuartierInconnu(ErreurPlie):
    """No quartier has this code."""


@dataclass(frozen=True)
class Quartier:
    """A quartier: its code (QP…, QN… or VEILLE-…), its commune, its list and its point.

    `lat`, `lon` are None when no point is known: such a quartier is listed, never placed.
    """

    code: str
    nom: str
    commune: str
    insee: str
    liste: str
    population_2013: int | None
    population_2018: int | None
    lat: float | None
    lon: float | None
    position: str

    @property
    def est_qpv(self) -> bool:
        """False for a quartier de veille."""
        return self.liste != VEILLE

    @property
    def point(self) -> tuple[float, float] | None:
        """(lon, lat) in degrees, or None."""
        return None if self.lat is None or self.lon is None else (self.lon, self.lat)


def quartiers_au(quartiers: Sequence[Quartier], quand: date) -> tuple[Quartier, ...]:
    """The quartiers whose list is in force on that day, QPV first."""
    actuels = [q for q in quartiers if _en_vigueur(q.liste, quand)]
    return tuple(sorted(actuels, key=lambda quartier: not quartier.est_qpv))


def trouver(quartiers: Sequence[Quartier], code: str) -> Quartier:
    """The quartier of that code; raises QuartierInconnu, a French sentence."""
    for quartier in quartiers:
        if quartier.code == code:
            return quartier
    raise QuartierInconnu(
        f"Aucun quartier de data/territoire/qpv.csv ne porte le code « {code} ». Vérifiez ce code "
        "dans le fichier ou dans la publication qui le cite."
    )


def _en_vigueur(liste: str, quand: date) -> bool:
    debut, fin = VALIDITES[liste]
    return debut <= quand <= fin
