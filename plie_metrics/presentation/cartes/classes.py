"""Classes of a map: five equal steps from zero, with bounds that can be said."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation import palette

PAS: Final = (1, 2, 2.5, 5, 10)
EGAUX: Final = 100
"""Largest count under which five equal steps still tell the places apart."""


@dataclass(frozen=True)
class Classes:
    """`bornes`: six increasing bounds, the first is 0; a class holds its lower bound."""

    bornes: tuple[float, ...]

    def couleur(self, valeur: float | None) -> str:
        """The tint of a value; « not detailed » grey when there is none, never the lightest."""
        if valeur is None:
            return palette.NON_DETAILLE
        rang = bisect_right(self.bornes, valeur) - 1
        return palette.SEQUENCE[min(max(rang, 0), len(palette.SEQUENCE) - 1)]


def classer_effectifs(valeurs: Iterable[float]) -> Classes:
    """Five classes for counts of very unequal places: 0, 2, 10, 50, 200, 1 000.

    Bounds taken one out of two from 1, 2, 5, 10, 20…; equal steps when the largest is small.
    """
    connues = tuple(valeurs)
    plus_grand = max(connues, default=0.0)
    if plus_grand <= EGAUX:
        return classer(connues)
    serie = [m * 10**rang for rang in range(9) for m in (1, 2, 5)]
    haut = next(rang for rang, borne in enumerate(serie) if borne >= plus_grand)
    rangs = [haut - 2 * recul for recul in range(len(palette.SEQUENCE) - 1, -1, -1)]
    # the first class may not begin under one person
    return Classes((0.0, *(float(serie[max(rang, 0)]) for rang in rangs)))


def classer(valeurs: Iterable[float]) -> Classes:
    """Five classes of the smallest round width (1, 2, 2.5 or 5 × a power of ten) that hold all."""
    nombre = len(palette.SEQUENCE)
    etendue = max(valeurs, default=0.0) / nombre
    if etendue <= 0:
        return Classes(tuple(float(rang) for rang in range(nombre + 1)))
    puissance = 10.0 ** math.floor(math.log10(etendue))
    pas = next(p * puissance for p in PAS if p * puissance >= etendue * (1 - 1e-9))
    return Classes(tuple(rang * pas for rang in range(nombre + 1)))
