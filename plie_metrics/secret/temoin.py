"""Imagine another table that fits everything shown: one linear programme, many cells at once.

A witness is a vector of deviations y: it proves that a reader cannot exclude true value + y.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from plie_metrics.secret.systeme import Systeme

Vecteur = Any
EPSILON: Final = 1e-6
GRAND: Final = 1e5
"""Further than any deviation that matters: keeps the programmes bounded."""


@dataclass(frozen=True, eq=False)
class Bloc:
    """Part of a system whose cells hang together, in local columns; `colonnes` are the global."""

    colonnes: Vecteur
    relations: Any
    bas: Vecteur
    haut: Vecteur
    vise_bas: Vecteur
    vise_haut: Vecteur
    sensible: Vecteur
    poids: Vecteur

    @property
    def taille(self) -> int:
        """Number of cells."""
        return len(self.colonnes)


@dataclass(frozen=True, eq=False)
class Besoins:
    """The sensitive cells that must still be shown to be able to go up, or down."""

    hauts: Vecteur
    bas: Vecteur

    @property
    def nombre(self) -> int:
        """How many are left."""
        return int(self.hauts.sum() + self.bas.sum())

    def reste(self, bloc: Bloc, temoin: Vecteur) -> "Besoins":
        """What a witness leaves to prove."""
        montes = self.hauts & (temoin >= bloc.vise_haut - EPSILON)
        descendus = self.bas & (temoin <= bloc.vise_bas + EPSILON)
        return Besoins(self.hauts & ~montes, self.bas & ~descendus)

    def parmi(self, choix: Vecteur) -> "Besoins":
        """Those of a choice of cells."""
        return Besoins(self.hauts & choix, self.bas & choix)


def besoins(bloc: Bloc) -> Besoins:
    """Everything to prove at the start."""
    return Besoins(
        bloc.sensible & (bloc.vise_haut > EPSILON), bloc.sensible & (bloc.vise_bas < -EPSILON)
    )


def extraire(systeme: Systeme, colonnes: Vecteur) -> Bloc:
    """The block of these columns (all the others being known)."""
    relations = systeme.relations[:, colonnes]
    utiles = np.unique(relations.nonzero()[0])
    return Bloc(
        colonnes,
        relations[utiles].tocsc(),
        np.maximum(systeme.bas[colonnes], -GRAND),
        np.minimum(systeme.haut[colonnes], GRAND),
        systeme.vise_bas[colonnes],
        systeme.vise_haut[colonnes],
        systeme.sensible[colonnes],
        systeme.poids[colonnes],
    )


def temoigner(
    bloc: Bloc, voulus: Besoins, cout: Vecteur, gain: float, alea: np.random.Generator
) -> Vecteur:
    """A witness that moves as many of the wanted cells as it can; zeros when none is found.

    `cout` is the price of moving each cell by one: 0 free, infinite forbidden. `gain` is what a
    cell moved all the way brings. When a cell must go both ways, one is drawn.
    """
    sens = _sens(voulus, alea)
    bas, haut = _bornes(bloc, sens)
    etendue = np.where(sens > 0, bloc.vise_haut, -bloc.vise_bas)
    objectif = np.zeros(bloc.taille)
    vises = sens != 0
    objectif[vises] = -sens[vises] * gain * alea.uniform(0.7, 1.3, vises.sum()) / etendue[vises]
    libres = np.flatnonzero(cout == 0)
    payants = np.flatnonzero((cout > 0) & np.isfinite(cout))
    programme = _programme(bloc, libres, payants)
    bornes = np.column_stack(
        [
            np.concatenate([bas[libres], np.zeros(2 * len(payants))]),
            np.concatenate([haut[libres], haut[payants], -bas[payants]]),
        ]
    )
    prix = np.concatenate([objectif[libres], cout[payants], cout[payants]])
    resultat = linprog(
        prix, A_eq=programme, b_eq=np.zeros(programme.shape[0]), bounds=bornes, method="highs"
    )
    temoin = np.zeros(bloc.taille)
    if resultat.status != 0:
        return temoin
    nombre = len(libres)
    temoin[libres] = resultat.x[:nombre]
    temoin[payants] = (
        resultat.x[nombre : nombre + len(payants)] - resultat.x[-len(payants) :][: len(payants)]
    )
    temoin[np.abs(temoin) < EPSILON / 10] = 0
    return temoin


def _programme(bloc: Bloc, libres: Vecteur, payants: Vecteur) -> Any:
    """Free columns once; those that cost twice, for up and down."""
    relations = bloc.relations
    return sparse.hstack(
        [relations[:, libres], relations[:, payants], -relations[:, payants]]
    ).tocsc()


def _sens(voulus: Besoins, alea: np.random.Generator) -> Vecteur:
    """+1 to push a cell up, −1 down, 0 for the others."""
    tires = alea.choice([-1.0, 1.0], len(voulus.hauts))
    seuls = np.where(voulus.hauts, 1.0, np.where(voulus.bas, -1.0, 0.0))
    return np.where(voulus.hauts & voulus.bas, tires, seuls)


def _bornes(bloc: Bloc, sens: Vecteur) -> tuple[Vecteur, Vecteur]:
    """No need to go further than what is aimed at."""
    haut = np.where(sens > 0, np.minimum(bloc.haut, bloc.vise_haut), bloc.haut)
    bas = np.where(sens < 0, np.maximum(bloc.bas, bloc.vise_bas), bloc.bas)
    return bas, haut
