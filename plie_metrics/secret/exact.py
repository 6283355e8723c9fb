"""The least loss exactly, for a block of few cells: one integer programme (HiGHS)."""

from dataclasses import replace
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from plie_metrics.secret.temoin import Bloc, besoins

Vecteur = Any
CELLULES_MAX: Final = 80
PREUVES_MAX: Final = 24
NOEUDS_MAX: Final = 1000
PORTEE: Final = 8
"""A witness moves no cell by more than so many times the largest move that is asked for: a bound
that is too loose makes the solver stumble."""


def petit(bloc: Bloc, depart: Vecteur) -> bool:
    """True when the block is small enough to be solved exactly."""
    preuves = besoins(bloc).nombre
    return bloc.taille <= CELLULES_MAX and 0 < preuves <= PREUVES_MAX and not depart.all()


def exact(bloc: Bloc, depart: Vecteur) -> Vecteur | None:
    """The masks of least weight, `depart` included; None when none is found.

    One binary a cell (masked or not), and for each proof a witness that moves masked cells only.
    """
    bloc = _borner(bloc)
    preuves = _preuves(bloc)
    taille, nombre = bloc.taille, len(preuves)
    resultat = milp(
        np.concatenate([np.maximum(bloc.poids, 1e-3), np.zeros(taille * nombre)]),
        integrality=np.concatenate([np.ones(taille), np.zeros(taille * nombre)]),
        bounds=_limites(bloc, depart, preuves),
        constraints=_contraintes(bloc, nombre),
        # bounded by work, not by time: the same masks on every machine; presolve prints on its own
        options={"node_limit": NOEUDS_MAX, "presolve": False},
    )
    return None if resultat.x is None else resultat.x[:taille] > 0.5


def _borner(bloc: Bloc) -> Bloc:
    portee = PORTEE * max(float(bloc.vise_haut.max()), float(-bloc.vise_bas.min()))
    return replace(bloc, bas=np.maximum(bloc.bas, -portee), haut=np.minimum(bloc.haut, portee))


def _contraintes(bloc: Bloc, nombre: int) -> list[LinearConstraint]:
    """Columns: the binaries, then one witness after the other.

    Each witness keeps the relations, and stays within the bounds of the cells that are masked.
    """
    temoins = sparse.eye(nombre)
    vides = sparse.csr_matrix((nombre * bloc.relations.shape[0], bloc.taille))
    unite = sparse.eye(nombre * bloc.taille)

    def bornees(limites: Vecteur) -> Any:
        binaires = sparse.vstack([sparse.diags(-limites)] * nombre)
        return sparse.hstack([binaires, unite]).tocsr()

    relations = sparse.hstack([vides, sparse.kron(temoins, bloc.relations)]).tocsr()
    return [
        LinearConstraint(relations, 0, 0),
        LinearConstraint(bornees(bloc.haut), -np.inf, 0),
        LinearConstraint(bornees(bloc.bas), 0, np.inf),
    ]


def _preuves(bloc: Bloc) -> list[tuple[int, int]]:
    a_prouver = besoins(bloc)
    return [(int(c), 1) for c in np.flatnonzero(a_prouver.hauts)] + [
        (int(c), -1) for c in np.flatnonzero(a_prouver.bas)
    ]


def _limites(bloc: Bloc, depart: Vecteur, preuves: list[tuple[int, int]]) -> Bounds:
    """Masked at the start stays masked; each witness carries its own cell as far as it must."""
    bas = [depart.astype(float)]
    haut = [np.ones(bloc.taille)]
    for cellule, sens in preuves:
        plancher, plafond = bloc.bas.copy(), bloc.haut.copy()
        if sens > 0:
            plancher[cellule] = bloc.vise_haut[cellule]
        else:
            plafond[cellule] = bloc.vise_bas[cellule]
        bas.append(plancher)
        haut.append(plafond)
    return Bounds(np.concatenate(bas), np.concatenate(haut))
