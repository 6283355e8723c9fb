"""The cells, what may be imagined of each, and their relations, as arrays for a solver.

Everything is written in deviations: y = imagined value − true value. A table that a reader may
imagine is a y with A·y = 0, y within bounds, and y = 0 on every cell shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Any, Final

import numpy as np
from scipy import sparse

from plie_metrics.secret.grandeurs import GRANDEURS, Cle
from plie_metrics.secret.regles import Cellule, Genre

POIDS_FINESSE: Final = (40.0, 6.0, 1.0)
"""What it costs to mask the whole territory, a simple breakdown, a crossing."""
POIDS_DUREE: Final = ((200, 4.0), (80, 2.0), (2, 1.0), (0, 2.0))
"""From so many days, times so much: a year counts more than a quarter, a quarter than a month;
a stock stands for one day only."""
Vecteur = Any


@dataclass(frozen=True, eq=False)
class Systeme:
    """Cells that are not known beforehand (a zero is), column by column.

    `bas`, `haut`: bounds of y by what the mask says; `vise_bas`, `vise_haut`: how far y must be
    able to go for the sensitive cells (`sensible`); `publiable`: the gate may show the cell;
    `poids`: the information lost if it is masked.
    """

    cles: tuple[Cle, ...]
    valeurs: Vecteur
    bas: Vecteur
    haut: Vecteur
    vise_bas: Vecteur
    vise_haut: Vecteur
    sensible: Vecteur
    publiable: Vecteur
    poids: Vecteur
    relations: Any

    @property
    def taille(self) -> int:
        """Number of cells."""
        return len(self.cles)


def assembler(
    cellules: Mapping[Cle, Cellule], relations: Iterable[list[tuple[Cle, int]]]
) -> Systeme:
    """The system of these cells; cells that a relation names but that are absent are fixed.

    In the order of their keys: a snapshot solved again, elsewhere or later, must be masked the same
    way, for two different answers could complete each other.
    """
    cles = tuple(sorted(cellules))
    index = {cle: rang for rang, cle in enumerate(cles)}
    liste = [cellules[cle] for cle in cles]

    def colonne(nom: str) -> Vecteur:
        return np.array([getattr(c, nom) for c in liste], dtype=float)

    valeurs = colonne("valeur")
    return Systeme(
        cles,
        valeurs,
        colonne("minimum") - valeurs,
        colonne("maximum") - valeurs,
        colonne("vise_min") - valeurs,
        colonne("vise_max") - valeurs,
        np.array([c.sensible for c in liste], dtype=bool),
        np.array([c.genre == Genre.PUBLIEE for c in liste], dtype=bool),
        np.array([poids(cle, cellules[cle]) for cle in cles], dtype=float),
        _matrice(relations, index),
    )


def _matrice(relations: Iterable[list[tuple[Cle, int]]], index: Mapping[Cle, int]) -> Any:
    uniques = {tuple(sorted((index[c], t) for c, t in r if c in index)) for r in relations} - {()}
    places = [
        (ligne, rang, terme)
        for ligne, presents in enumerate(sorted(uniques))
        for rang, terme in presents
    ]
    lignes, colonnes, termes = zip(*places, strict=True) if places else ((), (), ())
    return sparse.csr_matrix((termes, (lignes, colonnes)), shape=(len(uniques), len(index)))


def poids(cle: Cle, cellule: Cellule) -> float:
    """Information lost when the cell is masked: more for a total, a little more if it is big."""
    if cellule.genre != Genre.PUBLIEE:
        return 0.0
    echelle = 50.0 if cle[0] in GRANDEURS and GRANDEURS[cle[0]].somme else 1.0
    jours = (cle[2] - cle[1]).days
    duree = next(facteur for seuil, facteur in POIDS_DUREE if jours >= seuil)
    return POIDS_FINESSE[len(cle[3])] * duree * (1 + log2(1 + cellule.valeur / echelle) / 4)
