"""The yardstick at real size: the same figures as a person would write them with pandas."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

POSITIFS: Final = [
    "emploi_cdi",
    "emploi_cdd_6_mois",
    "emploi_interim_6_mois",
    "creation_activite",
    "emploi_aide",
    "formation_qualifiante",
    "chantier_insertion_senior",
]
NEUTRES: Final = ["demenagement", "sante", "retraite", "deces"]
EMPLOIS: Final = [
    "cdd_moins_6_mois",
    "cdd_6_mois_et_plus",
    "cdi",
    "interim",
    "clause_insertion",
    "cddi",
    "contrat_aide",
    "creation_activite",
]
Tables = Mapping[str, pd.DataFrame]


def compter(tables: Tables, du: date, au: date, commune: str) -> dict[str, Any]:
    """Every indicator of the catalogue over [du, au], for the people of one commune."""
    bornes = pd.Timestamp(du), pd.Timestamp(au)
    gens = tables["participants"]
    gens = gens[gens["commune"] == commune]
    parcours = tables["parcours"]
    parcours = parcours[parcours["participant_id"].isin(gens["participant_id"])]
    return {
        **_personnes(gens, parcours, *bornes),
        **_parcours(parcours, *bornes),
        **_autour(tables, parcours, *bornes),
        **_prescriptions(tables["prescriptions"], *bornes, commune),
        **_clauses(tables, gens["participant_id"], *bornes),
    }


def _personnes(gens: Any, parcours: Any, du: Any, au: Any) -> dict[str, Any]:
    presents = (parcours["date_entree"] <= au) & ~(parcours["date_sortie"] < du)
    suivis = gens[gens["participant_id"].isin(parcours.loc[presents, "participant_id"])]
    qpv = suivis["qpv"].astype("str")
    niveaux = suivis["niveau_formation"].dropna()
    return {
        "personnes_accompagnees": len(suivis),
        "part_femmes": (suivis["sexe"] == "F").mean(),
        "part_qpv": qpv.str.startswith(("QP", "QN")).fillna(False).mean(),
        "part_qpv_et_veille": suivis["qpv"].notna().mean(),
        "part_brsa": suivis["brsa"].mean(),
        "part_niveau_v_infra": niveaux.isin(["V", "Vbis", "VI"]).mean(),
        "age_moyen": au.year - suivis["annee_naissance"].mean(),
    }


def _parcours(parcours: Any, du: Any, au: Any) -> dict[str, Any]:
    entree, sortie = parcours["date_entree"], parcours["date_sortie"]
    ouverts = parcours[(entree <= au) & ~(sortie <= au)]
    termines = parcours[(sortie >= du) & (sortie <= au)]
    positives = termines["motif_sortie"].isin(POSITIFS).sum()
    neutres = termines["motif_sortie"].isin(NEUTRES).sum()
    duree = (termines["date_sortie"] - termines["date_entree"]).dt.days
    limite = au - pd.DateOffset(months=30)
    return {
        "file_active": ouverts["participant_id"].nunique(),
        "parcours_plus_30_mois": (ouverts["date_entree"] < limite).sum(),
        "entrees": ((entree >= du) & (entree <= au)).sum(),
        "sorties": len(termines),
        "sorties_positives": positives,
        "taux_sorties_positives_brut": positives / len(termines),
        "taux_sorties_positives_net": positives / (len(termines) - neutres),
        "duree_moyenne_parcours": duree.mean() / 30.4375,
    }


def _autour(tables: Tables, parcours: Any, du: Any, au: Any) -> dict[str, Any]:
    etapes = tables["etapes"]
    etapes = etapes[(etapes["date_debut"] >= du) & (etapes["date_debut"] <= au)]
    etapes = etapes[etapes["parcours_id"].isin(parcours["parcours_id"])]
    entretiens = tables["entretiens"]
    entretiens = entretiens[(entretiens["date"] >= au.replace(day=1)) & (entretiens["date"] <= au)]
    tous = tables["parcours"]
    recues = tous.loc[tous["parcours_id"].isin(entretiens["parcours_id"]), "participant_id"]
    file = parcours.loc[
        (parcours["date_entree"] <= au) & ~(parcours["date_sortie"] <= au), "participant_id"
    ].unique()
    return {
        "etapes": len(etapes),
        "mises_emploi": etapes["type_etape"].isin(EMPLOIS).sum(),
        "taux_entretien_mensuel": pd.Series(file).isin(recues).mean(),
    }


def _prescriptions(table: Any, du: Any, au: Any, commune: str) -> dict[str, Any]:
    recues = table[(table["date"] >= du) & (table["date"] <= au) & (table["commune"] == commune)]
    return {
        "prescriptions": len(recues),
        "taux_entree_sur_prescription": (recues["suite"] == "entree").mean(),
    }


def _clauses(tables: Tables, gens: Any, du: Any, au: Any) -> dict[str, Any]:
    contrats = tables["clauses_contrats"]
    contrats = contrats[contrats["participant_id"].isin(gens)]
    heures = tables["clauses_heures"]
    heures = heures[(heures["mois"] >= du) & (heures["mois"] <= au)]
    heures = heures.merge(contrats[["contrat_id", "participant_id"]], on="contrat_id")
    orientations = tables["clauses_orientations"]
    orientations = orientations[
        (orientations["date"] >= du)
        & (orientations["date"] <= au)
        & orientations["participant_id"].isin(gens)
    ]
    validees = orientations[orientations["validee"]]
    sorties = tables["clauses_sorties"]
    return {
        "clauses_heures": heures["heures"].sum(),
        "clauses_etp": heures["heures"].sum() / 1607,
        "clauses_salaries": heures.loc[heures["heures"] > 0, "participant_id"].nunique(),
        "clauses_orientations": len(orientations),
        "clauses_orientations_validees": len(validees),
        "clauses_candidats_valides": validees["candidat_id"].nunique(),
        "clauses_sorties_positives": (
            (sorties["date"] >= du) & (sorties["date"] <= au) & sorties["participant_id"].isin(gens)
        ).sum(),
    }
