"""The people whom filters keep, as `Vue.personnes` gives them, from cubes: a selection of codes."""

from typing import Final

import numpy as np

from plie_metrics.calcul.cube import Cube, lire
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.filtres import NOMS, PARCOURS
from plie_metrics.filtres import PERSONNE as DE_LA_PERSONNE
from plie_metrics.memoire import Memoire

PERSONNE: Final = "personne"
GENS: Final = Population("gens", ("participants",), lambda demande: demande.vue.bases.participants)
GENS_EN_PARCOURS: Final = Population(
    "gens en parcours",
    ("parcours",),
    lambda demande: demande.vue.parcours((*demande.dims, *demande.sommes)),
)


def gens_gardes(memoire: Memoire, demande: Demande) -> frozenset[str]:
    """Ranks of the people that the filters of the request keep, written as a cube writes them."""
    filtres = demande.vue.filtres
    return memoire.garder(filtres, lambda: _gardes(memoire, demande))


def _gardes(memoire: Memoire, demande: Demande) -> frozenset[str]:
    """By their parcours under a filter on these, else by what is known of the people alone."""
    filtres = demande.vue.filtres
    if {*filtres.actifs} & {*PARCOURS}:
        cube = _entier(memoire, demande, GENS_EN_PARCOURS, tuple(NOMS))
    else:
        cube = _entier(memoire, demande, GENS, DE_LA_PERSONNE)
    rangs = np.unique(cube.codes[PERSONNE][cube.masque(filtres)])
    return frozenset(cube.modalites[PERSONNE][rang] for rang in rangs)


def _entier(
    memoire: Memoire, demande: Demande, population: Population, noms: tuple[str, ...]
) -> Cube:
    vue = demande.vue.sans_filtre
    sans_filtre = Demande(vue, demande.periode, (PERSONNE, *noms), ("un",))
    return memoire.garder(population.nom, lambda: lire(population, sans_filtre))
