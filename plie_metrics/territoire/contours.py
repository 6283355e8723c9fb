"""Outlines of communes: closed rings of (lon, lat) vertices, and what one asks of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from plie_metrics.erreurs import ErreurPlie

Point = tuple[float, float]
Vecteur = Any


class ContourInvalide(ErreurPlie):
    """An outline is not a closed ring of at least three distinct vertices."""


@dataclass(frozen=True)
class Contour:
    """The ring of one commune, in degrees, first and last vertices identical."""

    insee: str
    nom: str
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(self.points) < 4 or self.points[0] != self.points[-1]:
            raise ContourInvalide(
                f"Le contour de {self.nom} ({self.insee}) n'est pas un anneau fermé : des lignes "
                "manquent dans data/territoire/contours_communes_2016.csv. Rétablissez ce fichier "
                "depuis l'archive du projet."
            )


def assembler(sommets: Iterable[tuple[str, str, int, float, float]]) -> tuple[Contour, ...]:
    """Outlines from vertices (insee, nom, ordre, lon, lat), in any order.

    Raises ContourInvalide for a ring that does not close, which is how a truncated file shows.
    """
    par_commune: dict[tuple[str, str], list[tuple[int, Point]]] = {}
    for insee, nom, ordre, lon, lat in sommets:
        par_commune.setdefault((insee, nom), []).append((ordre, (lon, lat)))
    return tuple(
        Contour(insee, nom, tuple(point for _, point in sorted(points)))
        for (insee, nom), points in par_commune.items()
    )


def contiennent(anneau: Sequence[Point], points: Vecteur) -> Vecteur:
    """True for the points that lie inside the ring (even-odd rule): (n, 2) in, n booleans out."""
    x, y = points[:, 0], points[:, 1]
    dedans = np.zeros(len(points), dtype=bool)
    for (x1, y1), (x2, y2) in pairwise(anneau):
        if y1 != y2:  # a level side crosses no level
            a_hauteur = (y1 > y) != (y2 > y)
            dedans ^= a_hauteur & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return dedans


def fondre(anneaux: Sequence[Sequence[Point]]) -> tuple[tuple[Point, ...], ...] | None:
    """The outer rings of the union of rings that share their vertices exactly.

    An edge that two rings share is inside: it is dropped, and what remains is chained. None when
    it does not close (rings that do not share their vertices): draw them apart then.
    """
    comptes: dict[frozenset[Point], int] = {}
    aretes = [arete for anneau in anneaux for arete in pairwise(anneau)]
    for arete in aretes:
        comptes[frozenset(arete)] = comptes.get(frozenset(arete), 0) + 1
    restantes = [arete for arete in aretes if comptes[frozenset(arete)] == 1]
    return _enchainer(restantes)


def _enchainer(aretes: Sequence[tuple[Point, Point]]) -> tuple[tuple[Point, ...], ...] | None:
    voisins: dict[Point, list[Point]] = {}
    for a, b in aretes:
        voisins.setdefault(a, []).append(b)
        voisins.setdefault(b, []).append(a)
    if any(len(v) != 2 for v in voisins.values()):
        return None
    anneaux = []
    while voisins:
        depart = next(iter(voisins))
        chaine = [depart]
        while suivants := voisins.pop(chaine[-1], None):
            chaine.append(next((p for p in suivants if p in voisins), depart))
        anneaux.append(tuple(chaine))
    return tuple(anneaux)
