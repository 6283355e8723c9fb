"""Who sent each participant: exact counts in the published year, alike before."""

from typing import Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.repartition import Reels, affecter, repartir

VILLES: Final = ("21231", "21166", "21355", "21515", "21617")
"""Dijon, Chenôve, Longvic, Quetigny, Talant: communes with their own employment service."""
AGE_MISSION_LOCALE: Final = 26


def prescrire(
    parcours: pd.DataFrame, table: pd.DataFrame, cibles: Cibles, rng: np.random.Generator
) -> list[str]:
    """Prescripteur of each parcours: least unlikely assignment with the counts of its year."""
    noms = list(cibles.entrees_prescripteur)
    poids = np.array(list(cibles.entrees_prescripteur.values()), dtype=float)
    annees = np.maximum(parcours["date_entree"].dt.year.to_numpy(), cibles.annee - 3)
    choix = np.empty(len(parcours), dtype=np.int64)
    for annee in np.unique(annees):
        ici = np.flatnonzero(annees == annee)
        parts = poids if annee == cibles.annee else poids * rng.uniform(0.88, 1.12, len(noms))
        cout = _invraisemblance(parcours.iloc[ici], table, noms, rng)
        choix[ici] = affecter(cout, repartir(len(ici), parts))
    return [noms[rang] for rang in choix]


def _invraisemblance(
    parcours: pd.DataFrame, table: pd.DataFrame, noms: list[str], rng: np.random.Generator
) -> Reels:
    """Cost (parcours, prescripteurs): youth for the mission locale, men rather for the SPIP."""
    personne = table.loc[parcours["personne"]]
    age = parcours["date_entree"].dt.year.to_numpy() - personne["annee_naissance"].to_numpy()
    cout = rng.random((len(parcours), len(noms)))
    cout[:, noms.index("mission_locale")] += np.clip(age - AGE_MISSION_LOCALE + 1, 0, None)
    cout[:, noms.index("conseil_departemental")] += np.where(age < AGE_MISSION_LOCALE - 1, 5, 0)
    cout[:, noms.index("spip")] += np.where(personne["sexe"] == "H", 0, 0.6)
    villes = personne["commune"].isin(VILLES).to_numpy()
    cout[:, noms.index("commune_mdef_services_sociaux")] += np.where(villes, 0, 0.3)
    return cout
