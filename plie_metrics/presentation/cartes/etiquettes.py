"""Labels of a map, placed so that none covers a circle, another label, or leaves the frame.

Pure geometry in pixels. A label that finds no place is left out: the tooltip and the picture beside
the map say it; a covered circle would lie.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cadre import Cadre, Point
from plie_metrics.presentation.cartes.cercles import Cercle
from plie_metrics.territoire.contours import contiennent

TAILLE: Final = 13
LARGEUR_CARACTERE: Final = 7.0  # px at 13 px, semi-bold: Source Sans takes 6, Arial 6.9
MARGE_X: Final = 4
HAUTEUR: Final = 18
ECART: Final = 3  # px between a circle and its label
PAS: Final = 6
INTERLIGNE: Final = 1.1


@dataclass(frozen=True)
class Etiquette:
    """A label, the rectangle it takes, and from which side of it the text is written.

    `alignement`: -1 from the left, 0 centred, 1 from the right. `fond`: the colour it stands on
    when it is wholly inside one commune; empty when it needs a white ground of its own.
    """

    texte: str
    boite: Boite
    alignement: int = 0
    fond: str = ""


@dataclass(frozen=True)
class Ancre:
    """A commune to name: its text, its centre and its outline in pixels, its colour."""

    texte: str
    centre: Point
    anneau: tuple[Point, ...]
    couleur: str
    dedans: bool = False
    """True when the label may not cross its border: the many small communes."""


def encombrement(texte: str) -> tuple[float, float]:
    """Width and height in pixels that a label of one line or more is given."""
    lignes = texte.split("\n")
    large = max(map(len, lignes)) * LARGEUR_CARACTERE + 2 * MARGE_X
    return large, HAUTEUR + (len(lignes) - 1) * INTERLIGNE * TAILLE


def nommer_cercles(
    cercles: Sequence[Cercle], cadre: Cadre, deja: Sequence[Etiquette] = ()
) -> tuple[Etiquette, ...]:
    """A label beside each circle: right, left, above or below, the first place that is free.

    `deja`: what is written elsewhere on the map, and keeps its place.
    """
    placees = list(deja)
    for cercle in cercles:
        _placer(_autour(cercle), cercles, placees, cadre)
    return tuple(placees[len(deja) :])


def nommer_communes(
    ancres: Sequence[Ancre],
    cercles: Sequence[Cercle],
    deja: Sequence[Etiquette],
    cadre: Cadre,
) -> tuple[Etiquette, ...]:
    """A label for each commune, as near its centre as circles and labels allow.

    Wholly inside the commune if it can be, else across its border, touching it.
    """
    placees = list(deja)
    for ancre in ancres:
        _placer(_dans(ancre), cercles, placees, cadre)
    return tuple(placees[len(deja) :])


def _placer(
    candidates: Iterable[Etiquette],
    cercles: Sequence[Cercle],
    placees: list[Etiquette],
    cadre: Cadre,
) -> None:
    for etiquette in candidates:
        boite = etiquette.boite
        libre = (
            boite.tient_dans(cadre)
            and not any(boite.touche(c.centre, c.rayon + 1) for c in cercles)
            and not any(boite.chevauche(autre.boite) for autre in placees)
        )
        if libre:
            placees.append(etiquette)
            return


def _autour(cercle: Cercle) -> Iterator[Etiquette]:
    x, y = cercle.centre
    large, haut = encombrement(cercle.etiquette)
    cote = cercle.rayon + ECART + large / 2
    dessus = cercle.rayon + ECART + haut / 2
    places = ((cote, 0.0, -1), (-cote, 0.0, 1), (0.0, -dessus, 0), (0.0, dessus, 0))
    for dx, dy, alignement in places:
        yield Etiquette(cercle.etiquette, Boite(x + dx, y + dy, large, haut), alignement)


def _dans(ancre: Ancre) -> Iterator[Etiquette]:
    large, haut = encombrement(ancre.texte)
    xs = [x for x, _ in ancre.anneau]
    if ancre.dedans and large > max(xs) - min(xs):
        return
    dedans, a_cheval = _places(ancre.anneau, ancre.centre, large, haut)
    for boite in dedans:
        yield Etiquette(ancre.texte, boite, fond=ancre.couleur)
    for boite in () if ancre.dedans else a_cheval:
        yield Etiquette(ancre.texte, boite)


@lru_cache(maxsize=512)
def _places(
    anneau: tuple[Point, ...], centre: Point, large: float, haut: float
) -> tuple[tuple[Boite, ...], tuple[Boite, ...]]:
    """The boxes wholly inside the outline, then those that touch it, the nearest first.

    They do not depend on the figures: kept from one map to the next.
    """
    boites = _boites(anneau, centre, large, haut)
    coins = np.array([boite.coins() for boite in boites])
    dedans = contiennent(anneau, coins.reshape(-1, 2)).reshape(coins.shape[:2])
    return (
        tuple(boites[rang] for rang in np.flatnonzero(dedans.all(axis=1))),
        tuple(boites[rang] for rang in np.flatnonzero(dedans.any(axis=1))),
    )


def _boites(anneau: Sequence[Point], centre: Point, large: float, haut: float) -> list[Boite]:
    """Boxes on a grid over the commune and its surroundings, the nearest to its centre first."""
    xs, ys = [x for x, _ in anneau], [y for _, y in anneau]
    grille = [
        (float(x), float(y))
        for x in range(int(min(xs) - large / 2), int(max(xs) + large / 2) + 1, PAS)
        for y in range(int(min(ys) - haut / 2), int(max(ys) + haut / 2) + 1, PAS)
    ]
    grille.sort(key=lambda point: math.dist(point, centre))
    return [Boite(x, y, large, haut) for x, y in (centre, *grille)]
