"""An extract as it stood on an earlier day: only what was entered in the software by then.

Corrections made since are not undone: the extract keeps the last value of each cell only.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.objectifs.delais import jours_de

SORTIE: Final = (
    "date_sortie",
    "motif_sortie",
    "date_saisie_sortie",
    "date_validation",
    "situation_sortie",
)


def connus_le(parcours: pd.DataFrame, jour: date) -> pd.DataFrame:
    """The parcours whose entry was known on `jour`; an exit entered later leaves them open.

    A fact without date of entry (a null, or no such column) is taken as entered the day it
    happened.
    """
    quand = np.datetime64(jour, "D")
    entrees = _connus(parcours, "date_entree", "date_saisie_entree", quand)
    vus: pd.DataFrame = parcours[entrees].copy()
    sorties = _connus(vus, "date_sortie", "date_saisie_sortie", quand)
    for colonne in SORTIE:
        if colonne in vus:
            vus[colonne] = vus[colonne].where(sorties)
    return vus


def tables_connues_le(tables: Mapping[str, pd.DataFrame], jour: date) -> dict[str, pd.DataFrame]:
    """`participants` and `parcours` as they were known on `jour`."""
    return {
        "participants": tables["participants"],
        "parcours": connus_le(tables["parcours"], jour),
    }


def _connus(parcours: pd.DataFrame, fait: str, saisie: str, quand: Any) -> Any:
    survenus = jours_de(parcours[fait])
    saisis = jours_de(parcours[saisie]) if saisie in parcours else survenus
    dates = np.where(np.isnat(saisis), survenus, np.maximum(saisis, survenus))
    return dates <= quand
