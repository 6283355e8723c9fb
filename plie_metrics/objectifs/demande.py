"""The projections that may stand beside the figures of a request."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from plie_metrics.calcul.lot import Donnees
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.contexte import contexte_de
from plie_metrics.objectifs.forme import projection_json
from plie_metrics.objectifs.suivi import Suivi, suivis
from plie_metrics.periodes import Periode


def projections(
    donnees: Donnees, parcours: pd.DataFrame, periode: Periode, filtres: Filtres
) -> dict[str, dict[str, Any]]:
    """The JSON of each projection, by indicator, for a period that ends at the arrêté.

    Beside a period that ends before, or that goes beyond the objective's, a projection made at
    the arrêté would be about something else: there is none.
    """
    if periode.au != donnees.arrete:
        return {}
    return choisir(suivis(contexte_de(donnees, parcours), filtres), periode)


def choisir(en_cours: Mapping[str, Suivi], periode: Periode) -> dict[str, dict[str, Any]]:
    """The JSON of the projections among these that may stand beside a period."""
    return {
        nom: projection_json(suivi)
        for nom, suivi in en_cours.items()
        if suivi.arrete == periode.au and suivi.objectif.periode.commun(periode) == periode
    }
