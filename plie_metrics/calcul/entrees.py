"""Parcours begun in the period.

Source: rapport d'activité 2016, « L'activité du PLIE – Les entrées ».
"""

from collections.abc import Mapping
from typing import Final

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import datees, utiles_datees
from plie_metrics.calcul.recette import Demande, Population, Recette


def parcours_commences(demande: Demande) -> Lignes:
    """One row a parcours with du ≤ entrée ≤ au; the age is that of the year of entry."""
    return datees(demande.vue.parcours(utiles_datees(demande, "entree")), "entree", demande)


COMMENCES: Final = Population("parcours commencés", ("parcours",), parcours_commences, datee=True)
RECETTES: Final[Mapping[str, Recette]] = {"entrees": Recette(COMMENCES, "un")}
