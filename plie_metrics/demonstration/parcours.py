"""The parcours of 2014-2016: which are there, when they start and end, and why they end.

Blocks: A in the stock at the start of the published year and out within it, B in the stock and
still there, C in and out within the year, D in and still there; H14, H15 out in 2014, 2015.
"""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.calendrier import (
    JAMAIS,
    dernier,
    jours,
    mois_de,
    ouvre,
    premier,
    tirer,
)
from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.durees import avec_entrees, echelle, poids_du_mois, sorties_de
from plie_metrics.demonstration.repartition import Entiers, etaler, repartir

DERNIER_JOUR_D_ENTREE: Final = 22
MOTIFS_DE_RETOUR: Final = (
    "suivi_impossible",
    "demande_participant",
    "demenagement",
    "autre_accompagnement",
    "sante",
)
"""Exits after which a person may come back."""


def motifs_publies(cibles: Cibles) -> dict[str, int]:
    """Exits of the published year by motif of the extract: the printed types, made finer.

    « Emploi » is split by kind of contract; the positive exits without type are seniors in a
    chantier; part of « Autre » are retraites (see choix.py).
    """
    emploi = repartir(cibles.positives_type["emploi"], list(h.MOTIFS_EMPLOI.values()))
    return {
        **dict(zip(h.MOTIFS_EMPLOI, emploi.tolist(), strict=True)),
        "emploi_aide": cibles.positives_type["emploi_aide"],
        "formation_qualifiante": cibles.positives_type["formation_qualifiante"],
        "chantier_insertion_senior": cibles.seniors_en_chantier,
        **cibles.autres_motifs,
        "autre": cibles.autres_motifs["autre"] - h.RETRAITES,
        "retraite": h.RETRAITES,
    }


def construire(cibles: Cibles, rng: np.random.Generator) -> pd.DataFrame:
    """Every parcours: bloc, date_entree, date_sortie (NaT = open), motif_sortie, retour.

    `retour` ≥ 0 pairs the exit (A) and the new entry (D) of someone who comes back in the year.
    """
    publies = motifs_publies(cibles)
    sorties = {cibles.annee: sorties_de(cibles.annee, publies, rng)}
    for annee, part in h.VOLUME_SORTIES.items():
        volume = repartir(round(cibles.sorties * part), list(publies.values()))
        sorties[annee] = sorties_de(annee, dict(zip(publies, volume.tolist(), strict=True)), rng)
    facteur = echelle(sorties[cibles.annee], cibles.duree_mois)
    tables = [
        avec_entrees(sorties[annee], facteur).assign(bloc=f"H{annee % 100}")
        for annee in h.VOLUME_SORTIES
    ]
    publiee = avec_entrees(sorties[cibles.annee], facteur)
    debut = np.datetime64(f"{cibles.annee}-01-01", "D")
    publiee["bloc"] = np.where(jours(publiee["date_entree"]) < debut, "A", "C")
    ouverts = _ouverts(cibles, publiee, rng)
    complet: pd.DataFrame = pd.concat([*tables, publiee, ouverts], ignore_index=True)
    complet["retour"] = _retours(complet, cibles.retours, rng)
    return complet[["bloc", "date_entree", "date_sortie", "motif_sortie", "retour"]]


def _ouverts(cibles: Cibles, sortis: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Blocks B and D: what the stock and the entries of the year still lack."""
    nouveaux = sortis[sortis["bloc"] == "C"]
    anciens = cibles.stock_initial - int((sortis["bloc"] == "A").sum())
    deja = np.bincount(mois_de(jours(nouveaux["date_entree"])).astype(int) % 12, minlength=12)
    manque = _complement(repartir(cibles.entrees, h.ENTREES_PAR_MOIS_2016), deja)
    mois_d = np.datetime64(f"{cibles.annee}-01", "M") + etaler(manque)
    mois_b = _mois_anciens(cibles.annee, anciens)
    mois = np.concatenate([mois_b, mois_d])
    fin = np.minimum(
        ouvre(dernier(mois), "backward"),
        np.datetime64(f"{cibles.annee}-12-{DERNIER_JOUR_D_ENTREE}", "D"),
    )
    return pd.DataFrame(
        {
            "bloc": np.repeat(["B", "D"], [len(mois_b), len(mois_d)]),
            "date_entree": tirer(rng, premier(mois), fin),
            "date_sortie": np.full(len(mois), JAMAIS),
            "motif_sortie": None,
        }
    )


def _complement(voulu: Entiers, deja: Entiers) -> Entiers:
    """What lacks to `voulu` month by month; an excess is taken from the other months."""
    manque = np.maximum(voulu - deja, 0)
    return repartir(int(voulu.sum() - deja.sum()), manque)


def _mois_anciens(annee: int, nombre: int) -> Any:
    """Months of entry of the older parcours still open at the end of the year."""
    mois = np.arange(np.datetime64(f"{annee - 4}-09", "M"), np.datetime64(f"{annee}-01", "M"))
    anciennete = (np.datetime64(f"{annee + 1}-01", "M") - mois).astype(int)
    reste = np.interp(anciennete, [12, 24, 30, 31, 36, 42], [1.0, 0.38, 0.22, 0.17, 0.07, 0.0])
    return mois[etaler(repartir(nombre, reste * poids_du_mois(mois)))]


def _retours(parcours: pd.DataFrame, nombre: int, rng: np.random.Generator) -> Entiers:
    """Pairs exit (A) and later entry (D) for the people who come back within the year."""
    retour = np.full(len(parcours), -1, dtype=np.int64)
    sorties, entrees = jours(parcours["date_sortie"]), jours(parcours["date_entree"])
    ete = np.datetime64(f"{max(h.ANNEES)}-07-01", "D")
    partis = np.flatnonzero(
        (parcours["bloc"] == "A").to_numpy()
        & parcours["motif_sortie"].isin(MOTIFS_DE_RETOUR).to_numpy()
        & (sorties < ete)
    )
    revenus = np.flatnonzero(
        (parcours["bloc"] == "D").to_numpy() & (entrees > ete + np.timedelta64(60, "D"))
    )
    retour[rng.choice(partis, nombre, replace=False)] = np.arange(nombre)
    retour[rng.choice(revenus, nombre, replace=False)] = np.arange(nombre)
    return retour
