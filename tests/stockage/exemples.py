"""Two people, three parcours: the smallest extract that has everything a snapshot needs."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from plie_metrics.stockage import publier

ARRETE = date(2016, 12, 31)
PRODUIT_LE = date(2017, 1, 5)


def participants() -> pd.DataFrame:
    """Two people, not in the order of their key."""
    return pd.DataFrame(
        {
            "participant_id": ["P2", "P1"],
            "sexe": ["H", "F"],
            "annee_naissance": [1958, 1990],
            "commune": ["21231", "21166"],
            "qpv": [None, "QP021002"],
            "niveau_formation": ["Vbis", None],
            "brsa": [True, False],
            "deld": [False, True],
        }
    )


def parcours() -> pd.DataFrame:
    """Three parcours, one of them ended."""
    return pd.DataFrame(
        {
            "parcours_id": ["A", "B", "C"],
            "participant_id": ["P1", "P2", "P1"],
            "referent_id": ["R2", "R1", "R2"],
            "structure": ["IRFA", "CESAM", "IRFA"],
            "prescripteur": ["pole_emploi", "spip", "operateur"],
            "date_entree": [date(2015, 1, 12), date(2016, 3, 1), date(2016, 9, 5)],
            "date_sortie": [date(2016, 2, 29), None, None],
            "motif_sortie": ["emploi_cdi", None, None],
        }
    )


def actions() -> pd.DataFrame:
    """Whole numbers of which one is unknown."""
    return pd.DataFrame(
        {
            "action": ["Mobilité", "Mobilité"],
            "annee": [2016, 2016],
            "rang": [1, 2],
            "etape": ["Orientés", "Diagnostics"],
            "effectif": [38, None],
            "objectif": [None, None],
        }
    )


def tables() -> dict[str, pd.DataFrame]:
    """The three tables by name."""
    return {"participants": participants(), "parcours": parcours(), "actions": actions()}


def publier_exemple(dossier: Path, arrete: date = ARRETE, **autres: Any) -> Path:
    """Publish the example."""
    reglages = {"produit_le": PRODUIT_LE, "source": "Exemple", **autres}
    return publier(dossier, arrete, reglages.pop("tables", tables()), **reglages)
