"""The cases behind a look, for the profiles that may aggregate them: filtered once, kept."""

import pandas as pd

from plie_metrics.planches.planche import PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.secret.detail import Detail


def detail_vu(regard: Regard) -> Detail:
    """The cases this look may add up: all of them, or a référent's own portfolio under its filter.

    Raises DetailRefuse, a French sentence, for who sees aggregates of the closed list only.
    """
    referent = regard.porte.referent
    if referent is not None and regard.filtres.referent == (referent,):
        return regard.porte.dossiers()
    return regard.porte.detail()


def les_parcours(regard: Regard) -> pd.DataFrame:
    """The parcours that the look's filters keep; raises DetailRefuse."""
    detail = detail_vu(regard)
    return regard.calculer_une_fois("parcours vus", lambda: detail.fonds.vus(regard.filtres))


def table_vue(regard: Regard, nom: str, remede: str) -> pd.DataFrame:
    """A table that an extract may lack; raises PlancheIndisponible with what to do about it."""
    table = detail_vu(regard).tables.get(nom)
    if table is None:
        raise PlancheIndisponible(
            f"L’arrêté ne contient pas la table « {nom} » : {remede} Joignez-la au prochain import "
            "(page Données)."
        )
    return table
