"""The frame of a map: Web Mercator, from degrees to pixels and back."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

TUILE: Final = 512  # deck.gl: the world is 512 px wide at zoom 0

Point = tuple[float, float]


@dataclass(frozen=True)
class Cadre:
    """A frame of `largeur` × `hauteur` pixels, centred on (lon, lat) in degrees, at `zoom`."""

    largeur: int
    hauteur: int
    lon: float
    lat: float
    zoom: float

    def pixel(self, point: Point) -> Point:
        """(lon, lat) → (x, y) in pixels from the top left corner."""
        echelle = 2**self.zoom
        (x, y), (x0, y0) = _mercator(point), _mercator((self.lon, self.lat))
        return ((x - x0) * echelle + self.largeur / 2, (y0 - y) * echelle + self.hauteur / 2)

    def degres(self, pixel: Point) -> Point:
        """(x, y) in pixels → (lon, lat): the inverse of `pixel`."""
        echelle = 2**self.zoom
        x0, y0 = _mercator((self.lon, self.lat))
        return _degres(
            (
                x0 + (pixel[0] - self.largeur / 2) / echelle,
                y0 - (pixel[1] - self.hauteur / 2) / echelle,
            )
        )


def cadrer(points: Iterable[Point], largeur: int, hauteur: int, marge: int = 8) -> Cadre:
    """The largest frame that shows all the points (lon, lat), with a margin in pixels."""
    plans = [_mercator(point) for point in points]
    gauche, droite = min(x for x, _ in plans), max(x for x, _ in plans)
    bas, haut = min(y for _, y in plans), max(y for _, y in plans)
    echelle = min(
        (largeur - 2 * marge) / (droite - gauche),
        (hauteur - 2 * marge) / (haut - bas),
    )
    lon, lat = _degres(((gauche + droite) / 2, (bas + haut) / 2))
    return Cadre(largeur, hauteur, lon, lat, math.log2(echelle))


def _mercator(point: Point) -> Point:
    lon, lat = point
    y = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
    return (TUILE * (180 + lon) / 360, TUILE * (180 + y) / 360)


def _degres(plan: Point) -> Point:
    x, y = plan
    lat = 2 * math.atan(math.exp(math.radians(y * 360 / TUILE - 180))) - math.pi / 2
    return (x * 360 / TUILE - 180, math.degrees(lat))
