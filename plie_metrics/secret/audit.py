"""Check the protected tables: what can a reader still imagine of each masked cell?

And of each small count that no table shows but that a subtraction would give (differences.py: the
remainder of a rate, a commune minus its quarters, « autres » minus the neutral reasons).
For each one, linear programmes on everything in the list give an interval of possible values; it
must hold at least two of them, and for a small count as many as the rule asks unless the zeros and
marks shown forbid it. Nothing here comes from the search of the masks but the relations.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Final

import numpy as np
from scipy.optimize import linprog

from plie_metrics.secret.grandeurs import GRANDEURS, Cle
from plie_metrics.secret.mouvements import Relation
from plie_metrics.secret.probleme import Probleme
from plie_metrics.secret.protegees import Protegees
from plie_metrics.secret.regles import Cellule, Genre, Regles
from plie_metrics.secret.systeme import Systeme, assembler
from plie_metrics.secret.temoin import Besoins, Bloc, besoins, extraire, temoigner

Vecteur = Any
TOURS: Final = 60
SANS_FIN: Final = 1e6
PAS: Final = 1.0
PAS_SOMME: Final = 0.05
"""A masked sum must be able to move by this share of itself."""


@dataclass(frozen=True)
class Constat:
    """The interval of a masked cell, and the least width that the rule asks of it."""

    cle: Cle
    minimum: float
    maximum: float
    largeur_due: float

    @property
    def tient(self) -> bool:
        """True when the interval is wide enough."""
        return self.maximum - self.minimum >= self.largeur_due - 1e-6


@dataclass(frozen=True)
class Audit:
    """`masquees`: masked cells checked; `deduites`: small remainders; `failles`: too narrow."""

    masquees: int
    failles: tuple[Constat, ...]
    montrees_a_tort: tuple[Cle, ...]
    deduites: int = 0

    @property
    def sur(self) -> bool:
        """True when nothing can be worked out."""
        return not self.failles and not self.montrees_a_tort


def auditer(probleme: Probleme, protegees: Protegees, regles: Regles) -> Audit:
    """Every masked cell of the protected tables against everything that they show."""
    systeme = _attaque(probleme, protegees, regles)
    bloc = extraire(systeme, np.arange(systeme.taille))
    restants = _prouver(bloc)
    suspects = np.flatnonzero(restants.hauts & restants.bas)
    constats = [intervalle(bloc, systeme, int(c), regles) for c in suspects]
    return Audit(
        int((systeme.sensible & systeme.publiable).sum()),
        tuple(constat for constat in constats if not constat.tient),
        _a_tort(probleme, protegees, regles),
        int((systeme.sensible & ~systeme.publiable).sum()),
    )


def _attaque(probleme: Probleme, protegees: Protegees, regles: Regles) -> Systeme:
    """What a reader does not know: masked cells within what their mask says, and differences."""
    cellules: dict[Cle, Cellule] = {}
    for cle, cellule in probleme.cellules.items():
        if cellule.genre == Genre.DEDUITE:
            cellules[cle] = _deduite(cellule)
        elif cle in protegees.masques:
            cellules[cle] = _inconnue(cle, cellule, protegees, regles)
    return assembler(cellules, _sans_connues(probleme.relations))


def _sans_connues(relations: Sequence[Relation]) -> Sequence[Relation]:
    """Cells shown do not move: `assembler` leaves them out."""
    return relations


def _deduite(cellule: Cellule) -> Cellule:
    """A count that only a subtraction gives, with the least move if it is to be protected."""
    if not cellule.sensible:
        return cellule
    return replace(cellule, vise_min=cellule.valeur - PAS, vise_max=cellule.valeur + PAS)


def _inconnue(cle: Cle, cellule: Cellule, protegees: Protegees, regles: Regles) -> Cellule:
    """A masked cell, with the least move that must be possible on one side or the other."""
    valeur = cellule.valeur
    if GRANDEURS[cle[0]].somme:
        pas = PAS_SOMME * valeur
        return Cellule(valeur, Genre.PUBLIEE, 0, inf, valeur - pas, valeur + pas, True)
    if protegees.masques[cle] == "primaire":
        minimum, maximum = 1.0, float(regles.seuil - 1)
    else:
        minimum, maximum = (1.0 if regles.est_petit(valeur) else float(regles.seuil)), inf
    return Cellule(valeur, Genre.PUBLIEE, minimum, maximum, valeur - PAS, valeur + PAS, True)


def _prouver(bloc: Bloc) -> Besoins:
    """Programmes that each move many cells; what is left must be looked at one by one."""
    alea = np.random.default_rng(7)
    restants = besoins(bloc)
    for _ in range(TOURS):
        a_voir = restants.hauts & restants.bas  # one side is enough
        if not a_voir.any():
            return restants
        choix = a_voir & (alea.random(bloc.taille) < max(0.25, min(1.0, 300 / a_voir.sum())))
        voulus = restants.parmi(choix)
        temoin = temoigner(bloc, voulus, np.zeros(bloc.taille), 1.0, alea)
        suite = restants.reste(bloc, temoin)
        if suite.nombre == restants.nombre and choix.sum() == a_voir.sum():
            return restants
        restants = suite
    return restants


def intervalle(bloc: Bloc, systeme: Systeme, cellule: int, regles: Regles) -> Constat:
    """The exact interval of one cell, by two linear programmes."""
    ecarts = []
    for sens in (1.0, -1.0):
        objectif = np.zeros(bloc.taille)
        objectif[cellule] = sens
        bornes = np.column_stack([bloc.bas, np.minimum(bloc.haut, SANS_FIN)])
        resultat = linprog(
            objectif,
            A_eq=bloc.relations,
            b_eq=np.zeros(bloc.relations.shape[0]),
            bounds=bornes,
            method="highs",
        )
        ecarts.append(float(resultat.x[cellule]) if resultat.status == 0 else 0.0)
    valeur = float(systeme.valeurs[cellule])
    nom = systeme.cles[cellule][0]  # a difference has a name of its own
    somme = nom in GRANDEURS and GRANDEURS[nom].somme
    due = PAS_SOMME * valeur if somme else min(PAS, regles.seuil - 2)
    return Constat(systeme.cles[cellule], valeur + ecarts[0], valeur + ecarts[1], due)


def _a_tort(probleme: Probleme, protegees: Protegees, regles: Regles) -> tuple[Cle, ...]:
    """Cells that the primary rules forbid and that are shown all the same."""
    return tuple(
        cle
        for cle in probleme.releve.publiees
        if cle in protegees.valeurs
        and probleme.cellules[cle].sensible
        and (GRANDEURS[cle[0]].somme or regles.est_petit(probleme.cellules[cle].valeur))
    )
