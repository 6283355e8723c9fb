"""A small snapshot with clauses: 12 people at work, 3 of them under a CTTI."""

from datetime import date

import pandas as pd

from tests.calcul.extraits import extrait
from tests.calcul.extraits import tables as en_tables

GENS = range(1, 13)


def tables_clauses() -> dict[str, pd.DataFrame]:
    """Twelve people, one contract of 100 hours each, one orientation each; no exit table."""
    contenu = en_tables(
        extrait(
            participants=[{"sexe": "F" if rang % 2 else "H"} for rang in GENS],
            parcours=[{"participant_id": f"P{rang}"} for rang in GENS],
            clauses_contrats=[
                {"participant_id": f"P{rang}", "type_contrat": "CTTI" if rang <= 3 else "CDD"}
                for rang in GENS
            ],
            clauses_heures=[
                {"contrat_id": f"C{rang}", "mois": date(2016, 3, 1), "heures": 100.0}
                for rang in GENS
            ],
            clauses_orientations=[
                {"participant_id": f"P{rang}", "candidat_id": f"K{rang}"} for rang in GENS
            ],
        ),
        sans=("clauses_sorties", "prescriptions", "objectifs"),
    )
    contenu["clauses_contrats"]["operation"] = "Tram"
    contenu["clauses_contrats"]["maitre_ouvrage"] = "Métropole"
    contenu["clauses_contrats"]["entreprise"] = [f"Entreprise {rang}" for rang in GENS]
    return contenu
