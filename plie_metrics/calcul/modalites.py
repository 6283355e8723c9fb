"""The names of modalities that populations bear as ranks: months and ages are computed on rows."""

from typing import Any, Final

from plie_metrics.calcul.normalisation import EPOQUE
from plie_metrics.periodes import cle_mois, decaler_mois
from plie_metrics.schema import CLASSES_AGE, INCONNU

AGES: Final = (INCONNU, *CLASSES_AGE)


def nommer(dimension: str, valeur: Any) -> str:
    """The modality of a row: « 2016-03 » for a rank of month, « 25-44 » for a rank of age class."""
    if dimension == "mois":
        return cle_mois(decaler_mois(EPOQUE, int(valeur)))
    if dimension == "classe_age":
        return AGES[int(valeur)]
    return str(valeur)
