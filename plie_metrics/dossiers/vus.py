"""The parcours that filters keep, each with what is known of its person."""

from collections.abc import Mapping
from typing import Any, Final

import narwhals as nw
import pandas as pd

from plie_metrics.filtres import PARCOURS, PERSONNE, Filtres
from plie_metrics.schema import HORS_QPV, INCONNU

ABSENTES: Final = {"qpv": HORS_QPV}
"""What an empty cell is called, where it is not « inconnu »."""


def parcours_vus(tables: Mapping[str, pd.DataFrame], filtres: Filtres) -> pd.DataFrame:
    """The rows of `parcours` that every filter keeps, in the order of the table.

    Filters act as in the indicators (`calcul.vue.Vue`): those on the person through
    `participant_id`, the others on the parcours itself.
    """
    parcours = tables["parcours"]
    if not filtres.actifs:
        return parcours
    personnes = tables["participants"].set_index("participant_id")
    colonnes = {
        # a column without any value comes back as numbers: it could not be named « inconnu »
        nom: parcours["participant_id"].map(personnes[nom].astype(object)).astype(object)
        for nom in PERSONNE
    }
    colonnes |= {
        nom: parcours["referent_id" if nom == "referent" else nom].astype(object)
        for nom in PARCOURS
    }
    nommees = pd.DataFrame(
        {nom: valeurs.fillna(ABSENTES.get(nom, INCONNU)) for nom, valeurs in colonnes.items()}
    )
    masque: Any = filtres.expression((*PERSONNE, *PARCOURS))
    gardees = nw.from_native(nommees).select(garde=masque).to_native()["garde"]
    return parcours[gardees.to_numpy(dtype=bool)]
