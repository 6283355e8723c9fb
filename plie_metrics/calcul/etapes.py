"""Étapes de parcours begun in the period.

Source: rapport d'activité 2016, « L'activité du PLIE – Les étapes de parcours ».
"""

from collections.abc import Mapping
from typing import Final

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import datees, utiles_datees
from plie_metrics.calcul.recette import Demande, Population, Recette


def etapes_commencees(demande: Demande) -> Lignes:
    """One row an étape with du ≤ date_debut ≤ au; the age is that of the year it begins."""
    return datees(demande.vue.etapes(utiles_datees(demande, "debut")), "debut", demande)


COMMENCEES: Final = Population("étapes commencées", ("etapes",), etapes_commencees, datee=True)
RECETTES: Final[Mapping[str, Recette]] = {
    "etapes": Recette(COMMENCEES, "un"),
    "mises_emploi": Recette(COMMENCEES, "emploi"),
}
