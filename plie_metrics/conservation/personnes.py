"""Which rows of an extract are a person's, and the extract without them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

Tables = Mapping[str, pd.DataFrame]
SUIVI: tuple[str, ...] = ("etapes", "entretiens", "prescriptions")
CLAUSES: tuple[str, ...] = ("clauses_contrats", "clauses_orientations", "clauses_sorties")


@dataclass(frozen=True)
class Cibles:
    """Whom to erase: numbers of participants, and numbers of candidates of the clauses.

    The two are apart: the same number may be two persons.
    """

    participants: frozenset[str] = field(default_factory=frozenset)
    candidats: frozenset[str] = field(default_factory=frozenset)


def sans(tables: Tables, cibles: Cibles) -> dict[str, pd.DataFrame]:
    """The tables that change, without the rows of these persons; the others are left out.

    A person's rows: theirs, those of their parcours (étapes, entretiens, the prescription that led
    to it), their contracts and hours of the clauses, their orientations, under whatever number of
    candidate, and sorties.
    """
    partent = {nom: _concernees(tables, nom, cibles) for nom in tables}
    return {nom: tables[nom][~masque] for nom, masque in partent.items() if masque.any()}


def _concernees(tables: Tables, nom: str, cibles: Cibles) -> pd.Series:
    """The rows of a table that are a person's."""
    table = tables[nom]
    if nom in ("participants", "parcours", *CLAUSES):
        masque = table["participant_id"].isin(cibles.participants)
        if nom == "clauses_orientations":
            masque |= table["candidat_id"].isin(_candidats(tables, cibles))
        return masque
    if nom in SUIVI:
        parcours = tables["parcours"]
        leurs = parcours["parcours_id"][parcours["participant_id"].isin(cibles.participants)]
        return table["parcours_id"].isin(leurs)
    if nom == "clauses_heures" and "clauses_contrats" in tables:
        contrats = tables["clauses_contrats"]
        leurs = contrats["contrat_id"][contrats["participant_id"].isin(cibles.participants)]
        return table["contrat_id"].isin(leurs)
    return pd.Series(False, index=table.index)


def _candidats(tables: Tables, cibles: Cibles) -> frozenset[str]:
    """The numbers under which these persons were candidates of the clauses."""
    orientations = tables["clauses_orientations"]
    leurs = orientations["candidat_id"][
        orientations["participant_id"].isin(cibles.participants)
    ].astype(str)
    return cibles.candidats | frozenset(leurs)
