"""Whole numbers that add up: shares of a total, crossed margins, people matched with places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

Entiers = npt.NDArray[np.int64]
Reels = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Marge:
    """A margin of a table: the cells of `masque` add up to `total`."""

    masque: npt.NDArray[np.bool_]
    total: int


class MargesIncompatibles(ValueError):
    """No table of whole numbers has all these margins."""


def repartir(total: int, poids: npt.ArrayLike) -> Entiers:
    """`total` shared in proportion to `poids`, by largest remainder (ties: first served)."""
    parts = np.asarray(poids, dtype=float)
    exact = total * parts / parts.sum()
    entiers: Entiers = np.floor(exact).astype(np.int64)
    manque = total - int(entiers.sum())
    entiers[np.argsort(entiers - exact, kind="stable")[:manque]] += 1
    return entiers


def ajuster(attendu: Reels, marges: Sequence[tuple[Any, Any]], tours: int = 200) -> Reels:
    """Iterative proportional fitting: `attendu` scaled until each (axis, totals) margin holds."""
    table = attendu.astype(float)
    for _ in range(tours):
        for axe, totaux in marges:
            somme = table.sum(axis=1 - axe, keepdims=True)
            vise = np.expand_dims(np.asarray(totaux, dtype=float), 1 - axe)
            table = table * np.divide(vise, somme, out=np.zeros_like(somme), where=somme > 0)
    return table


def croiser(attendu: Reels, marges: Sequence[Marge]) -> Entiers:
    """The table of whole numbers nearest to `attendu` (sum of gaps) that has all the margins.

    A cell expected at 0 stays 0. Raises MargesIncompatibles.
    """
    plat = attendu.ravel()
    nombre = len(plat)
    unite = np.eye(nombre)
    ecarts = np.block([[unite, -unite], [-unite, -unite]])
    somme = np.array([marge.masque.ravel() for marge in marges], dtype=float)
    totaux = np.array([marge.total for marge in marges], dtype=float)
    solution = milp(
        np.r_[np.zeros(nombre), np.ones(nombre)],
        integrality=np.r_[np.ones(nombre), np.zeros(nombre)],
        bounds=Bounds(0, np.r_[np.where(plat > 0, totaux.sum(), 0), np.full(nombre, np.inf)]),
        constraints=[
            LinearConstraint(ecarts, -np.inf, np.r_[plat, -plat]),
            LinearConstraint(np.hstack([somme, np.zeros_like(somme)]), totaux, totaux),
        ],
    )
    if solution.x is None:
        raise MargesIncompatibles(f"{len(marges)} marges sur {attendu.shape} cases")
    table: Entiers = np.rint(solution.x[:nombre]).astype(np.int64).reshape(attendu.shape)
    return table


def etaler(effectifs: Entiers) -> Entiers:
    """The index of each cell, repeated as many times as its count: [2, 0, 1] → [0, 0, 2]."""
    return np.repeat(np.arange(effectifs.size), effectifs.ravel())


def affecter(cout: Reels, capacites: Entiers) -> Entiers:
    """The place of each row, at the least total cost; place j takes exactly capacites[j] rows.

    `cout`: (rows, places); the capacities add up to at least the number of rows.
    """
    places = etaler(capacites)
    lignes, colonnes = linear_sum_assignment(cout[:, places])
    choix = np.empty(len(cout), dtype=np.int64)
    choix[lignes] = places[colonnes]
    return choix


def tirer_exact(rng: np.random.Generator, probabilites: Reels, nombre: int) -> Any:
    """Mask of exactly `nombre` rows, those of high `probabilites` (0 to 1) being likelier.

    A row at 0 comes last, a row at 1 first.
    """
    p = np.clip(probabilites, 1e-9, 1 - 1e-9)
    gumbel = np.log(p / (1 - p)) + rng.logistic(size=len(p))
    masque = np.zeros(len(p), dtype=bool)
    masque[np.argsort(-gumbel, kind="stable")[:nombre]] = True
    return masque
