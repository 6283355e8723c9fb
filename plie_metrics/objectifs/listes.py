"""The parcours behind a difference: what each one counted for, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from plie_metrics.calcul.calcul import impossible, sommes_utiles, suivre
from plie_metrics.calcul.recette import Demande
from plie_metrics.calcul.registre import RECETTES
from plie_metrics.calcul.sommes import par_modalite
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode

PARCOURS: Final = "parcours"
PORTEUSES: Final = ("parcours", "etapes", "entretiens")
"""Tables whose rows are tied to a parcours."""
Contributions = Mapping[str, tuple[float, ...]]
"""parcours_id → what it adds to the numerator and, for a rate, to the denominator."""


@dataclass(frozen=True)
class Mouvement:
    """A parcours whose share of the figure changed; each tuple as in `Contributions`."""

    parcours_id: str
    avant: tuple[float, ...]
    apres: tuple[float, ...]


def contributions(
    identifiant: str, vue: Vue, periode: Periode, parcours: pd.DataFrame
) -> Contributions | None:
    """What each parcours counts for; None when the rows counted are not tied to parcours.

    A person followed in two parcours at once counts in each of them here, once in the figure.
    """
    recette = RECETTES[identifiant]
    population = recette.population
    attachee = all(table in PORTEUSES for table in population.tables)
    if not attachee or impossible(vue, identifiant) or suivre(vue, periode, population).rompu:
        return None
    sommes = sommes_utiles((identifiant,))
    cellules = par_modalite(population, Demande(vue, periode, (PARCOURS,), sommes))
    ids = parcours["parcours_id"].astype(str).to_numpy()
    return {
        ids[int(cle[0])]: tuple(float(valeurs[nom]) for nom in sommes)
        for cle, valeurs in cellules.items()
    }


def mouvements(
    avant: Contributions | None, apres: Contributions | None
) -> tuple[Mouvement, ...] | None:
    """The parcours that count otherwise, in the order of their ids; None when unknown."""
    if avant is None or apres is None:
        return None
    longueur = len(next(iter((*avant.values(), *apres.values())), ()))
    rien = (0.0,) * longueur
    couples = (
        (ident, avant.get(ident, rien), apres.get(ident, rien)) for ident in {**avant, **apres}
    )
    changes = (Mouvement(*couple) for couple in couples if couple[1] != couple[2])
    return tuple(sorted(changes, key=lambda mouvement: mouvement.parcours_id))
