"""Requests answered from cubes: each population is read once a period, whole, then kept.

A filter or a breakdown then costs a selection of a few thousand rows, whatever it is: what a page
asks at each change of filter. Only where the tables are in memory.
"""

from functools import lru_cache

from plie_metrics.calcul.cube import Cube, lire
from plie_metrics.calcul.gens import PERSONNE, gens_gardes
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.calcul.registre import RECETTES, definition


def cube_de(population: Population, demande: Demande) -> Cube | None:
    """The rows of the request, filters applied; None when it must be asked of the engine."""
    memoire = demande.vue.bases.memoire
    if memoire is None or not _porte(population, demande):
        return None
    cle = (population.nom, demande.periode)
    entier = memoire.garder(cle, lambda: _lire_entier(population, demande))
    filtres = demande.vue.filtres
    if not filtres.actifs:
        return entier
    if population.suit_la_personne:
        return entier.garder(entier.parmi(PERSONNE, gens_gardes(memoire, demande)))
    return entier.garder(entier.masque(filtres))


def _porte(population: Population, demande: Demande) -> bool:
    dims, sommes = _portees(population)
    return {*demande.dims} <= {*dims} and {*demande.sommes} <= {*sommes}


@lru_cache(maxsize=64)
def _portees(population: Population) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The dimensions and the sums of all the indicators that count this population."""
    recettes = {nom: r for nom, r in RECETTES.items() if r.population == population}
    dims = {d for nom in recettes for d in definition(nom).ventilations}
    sommes = {s for recette in recettes.values() for s in recette.sommes} | {"un"}
    if population.suit_la_personne:
        dims, sommes = dims | {PERSONNE}, sommes | {"connue"}
    else:
        dims |= {f for nom in recettes for f in definition(nom).filtres}
    if not population.datee:
        dims -= {"mois"}
    return tuple(sorted(dims)), tuple(sorted(sommes))


def _lire_entier(population: Population, demande: Demande) -> Cube:
    dims, sommes = _portees(population)
    vue = demande.vue.sans_filtre
    with vue.bases.tour:
        return lire(population, Demande(vue, demande.periode, dims, sommes))
