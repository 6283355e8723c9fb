"""The operations that carry the clauses (invented): contracts on them, hours engaged."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import jours
from plie_metrics.demonstration.repartition import repartir

PREMIER_MARCHE: Final = np.datetime64("2012-10", "M")
ARRONDI: Final = 50
NOMS_SECTEUR: Final = {"BTP": "Chantier", "SERVICES": "Marché de services"}


def marches(copie: int, rng: np.random.Generator) -> pd.DataFrame:
    """The operations: operation, secteur, maitre_ouvrage, debut, fin; labelled demonstration."""
    suffixe = f" {copie + 1}" if copie else ""
    lignes = []
    for secteur, (nombre, ecart, duree) in h.MARCHES.items():
        for rang in range(nombre):
            debut = PREMIER_MARCHE + np.timedelta64(rang * ecart, "M")
            lignes.append(
                (
                    f"{NOMS_SECTEUR[secteur]} {rang + 1:02d} (démonstration{suffixe})",
                    secteur,
                    h.MAITRES_OUVRAGE[int(rng.integers(len(h.MAITRES_OUVRAGE)))],
                    debut.astype("datetime64[D]"),
                    (debut + np.timedelta64(duree, "M")).astype("datetime64[D]")
                    - np.timedelta64(1, "D"),
                )
            )
    return pd.DataFrame(lignes, columns=["operation", "secteur", "maitre_ouvrage", "debut", "fin"])


def attribuer(
    contrats: pd.DataFrame, marches_: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """The contracts with their operation (running at the start, same sector) and entreprise."""
    debut = jours(contrats["date_debut"])[:, None]
    ouvert = (debut >= jours(marches_["debut"])) & (debut <= jours(marches_["fin"]))
    meme = contrats["secteur"].to_numpy()[:, None] == marches_["secteur"].to_numpy()
    rang = np.argmax(np.where(ouvert & meme, 1 + rng.random(ouvert.shape), 0), axis=1)
    entreprise = rng.integers(1, h.ENTREPRISES + 1, len(contrats))
    return contrats.assign(
        maitre_ouvrage=marches_["maitre_ouvrage"].to_numpy()[rang],
        operation=marches_["operation"].to_numpy()[rang],
        entreprise=np.char.add("Entreprise ", np.char.mod("%02d", entreprise)),
    )


def engagements(
    marches_: pd.DataFrame,
    contrats: pd.DataFrame,
    heures: pd.DataFrame,
    au: Any,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Hours engaged by operation and lot, near what its progress lets expect at the end of `au`."""
    par_contrat = heures.groupby("contrat")["heures"].sum()
    faites = par_contrat.reindex(contrats.index, fill_value=0).groupby(contrats["operation"]).sum()
    debut, fin = jours(marches_["debut"]), jours(marches_["fin"])
    ecoule = np.clip(
        (np.minimum(au, fin) - debut).astype(float) / (fin - debut).astype(float), 0.2, 1
    )
    realisees = faites.reindex(marches_["operation"], fill_value=0).to_numpy(dtype=float)
    engagees = realisees / ecoule * rng.uniform(0.85, 1.25, len(marches_))
    lignes = []
    for rang, total in enumerate(np.maximum(engagees, 400)):
        lots = int(rng.integers(1, 4))
        parts = repartir(round(total / ARRONDI), rng.uniform(0.6, 1.4, lots)) * ARRONDI
        for lot, part in enumerate(parts, 1):
            lignes.append((rang, f"Lot {lot}" if lots > 1 else None, float(part)))
    table = pd.DataFrame(lignes, columns=["rang", "lot", "heures_engagees"])
    colonnes = ["operation", "maitre_ouvrage", "debut", "fin"]
    return (
        marches_[colonnes]
        .iloc[table["rang"]]
        .reset_index(drop=True)
        .join(table.drop(columns="rang"))
    )


def vu_le(engagements_: pd.DataFrame, arrete: Any) -> pd.DataFrame:
    """The operations already begun on that day."""
    vus: pd.DataFrame = engagements_[jours(engagements_["debut"]) <= arrete]
    return vus
