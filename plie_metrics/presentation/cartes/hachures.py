"""Hatching of an outline, in pixels: what is hidden is told by a pattern, not by a colour."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from plie_metrics.presentation.cartes.cadre import Point

PAS: Final = 7.0
Segment = tuple[Point, Point]


def hachurer(anneau: Sequence[Point], pas: float = PAS) -> tuple[Segment, ...]:
    """The parts inside the ring of the diagonals x + y = k × `pas` (even-odd rule)."""
    sommes = [x + y for x, y in anneau]
    premiere = int(min(sommes) // pas) + 1
    segments: list[Segment] = []
    for rang in range(premiere, int(max(sommes) // pas) + 1):
        croisements = sorted(_croisements(anneau, rang * pas))
        segments += zip(croisements[::2], croisements[1::2], strict=False)
    return tuple(segments)


def _croisements(anneau: Sequence[Point], somme: float) -> list[Point]:
    points = []
    for (x1, y1), (x2, y2) in pairwise(anneau):
        a, b = x1 + y1, x2 + y2
        if (a > somme) != (b > somme):
            t = (somme - a) / (b - a)
            points.append((x1 + t * (x2 - x1), y1 + t * (y2 - y1)))
    return points
