"""Tiny extracts: rows written by hand (or drawn), turned into the tables of a snapshot."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

Ligne = dict[str, Any]
Extrait = dict[str, list[Ligne]]

DEFAUTS: dict[str, Ligne] = {
    "participants": {
        "participant_id": "P1",
        "sexe": "F",
        "annee_naissance": 1980,
        "commune": "21231",
        "qpv": None,
        "niveau_formation": "V",
        "brsa": False,
        "deld": False,
    },
    "parcours": {
        "parcours_id": "Q1",
        "participant_id": "P1",
        "referent_id": "R1",
        "structure": "CESAM",
        "prescripteur": "pole_emploi",
        "date_entree": date(2016, 1, 1),
        "date_sortie": None,
        "motif_sortie": None,
    },
    "etapes": {
        "etape_id": "E1",
        "parcours_id": "Q1",
        "type_etape": "formation",
        "date_debut": date(2016, 3, 1),
        "date_fin": None,
    },
    "entretiens": {"entretien_id": "T1", "parcours_id": "Q1", "date": date(2016, 12, 5)},
    "prescriptions": {
        "prescription_id": "X1",
        "date": date(2016, 2, 1),
        "prescripteur": "pole_emploi",
        "commune": "21231",
        "suite": "entree",
        "parcours_id": None,
    },
    "clauses_contrats": {
        "contrat_id": "C1",
        "participant_id": "P1",
        "type_contrat": "CDD",
        "secteur": "BTP",
        "date_debut": date(2016, 1, 1),
        "date_fin": None,
    },
    "clauses_heures": {"contrat_id": "C1", "mois": date(2016, 1, 1), "heures": 100.0},
    "clauses_orientations": {
        "orientation_id": "O1",
        "candidat_id": "K1",
        "participant_id": "P1",
        "date": date(2016, 5, 2),
        "prescripteur": "PLIE",
        "secteur": "BTP",
        "qpv": None,
        "validee": True,
    },
    "clauses_sorties": {
        "sortie_id": "S1",
        "participant_id": "P1",
        "date": date(2016, 6, 1),
        "type_sortie": "cdi",
        "qpv": None,
    },
    "objectifs": {
        "indicateur": "entrees",
        "perimetre": "plie",
        "debut": date(2016, 1, 1),
        "fin": date(2016, 12, 31),
        "cible": 700.0,
    },
}
DATES = {"date_entree", "date_sortie", "date_debut", "date_fin", "date", "mois", "debut", "fin"}


def extrait(**lignes: Sequence[Ligne]) -> Extrait:
    """Every table, each row completed by the defaults and by its own rank as a key."""
    complet: Extrait = {}
    for nom, defaut in DEFAUTS.items():
        cle = next(iter(defaut))
        complet[nom] = [
            {**defaut, **_cle(nom, cle, defaut[cle], rang), **ligne}
            for rang, ligne in enumerate(lignes.get(nom, ()), 1)
        ]
    return complet


def _cle(table: str, cle: str, modele: Any, rang: int) -> Ligne:
    if table in ("clauses_heures", "objectifs"):
        return {}
    return {cle: f"{modele[0]}{rang}"}


def tables(extrait_: Extrait, sans: Sequence[str] = ()) -> dict[str, pd.DataFrame]:
    """The extract as DataFrames, empty tables included, dates as datetime64."""
    return {
        nom: _table(lignes, list(DEFAUTS[nom]))
        for nom, lignes in extrait_.items()
        if nom not in sans
    }


def _table(lignes: list[Ligne], colonnes: list[str]) -> pd.DataFrame:
    donnees: dict[str, pd.Series] = {}
    for nom in colonnes:
        valeurs = [ligne[nom] for ligne in lignes]
        if nom in DATES:
            donnees[nom] = pd.Series(pd.to_datetime(valeurs), dtype="datetime64[ms]")
        elif nom in ("heures", "cible"):
            donnees[nom] = pd.Series(valeurs, dtype="float64")
        elif nom == "annee_naissance":
            donnees[nom] = pd.Series(valeurs, dtype="int64")
        elif nom in ("brsa", "deld", "validee"):
            donnees[nom] = pd.Series(valeurs, dtype=object if None in valeurs else bool)
        else:
            donnees[nom] = pd.Series(valeurs, dtype=object)
    return pd.DataFrame(donnees)
