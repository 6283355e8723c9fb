"""The corrections and deletions between two snapshots, cell by cell, for the staff to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from plie_metrics.objectifs.etats import JOUR, Tables, cle_de, en_attente
from plie_metrics.schema import TABLES

COMPAREES: Final = ("participants", *JOUR)


@dataclass(frozen=True)
class Changement:
    """A cell that the two snapshots say otherwise; a whole row deleted has no column.

    `cle`: the row's key, « K1 / 2016-01-01 » when it has two parts. Values are None when empty.
    """

    table: str
    cle: str
    colonne: str | None
    avant: Any
    apres: Any


def changements(ancien: Tables, nouveau: Tables) -> tuple[Changement, ...]:
    """Every correction and deletion, table by table; what was unknown and was filled is neither."""
    return tuple(
        changement
        for nom in COMPAREES
        if nom in ancien and nom in nouveau
        for changement in _de_la_table(nom, ancien[nom], nouveau[nom])
    )


def _de_la_table(nom: str, avant: pd.DataFrame, apres: pd.DataFrame) -> Iterator[Changement]:
    cle = list(TABLES[nom].cle)
    presentes = cle_de(avant, cle).isin(cle_de(apres, cle))
    for valeurs in avant.loc[~presentes, cle].itertuples(index=False):
        yield Changement(nom, _texte(valeurs), None, None, None)
    anciennes = avant[presentes].set_index(cle)
    nouvelles = apres.set_index(cle).reindex(anciennes.index)
    for colonne in anciennes.columns.intersection(nouvelles.columns):
        yield from _de_la_colonne(nom, colonne, anciennes[colonne], nouvelles[colonne])


def _de_la_colonne(
    nom: str, colonne: str, avant: pd.Series, apres: pd.Series
) -> Iterator[Changement]:
    anciennes, nouvelles = avant.astype(object), apres.astype(object)
    pareilles = (anciennes == nouvelles) | (anciennes.isna() & nouvelles.isna())
    corriges = ~pareilles.to_numpy(dtype=bool) & ~en_attente(nom, colonne, avant)
    for cle, ancienne, nouvelle in zip(
        avant.index[corriges], anciennes[corriges], nouvelles[corriges], strict=True
    ):
        yield Changement(nom, _texte(cle), colonne, _valeur(ancienne), _valeur(nouvelle))


def _texte(cle: Any) -> str:
    parties = cle if isinstance(cle, tuple) else (cle,)
    return " / ".join(
        partie.date().isoformat() if isinstance(partie, pd.Timestamp) else str(partie)
        for partie in parties
    )


def _valeur(valeur: Any) -> Any:
    if pd.isna(valeur):
        return None
    return valeur.date() if isinstance(valeur, pd.Timestamp) else valeur
