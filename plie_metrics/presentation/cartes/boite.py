"""A rectangle on the map, in pixels: what a label or a key takes."""

import math
from dataclasses import dataclass

from plie_metrics.presentation.cartes.cadre import Cadre, Point


@dataclass(frozen=True)
class Boite:
    """A rectangle in pixels, from its centre."""

    x: float
    y: float
    largeur: float
    hauteur: float

    def chevauche(self, autre: "Boite") -> bool:
        """True when the two rectangles share some area."""
        return (
            abs(self.x - autre.x) * 2 < self.largeur + autre.largeur
            and abs(self.y - autre.y) * 2 < self.hauteur + autre.hauteur
        )

    def touche(self, centre: Point, rayon: float) -> bool:
        """True when the rectangle covers a part of the disc."""
        dx = max(abs(centre[0] - self.x) - self.largeur / 2, 0)
        dy = max(abs(centre[1] - self.y) - self.hauteur / 2, 0)
        return math.hypot(dx, dy) < rayon

    def coins(self) -> tuple[Point, ...]:
        """The four corners and the middle of the long sides."""
        dx, dy = self.largeur / 2, self.hauteur / 2
        return tuple((self.x + i * dx, self.y + j * dy) for i in (-1, 0, 1) for j in (-1, 1))

    def tient_dans(self, cadre: Cadre) -> bool:
        """True when the whole rectangle is inside the frame."""
        return (
            self.largeur / 2 <= self.x <= cadre.largeur - self.largeur / 2
            and self.hauteur / 2 <= self.y <= cadre.hauteur - self.hauteur / 2
        )
