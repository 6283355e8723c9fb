"""The cases behind the figures, for the profiles that may reach them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from plie_metrics.dossiers.fonds import Fonds
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.objectifs.contexte import Contexte
from plie_metrics.secret.profils import Profil


class DetailRefuse(ErreurPlie):
    """Cases asked for by a profile that sees aggregates only, or may list none."""

    def __init__(self, profil: Profil) -> None:
        super().__init__(
            "Cette analyse repose sur les dossiers un par un : elle n’est pas ouverte au profil "
            f"{profil.libelle.lower()}."
        )


@dataclass(frozen=True, eq=False)
class Detail:
    """The tables of a snapshot by name, and what projections are made from, made if asked."""

    tables: Mapping[str, pd.DataFrame]
    _preparer: Callable[[], Contexte]

    @cached_property
    def contexte(self) -> Contexte:
        """What projections are made from."""
        return self._preparer()

    @cached_property
    def fonds(self) -> Fonds:
        """The cases, ready to be filtered and listed."""
        return Fonds(self.tables)

    def de(self, referent: str) -> "Detail":
        """The same with the rows of one référent's portfolio only.

        Tables that cannot be tied to a parcours or to a person of theirs are left out.
        """
        parcours = self.tables["parcours"]
        siens = parcours[parcours["referent_id"].astype("string") == referent]
        gardees = {"parcours": siens}
        for nom, table in self.tables.items():
            if nom == "referents":
                gardees[nom] = table[table["referent_id"].astype("string") == referent]
            elif nom == "participants":
                gardees[nom] = table[table["participant_id"].isin(siens["participant_id"])]
            elif nom in ("etapes", "entretiens"):
                gardees[nom] = table[table["parcours_id"].isin(siens["parcours_id"])]
            elif nom == "objectifs":
                gardees[nom] = table
        return Detail(gardees, lambda: self.contexte)
