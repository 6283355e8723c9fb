"""The whole demonstration: four arrêtés, every table, one or several copies of the population."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from plie_metrics.demonstration import documents, missions_locales
from plie_metrics.demonstration.arretes import ARRETES, reunir, vue
from plie_metrics.demonstration.extrait import Sources
from plie_metrics.demonstration.extrait import construire as construire_copie
from plie_metrics.publications.chiffre import Publication

Jeu = Mapping[date, Mapping[str, pd.DataFrame]]


def construire(
    sources: Sources, publications: Sequence[Publication], graine: int, echelle: int = 1
) -> Jeu:
    """Arrêté → table → rows. `publications`: the report, then those of the missions locales.

    `echelle` disjoint copies of the population, each with its own draws; every one adds up to
    the published year.
    """
    copies = [construire_copie(sources, graine, copie) for copie in range(echelle)]
    rapport, *conventions = publications
    fixes = {
        "objectifs": documents.objectifs(rapport, echelle),
        "ml_indicateurs": missions_locales.ml_indicateurs(conventions),
    }
    annuelles = {"actions": documents.actions(rapport), "finances": documents.finances(rapport)}
    return {
        arrete: {
            **reunir([vue(copie, arrete) for copie in copies]),
            **fixes,
            **(annuelles if arrete == max(ARRETES) else {}),
        }
        for arrete in ARRETES
    }
