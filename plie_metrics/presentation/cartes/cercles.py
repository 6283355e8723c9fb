"""Proportional circles: the area, not the radius, says the value."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation.cartes.cadre import Cadre, Point
from plie_metrics.presentation.cartes.lieux import Lieu
from plie_metrics.typographie import typographier

RAYON_MAX: Final = 25.0
RAYON_SANS_VALEUR: Final = 6.0
"""Pixels of a circle that has no size to tell: zero, hidden, no data."""


@dataclass(frozen=True)
class Cercle:
    """One circle of the map: its place, its centre (degrees and pixels), its radius in pixels."""

    lieu: Lieu
    point: Point
    centre: Point
    rayon: float
    etiquette: str


def rayon(valeur: float, maximum: float) -> float:
    """Radius in pixels: `maximum` has RAYON_MAX, a quarter of it half that radius."""
    return RAYON_MAX * math.sqrt(valeur / maximum) if maximum > 0 else 0.0


def cercles(quartiers: Sequence[Lieu], cadre: Cadre) -> tuple[Cercle, ...]:
    """The circles of the quartiers, the largest first; one without a position has none."""
    maximum = plus_grande(quartiers)
    places = [
        Cercle(q, q.point, cadre.pixel(q.point), _rayon(q, maximum), _etiquette(q))
        for q in quartiers
        if q.point
    ]
    return tuple(sorted(places, key=lambda cercle: -cercle.rayon))


def plus_grande(quartiers: Sequence[Lieu]) -> float:
    """The size of the largest circle."""
    return max((q.taille for q in quartiers), default=0.0)


def _rayon(lieu: Lieu, maximum: float) -> float:
    if not lieu.taille:
        return RAYON_SANS_VALEUR
    return max(rayon(lieu.taille, maximum), 3.0)


def _etiquette(lieu: Lieu) -> str:
    return typographier(f"{lieu.nom} {lieu.ecrit}")
