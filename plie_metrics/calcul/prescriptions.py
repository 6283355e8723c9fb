"""Prescriptions towards the PLIE and what they led to.

Source: rapport d'activité 2016, « La coordination du PLIE – Les orientations » (the count); the
rate is a convention of the public contract, section 2.
"""

from collections.abc import Mapping
from typing import Final

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import datees, utiles_datees
from plie_metrics.calcul.recette import Demande, Population, Recette


def prescriptions_recues(demande: Demande) -> Lignes:
    """One row a prescription dated in the period."""
    prescriptions = demande.vue.prescriptions
    assert prescriptions is not None  # the caller checks the tables of a population
    return datees(prescriptions.select(*utiles_datees(demande, "jour")), "jour", demande)


RECUES: Final = Population(
    "prescriptions reçues", ("prescriptions",), prescriptions_recues, datee=True
)
RECETTES: Final[Mapping[str, Recette]] = {
    "prescriptions": Recette(RECUES, "un"),
    "taux_entree_sur_prescription": Recette(RECUES, "entree", "un", inconnus="attendue"),
}
