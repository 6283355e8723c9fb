"""Between two snapshots, the states that lead from the old one to the new one, one cause at a time.

old → corrections and deletions → late entries about the old period → new activity = new.
Each step changes one thing only, so that the parts of a difference add up to it exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.objectifs.delais import jours_de
from plie_metrics.schema import TABLES

Tables = Mapping[str, pd.DataFrame]
JOUR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "parcours": "date_entree",
        "etapes": "date_debut",
        "entretiens": "date",
        "prescriptions": "date",
        "clauses_contrats": "date_debut",
        "clauses_heures": "mois",
        "clauses_orientations": "date",
        "clauses_sorties": "date",
    }
)
"""The day each row is about; a table without one (the people) is taken as it is in the end."""
SORTIE: Final = (
    "date_sortie",
    "motif_sortie",
    "date_saisie_sortie",
    "date_validation",
    "situation_sortie",
)
"""The columns that an exit fills together: its day tells whether it is late or new."""
EN_ATTENTE: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {"prescriptions": {"suite": "en_attente"}, "clauses_orientations": {"validee": False}}
)
"""Values that mean « not known yet », like an empty cell: what replaces them is no correction."""


@dataclass(frozen=True)
class Etats:
    """The tables at each step; `ancien` and `nouveau` are the two snapshots."""

    ancien: Tables
    corrige: Tables
    complete: Tables
    nouveau: Tables


def enchainer(ancien: Tables, nouveau: Tables, arrete: date) -> Etats:
    """The states between two snapshots; `arrete` is the day of the old one.

    A table that only one of them has stays as it is there, and is not compared.
    """
    communes = [nom for nom in ancien if nom in nouveau]
    corrige = dict(ancien) | {
        nom: jusqu_a(arrete, nom, corriger(nom, ancien[nom], nouveau[nom])) for nom in communes
    }
    complete = dict(corrige) | {nom: completer(nom, nouveau[nom], arrete) for nom in communes}
    return Etats(ancien, rattacher(corrige), rattacher(complete), nouveau)


def corriger(nom: str, avant: pd.DataFrame, apres: pd.DataFrame) -> pd.DataFrame:
    """The old rows that remain, with their new values; what was unknown stays so for now.

    New people are there already: they count for nothing until a parcours names them.
    """
    cle = list(TABLES[nom].cle)
    indexe = apres.set_index(cle)
    restent = avant[cle_de(avant, cle).isin(cle_de(apres, cle))].set_index(cle)
    resultat = indexe.reindex(restent.index)
    for colonne in resultat.columns.intersection(restent.columns):
        inconnu = en_attente(nom, colonne, restent[colonne])
        resultat[colonne] = _garder(resultat[colonne], restent[colonne], inconnu)
    corriges: pd.DataFrame = resultat.reset_index()[
        [c for c in avant.columns if c in apres.columns]
    ]
    if nom in JOUR:
        return corriges
    nouveaux = apres[~cle_de(apres, cle).isin(cle_de(avant, cle))]
    toutes: pd.DataFrame = pd.concat([corriges, nouveaux[corriges.columns]], ignore_index=True)
    return toutes


def completer(nom: str, apres: pd.DataFrame, arrete: date) -> pd.DataFrame:
    """The new rows about days up to the arrêté, without the exits that came after it."""
    if nom not in JOUR:
        return apres
    gardees = jusqu_a(arrete, nom, apres).copy()
    if nom == "parcours":
        sortis = jours_de(gardees["date_sortie"]) > np.datetime64(arrete, "D")
        for colonne in SORTIE:
            if colonne in gardees:
                gardees[colonne] = gardees[colonne].where(~sortis)
    return gardees


def jusqu_a(arrete: date, nom: str, table: pd.DataFrame) -> pd.DataFrame:
    """The rows about days up to the arrêté: one put off until later is not there yet."""
    if nom not in JOUR:
        return table
    gardees: pd.DataFrame = table[jours_de(table[JOUR[nom]]) <= np.datetime64(arrete, "D")]
    return gardees


def rattacher(tables: Tables) -> Tables:
    """Only the rows whose parcours (or contract) is there: what is about another waits for it.

    An étape may be dated before the parcours that it is about, or have been moved to a new one.
    """
    return {nom: _rattachee(nom, table, tables) for nom, table in tables.items()}


def _rattachee(nom: str, table: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    for colonne in TABLES[nom].colonnes:
        reference = colonne.reference
        if nom in JOUR and reference in JOUR and reference in tables and not colonne.nulle:
            table = table[table[colonne.nom].isin(tables[reference][colonne.nom])]
    return table


def en_attente(nom: str, colonne: str, valeurs: pd.Series) -> Any:
    """True where a cell means « not known yet »; an empty quarter means « hors QPV », a value."""
    if not _vide_inconnu(nom, colonne):
        return np.zeros(len(valeurs), dtype=bool)
    inconnues = valeurs.isna().to_numpy()
    attente = EN_ATTENTE.get(nom, {}).get(colonne)
    if attente is not None:
        inconnues = inconnues | (valeurs == attente).fillna(False).to_numpy(dtype=bool)
    return inconnues


def _vide_inconnu(nom: str, colonne: str) -> bool:
    return TABLES[nom].colonne(colonne).sens_null != "hors QPV"


def cle_de(table: pd.DataFrame, cle: list[str]) -> Any:
    """The key of each row, as one index."""
    return pd.Index(table[cle[0]]) if len(cle) == 1 else pd.MultiIndex.from_frame(table[cle])


def _garder(nouvelles: pd.Series, anciennes: pd.Series, inconnu: Any) -> pd.Series:
    """The new values, but for the cells that were unknown, left as they were."""
    if not inconnu.any():
        return nouvelles
    melange = nouvelles.astype(object).where(~inconnu, anciennes.astype(object))
    if str(nouvelles.dtype).startswith("datetime64") or nouvelles.dtype == bool:
        return melange.astype(nouvelles.dtype)
    return melange  # a category cannot hold a code that it does not know
