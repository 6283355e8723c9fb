"""Two people who have everything: étapes, entretiens, a prescription, contracts, orientations."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from plie_metrics.stockage import publier

ARRETE = date(2016, 12, 31)


def tables(*participants: str) -> dict[str, pd.DataFrame]:
    """An extract of these people (« P1 »…): one parcours each, and a row of every kind."""
    lignes: dict[str, list[dict[str, Any]]] = {}
    for qui in participants:
        for nom, ligne in _lignes(qui).items():
            lignes.setdefault(nom, []).append(ligne)
    return {nom: pd.DataFrame(rangs) for nom, rangs in lignes.items()}


def publier_gens(dossier: Path, *participants: str, arrete: date = ARRETE, **autres: Any) -> Path:
    """Publish the extract of these people (`gardees`: these tables alone)."""
    reglages = {"produit_le": arrete, "source": "Exemple", **autres}
    gardees = reglages.pop("gardees", None)
    extrait = {n: t for n, t in tables(*participants).items() if not gardees or n in gardees}
    return publier(dossier, arrete, extrait, **reglages)


def _lignes(qui: str) -> dict[str, dict[str, Any]]:
    return {
        "participants": {
            "participant_id": qui,
            "sexe": "F",
            "annee_naissance": 1970 + int(qui[1:]),
            "commune": f"212{qui[1:]:0>2}",
            "qpv": None,
            "niveau_formation": "V",
            "brsa": True,
            "deld": False,
        },
        "parcours": {
            "parcours_id": f"A-{qui}",
            "participant_id": qui,
            "referent_id": f"R-{qui}",
            "structure": "CESAM",
            "prescripteur": "spip",
            "date_entree": date(2015, 1, 1 + int(qui[1:]) % 28),
            "date_sortie": date(2016, 3, 1),
            "motif_sortie": "emploi_cdi",
        },
        "etapes": {
            "etape_id": f"E-{qui}",
            "parcours_id": f"A-{qui}",
            "type_etape": "cdi",
            "date_debut": date(2016, 2, 1),
            "date_fin": None,
        },
        "entretiens": {
            "entretien_id": f"T-{qui}",
            "parcours_id": f"A-{qui}",
            "date": date(2016, 2, 2),
        },
        "prescriptions": {
            "prescription_id": f"S-{qui}",
            "date": date(2014, 12, 1),
            "prescripteur": "spip",
            "commune": "21231",
            "suite": "entree",
            "parcours_id": f"A-{qui}",
        },
        "clauses_contrats": {
            "contrat_id": f"C-{qui}",
            "participant_id": qui,
            "type_contrat": "CDD",
            "secteur": "BTP",
            "date_debut": date(2015, 5, 1),
            "date_fin": date(2016, 1, 31),
        },
        "clauses_heures": {
            "contrat_id": f"C-{qui}",
            "mois": date(2015, 6, 1),
            "heures": 10.0 * int(qui[1:]),
        },
        "clauses_orientations": {
            "orientation_id": f"O-{qui}",
            "candidat_id": f"K-{qui}",
            "participant_id": qui,
            "date": date(2015, 4, 1),
            "prescripteur": "PLIE",
            "secteur": "BTP",
            "qpv": None,
            "validee": True,
        },
        "clauses_sorties": {
            "sortie_id": f"Z-{qui}",
            "participant_id": qui,
            "date": date(2016, 2, 1),
            "type_sortie": "cdi",
            "qpv": None,
        },
    }
