"""Mask a system, then do better for the few cells that could not be protected at first."""

from dataclasses import replace
from typing import Any

import numpy as np

from plie_metrics.secret.grandeurs import Cle
from plie_metrics.secret.suppression import Suppression, supprimer
from plie_metrics.secret.systeme import Systeme

Vecteur = Any


def masquer(systeme: Systeme, deja_montrees: frozenset[Cle], secondes: float) -> Suppression:
    """Mask; then, if need be, do without what earlier arrêtés showed; then soften some marks."""
    connues = np.array([c in deja_montrees for c in systeme.cles], dtype=bool)
    premiere = supprimer(systeme, connues & ~systeme.sensible, secondes * 0.6)
    if premiere.irreductibles and connues.any():
        premiere = _reprendre(systeme, premiere, secondes * 0.2)
    if premiere.irreductibles:
        premiere = _adoucir(systeme, premiere, secondes * 0.2)
    return premiere


def _reprendre(systeme: Systeme, premiere: Suppression, secondes: float) -> Suppression:
    """Only for the cells still fixed, by one on one side or the other: any cell may be masked."""
    a_proteger = np.zeros(systeme.taille, dtype=bool)
    a_proteger[list(premiere.irreductibles)] = True
    partiel = replace(
        systeme,
        sensible=a_proteger,
        vise_bas=np.where(a_proteger, -1.0, systeme.vise_bas),
        vise_haut=np.where(a_proteger, 1.0, systeme.vise_haut),
    )
    libre = np.zeros(systeme.taille, dtype=bool)
    suite = supprimer(partiel, libre, secondes, premiere.masquees)
    return replace(
        premiere,
        masquees=premiere.masquees | suite.masquees,
        irreductibles=suite.irreductibles,
        repli=premiere.repli + suite.repli,
    )


def _adoucir(systeme: Systeme, premiere: Suppression, secondes: float) -> Suppression:
    """When « moins de … » on a total and on its parts tells them all, say less of the total."""
    adoucies = _totaux(systeme, premiere.irreductibles)
    haut = systeme.haut.copy()
    haut[list(adoucies)] = np.inf
    suite = _reprendre(replace(systeme, haut=haut), premiere, secondes)
    return replace(suite, adoucies=adoucies)


def _totaux(systeme: Systeme, fixes: tuple[int, ...]) -> tuple[int, ...]:
    """For each cell that is told, the largest small counts of the relations that tell it."""
    par_ligne = systeme.relations.tocsr()
    lignes = par_ligne[:, list(fixes)].nonzero()[0]
    petites = systeme.sensible & np.isfinite(systeme.haut) & systeme.publiable
    totaux: set[int] = set()
    for ligne in np.unique(lignes):
        colonnes = par_ligne[ligne].indices
        candidates = colonnes[petites[colonnes]]
        if len(candidates):
            totaux.add(int(candidates[np.argmax(systeme.valeurs[candidates])]))
    return tuple(sorted(totaux))
