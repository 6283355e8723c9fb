"""When the exits of a year happen and how long each parcours lasted.

Durations are drawn by motif, entries in months that see many, and the whole is scaled so that the
mean of the published year is the published one.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.calendrier import (
    Jours,
    dernier,
    jours,
    mois_de,
    ouvre,
    premier,
    tirer,
)
from plie_metrics.demonstration.repartition import Reels, etaler, repartir

JOURS_PAR_MOIS: Final = 30.4375
TIRAGES: Final = 24
DERNIER_JOUR_DE_SORTIE: Final = 20


def sorties_de(annee: int, motifs: Mapping[str, int], rng: np.random.Generator) -> pd.DataFrame:
    """The exits of a year: date, motif and, in `z`, candidate durations above the least."""
    motif = np.array(list(motifs))[etaler(np.array(list(motifs.values())))]
    nombre = len(motif)
    mois = np.datetime64(f"{annee}-01", "M") + rng.permutation(
        etaler(repartir(nombre, h.SORTIES_PAR_MOIS))
    )
    fin = dernier(mois)
    decembre = np.datetime64(f"{annee}-12-{DERNIER_JOUR_DE_SORTIE}", "D")
    date_sortie = tirer(rng, premier(mois), np.minimum(ouvre(fin, "backward"), decembre))
    return pd.DataFrame(
        {
            "date_sortie": date_sortie,
            "motif_sortie": motif,
            "z": list(rng.gamma(2.0, 0.5, size=(nombre, TIRAGES))),
            "u": rng.random(nombre),
        }
    )


def _durees(sorties: pd.DataFrame, echelle: float) -> Reels:
    """Candidate durations in days, (exits, TIRAGES)."""
    bornes = np.array([h.DUREES[motif] for motif in sorties["motif_sortie"]])
    longs = (sorties["motif_sortie"] == "plus_30_mois").to_numpy()
    facteur = np.where(longs, 1.0, echelle)[:, None]
    mois = bornes[:, :1] + np.stack(list(sorties["z"])) * bornes[:, 1:] * facteur
    plafond = np.where(longs, mois.max(), h.DUREE_MAXIMALE)[:, None]
    replies: Reels = np.where(mois > plafond, plafond - (mois - plafond) % 6, mois)
    return replies * JOURS_PAR_MOIS


def avec_entrees(sorties: pd.DataFrame, echelle: float) -> pd.DataFrame:
    """The entry of each exit: among the candidates, months of many entries are likelier."""
    candidates = jours(sorties["date_sortie"])[:, None] - _durees(sorties, echelle).astype(
        int
    ).astype("timedelta64[D]")
    poids = np.where(candidates < h.PREMIERE_ENTREE, 0.0, poids_du_mois(mois_de(candidates)))
    cumul = np.cumsum(poids, axis=1)
    rang = (cumul < sorties["u"].to_numpy()[:, None] * cumul[:, -1:]).sum(axis=1)
    choisie = candidates[np.arange(len(sorties)), rang]
    return sorties.assign(date_entree=ouvre(np.maximum(choisie, h.PREMIERE_ENTREE), "backward"))


def echelle(sorties: pd.DataFrame, duree_mois: float) -> float:
    """The factor on the durations that gives the published mean, by bisection."""
    bas, haut = 0.3, 3.0
    for _ in range(30):
        milieu = (bas + haut) / 2
        entrees = avec_entrees(sorties, milieu)
        duree = jours(entrees["date_sortie"]) - jours(entrees["date_entree"])
        if duree.astype(float).mean() / JOURS_PAR_MOIS < duree_mois:
            bas = milieu
        else:
            haut = milieu
    return (bas + haut) / 2


def poids_du_mois(mois: Jours) -> Reels:
    """How many entries a month sees, relatively: the season of its year."""
    rang = mois.astype("datetime64[M]").astype(int) % 12
    annee = mois.astype("datetime64[Y]").astype(int) + 1970
    poids: Reels = np.where(
        annee >= max(h.ANNEES), h.ENTREES_PAR_MOIS_2016[rang], h.ENTREES_PAR_MOIS[rang]
    )
    return poids
