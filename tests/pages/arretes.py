"""A folder of small snapshots, and a visitor who sits at the machine or elsewhere."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from plie_metrics.stockage import publier
from tests.qualite.exemples import etapes, parcours, participants, table

LOINTAIN = "Les données réelles ne sont ni montrées ni modifiables ici : essai."


def tables(prefixe: str = "P") -> dict[str, pd.DataFrame]:
    """Three people, one exit that nothing supports, an objective; numbers begin by `prefixe`."""
    un, deux, trois = (f"{prefixe}{rang}" for rang in (1, 2, 3))
    annee = {"debut": "2016-01-01", "fin": "2016-12-31"}
    return {
        "participants": participants(un, deux, trois, niveau_formation=None),
        "parcours": parcours(
            {
                "participant_id": un,
                "date_sortie": "2016-10-31",
                "motif_sortie": "emploi_cdi",
            },
            {"participant_id": deux},
            {"participant_id": trois, "date_entree": "2016-11-01", "referent_id": "R2"},
        ),
        "etapes": etapes({"date_debut": "2015-07-01", "date_fin": "2015-08-01"}),
        "referents": table(
            {"referent_id": "R1", "structure": "CESAM", "etp": 1.0},
            {"referent_id": "R2", "structure": "CESAM", "etp": 1.0},
        ),
        "objectifs": table(
            {"indicateur": "sorties_positives", "perimetre": "plie", "cible": 50.0, **annee}
        ),
    }


def publier_essai(
    dossier: Path,
    arrete: date = date(2016, 12, 31),
    *,
    demonstration: bool = True,
    donnees: Mapping[str, pd.DataFrame] | None = None,
) -> Path:
    """Publish the small tables as one snapshot."""
    return publier(
        dossier,
        arrete,
        donnees or tables(),
        produit_le=arrete,
        source="essai",
        demonstration=demonstration,
    )
