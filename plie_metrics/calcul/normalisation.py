"""From the tables of an extract to columns that any engine can count (pandas side).

Dates become whole numbers, absent modalities get a name, identifiers become ranks: the indicators
then hold no calendar arithmetic on columns and no null. `normalisation_paresseuse` does the same
for engines that scan files.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from plie_metrics.schema import HORS_QPV, INCONNU

EPOQUE: Final = date(1970, 1, 1)
OUVERT: Final = 2**31 - 1
"""Day of exit of a parcours in progress: after every day."""
SANS_PERSONNE: Final = -1
Colonnes = dict[str, Any]


def jour_entier(jour: date) -> int:
    """Days since 1970-01-01, the form of every date column below."""
    return (jour - EPOQUE).days


def normaliser(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables that indicators need, by name, each with plain columns; absent ones stay absent.

    `personne` is the rank in participants (−1 = unknown; `connue` = 0 then), `parcours` the rank
    in parcours; `x` days since 1970 for a date, with `x_mois` (months since 1970) and `x_annee`.
    Categories hold « inconnu » (« hors_qpv » for a quarter) in place of nulls. Input tables are
    left untouched.
    """
    rangs = {
        "participant_id": _textes(tables["participants"]["participant_id"]),
        "parcours_id": _textes(tables["parcours"]["parcours_id"]),
        "contrat_id": _textes(_colonne(tables, "clauses_contrats", "contrat_id")),
    }
    return {
        nom: pd.DataFrame(NORMALISEURS[nom](table, rangs), copy=False)
        for nom, table in tables.items()
        if nom in NORMALISEURS
    }


def _participants(table: pd.DataFrame, _: Mapping[str, Any]) -> Colonnes:
    brsa, deld = table["brsa"], table["deld"]
    return {
        "personne": np.arange(len(table), dtype="int32"),
        "annee_naissance": _entier(table["annee_naissance"]),
        "brsa": brsa.fillna(False).astype("int8"),
        "brsa_inconnu": brsa.isna().astype("int8"),
        "deld": deld.fillna(False).astype("int8"),
        "deld_inconnu": deld.isna().astype("int8"),
        **_categories(table, "sexe", "commune", "qpv", "niveau_formation"),
    }


def _parcours(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    return {
        "parcours": np.arange(len(table), dtype="int32"),
        "personne": _rang(table["participant_id"], rangs["participant_id"]),
        "referent": _categorie(table["referent_id"]),
        **_categories(table, "structure", "prescripteur", "motif_sortie"),
        **_jour("entree", table["date_entree"]),
        **_jour("sortie", table["date_sortie"]),
    }


def _etapes(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    return {
        "parcours": _rang(table["parcours_id"], rangs["parcours_id"]),
        **_categories(table, "type_etape"),
        **_jour("debut", table["date_debut"]),
    }


def _entretiens(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    return {
        "parcours": _rang(table["parcours_id"], rangs["parcours_id"]),
        **_jour("jour", table["date"]),
    }


def _prescriptions(table: pd.DataFrame, _: Mapping[str, Any]) -> Colonnes:
    return {
        **_categories(table, "prescripteur", "commune", "suite"),
        **_jour("jour", table["date"]),
    }


def _contrats(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    contrat = np.arange(len(table), dtype="int32")
    personne = _rang(table["participant_id"], rangs["participant_id"])
    return {
        "contrat": contrat,
        "personne": personne,
        "connue": _connue(personne),
        # below every rank of a person: a contract of an unknown person counts for one
        "salarie": np.where(personne >= 0, personne, -2 - contrat).astype("int32"),
        **_categories(table, "type_contrat", "secteur"),
    }


def _heures(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    return {
        "contrat": _rang(table["contrat_id"], rangs["contrat_id"]),
        "heures": table["heures"].astype("float64"),
        **_jour("jour", table["mois"]),
    }


def _orientations(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    personne = _rang(table["participant_id"], rangs["participant_id"])
    return {
        "candidat": pd.factorize(table["candidat_id"])[0].astype("int32"),
        "personne": personne,
        "connue": _connue(personne),
        "validee": table["validee"].fillna(False).astype("int8"),
        **_categories(table, "prescripteur", "secteur", "qpv"),
        **_jour("jour", table["date"]),
    }


def _sorties_clauses(table: pd.DataFrame, rangs: Mapping[str, Any]) -> Colonnes:
    personne = _rang(table["participant_id"], rangs["participant_id"])
    return {
        "personne": personne,
        "connue": _connue(personne),
        **_categories(table, "qpv"),
        **_jour("jour", table["date"]),
    }


NORMALISEURS: Final = {
    "participants": _participants,
    "parcours": _parcours,
    "etapes": _etapes,
    "entretiens": _entretiens,
    "prescriptions": _prescriptions,
    "clauses_contrats": _contrats,
    "clauses_heures": _heures,
    "clauses_orientations": _orientations,
    "clauses_sorties": _sorties_clauses,
}


def _jour(nom: str, dates: pd.Series) -> Colonnes:
    jours = dates.astype("datetime64[s]").to_numpy().astype("datetime64[D]")
    mois = jours.astype("datetime64[M]").astype("int64")
    absent = np.isnat(jours)
    return {
        nom: np.where(absent, OUVERT, jours.astype("int64")).astype("int32"),
        f"{nom}_mois": np.where(absent, 0, mois).astype("int32"),
        f"{nom}_annee": np.where(absent, 0, 1970 + mois // 12).astype("int32"),
    }


def _categories(table: pd.DataFrame, *noms: str) -> Colonnes:
    return {nom: _categorie(table[nom], HORS_QPV if nom == "qpv" else INCONNU) for nom in noms}


def _categorie(valeurs: pd.Series, absence: str = INCONNU) -> pd.Series:
    codes = valeurs.astype("category")
    manquantes = {absence, INCONNU} - set(codes.cat.categories)
    return codes.cat.add_categories(sorted(manquantes)).fillna(absence)


def _rang(cles: pd.Series, identifiants: Any) -> Any:
    """Rank of each key among the identifiers; −1 where it is null."""
    rangs = pc.index_in(_textes(cles), value_set=identifiants)
    return pc.fill_null(rangs, SANS_PERSONNE).to_numpy(zero_copy_only=False).astype("int32")


def _connue(personne: Any) -> Any:
    """1 where the person is known."""
    return (personne >= 0).astype("int8")


def _textes(valeurs: Any) -> Any:
    textes = pa.array(valeurs, from_pandas=True)
    textes = textes.combine_chunks() if isinstance(textes, pa.ChunkedArray) else textes
    return textes.cast(pa.string())


def _entier(valeurs: pd.Series) -> pd.Series:
    """A year; 0 where it is unknown."""
    return valeurs.fillna(0).astype("int32")


def _colonne(tables: Mapping[str, pd.DataFrame], table: str, colonne: str) -> Any:
    return tables[table][colonne] if table in tables else []
