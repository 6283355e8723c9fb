"""Classes of a map: five equal steps from zero, with bounds that can be said."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation import palette

PAS: Final = (1, 2, 2.5, 5, 10)


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


def classer(valeurs: Iterable[float]) -> Classes:
    """Five classes of the smallest round width (1, 2, 2.5 or 5 × a power of ten) that hold all."""
    nombre = len(palette.SEQUENCE)
    etendue = max(valeurs, default=0.0) / nombre
    if etendue <= 0:
        return Classes(tuple(float(rang) for rang in range(nombre + 1)))
    puissance = 10.0 ** math.floor(math.log10(etendue))
    pas = next(p * puissance for p in PAS if p * puissance >= etendue * (1 - 1e-9))
    return Classes(tuple(rang * pas for rang in range(nombre + 1)))
