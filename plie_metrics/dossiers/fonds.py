"""The cases of a snapshot, with what does not depend on the filters drawn from them once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

import narwhals as nw
import pandas as pd

from plie_metrics.filtres import PARCOURS, PERSONNE, Filtres
from plie_metrics.memoire import Memoire
from plie_metrics.schema import HORS_QPV, INCONNU

ABSENTES: Final = {"qpv": HORS_QPV}
"""What an empty cell is called, where it is not « inconnu »."""
JOURS_GARDES: Final = 8


@dataclass(frozen=True, eq=False)
class Fonds:
    """`tables`: those of the snapshot, or of one portfolio, by name."""

    tables: Mapping[str, pd.DataFrame]
    _memoire: Memoire = field(default_factory=lambda: Memoire(JOURS_GARDES), init=False, repr=False)

    def vus(self, filtres: Filtres) -> pd.DataFrame:
        """The rows of `parcours` that every filter keeps, in the order of the table.

        Filters act as in the indicators (`calcul.vue.Vue`): those on the person through
        `participant_id`, the others on the parcours itself.
        """
        parcours = self.tables["parcours"]
        masque: Any = filtres.expression((*PERSONNE, *PARCOURS))
        if masque is None:
            return parcours
        gardees = nw.from_native(self._noms).select(garde=masque).to_native()["garde"]
        return parcours[gardees.to_numpy(dtype=bool)]

    def derniers(self, jour: date) -> pd.Series:
        """Day of the last entretien up to that evening, by `participant_id`; only those met.

        An entretien counts on any of the person's parcours, as `taux_entretien_mensuel` counts it.
        """
        return self._memoire.garder(jour, lambda: self._derniers(pd.Timestamp(jour)))

    @cached_property
    def _noms(self) -> pd.DataFrame:
        """What each filter reads, a row a parcours."""
        parcours = self.tables["parcours"]
        personnes = self.tables["participants"].set_index("participant_id")
        colonnes = {
            # a column without any value comes back as numbers: it could not be named « inconnu »
            nom: parcours["participant_id"].map(personnes[nom].astype(object)).astype(object)
            for nom in PERSONNE
        }
        colonnes |= {
            nom: parcours["referent_id" if nom == "referent" else nom].astype(object)
            for nom in PARCOURS
        }
        return pd.DataFrame(
            {nom: valeurs.fillna(ABSENTES.get(nom, INCONNU)) for nom, valeurs in colonnes.items()}
        )

    def _derniers(self, soir: pd.Timestamp) -> pd.Series:
        entretiens = self.tables["entretiens"]
        passes = entretiens.loc[entretiens["date"] <= soir, ["parcours_id", "date"]]
        tous = self.tables["parcours"][["parcours_id", "participant_id"]]
        dates = passes.astype({"parcours_id": object}).merge(
            tous.astype(object), on="parcours_id", how="inner"
        )
        derniers: pd.Series = dates.groupby("participant_id")["date"].max()
        return derniers
