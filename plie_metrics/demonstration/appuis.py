"""The étapes that support a positive exit, under the criteria of the 2016 report (chapter 4).

CDI, création d'activité, contrat aidé: six months of presence; CDD and intérim: six months within
twelve; formation qualifiante: a formation; senior of 55 and over: six months in a chantier.
A few exits are left without support, as in real life.
"""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_etapes as h
from plie_metrics.demonstration.calendrier import JAMAIS, Jours, decaler, jours, ouvre
from plie_metrics.schema import MOTIFS_POSITIFS

SIX_MOIS: Final = 185
TYPE_APPUI: Final = {
    "emploi_cdi": "cdi",
    "emploi_cdd_6_mois": "cdd_6_mois_et_plus",
    "creation_activite": "creation_activite",
    "emploi_aide": "contrat_aide",
    "formation_qualifiante": "formation",
    "chantier_insertion_senior": "chantier_insertion",
}
RECUL: Final = {
    "emploi_cdi": (SIX_MOIS, 215),
    "emploi_cdd_6_mois": (SIX_MOIS + 3, 215),
    "creation_activite": (SIX_MOIS, 220),
    "emploi_aide": (SIX_MOIS + 8, 265),
    "formation_qualifiante": (4, 75),
    "chantier_insertion_senior": (SIX_MOIS, 280),
}
"""Days between the start of the étape and the exit."""
CDD_SUCCESSIFS: Final = 0.3
MI_TEMPS: Final = 17.5


def appuis(parcours: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Étapes: parcours (row label), type_etape, date_debut, date_fin (NaT = running), heures."""
    sortis = parcours[parcours["motif_sortie"].isin(MOTIFS_POSITIFS)]
    defaut = rng.random(len(sortis)) < h.PART_SANS_APPUI
    successifs = (sortis["motif_sortie"] == "emploi_cdd_6_mois").to_numpy() & (
        rng.random(len(sortis)) < CDD_SUCCESSIFS
    )
    interim = (sortis["motif_sortie"] == "emploi_interim_6_mois").to_numpy()
    morceaux = [
        _un_contrat(sortis[~interim & ~successifs], rng),
        _deux_contrats(sortis[interim], "interim", rng),
        _deux_contrats(sortis[successifs], "cdd_moins_6_mois", rng),
    ]
    etapes = pd.concat(morceaux).sort_values(["parcours", "date_debut"], kind="stable")
    return _affaiblir(etapes.reset_index(drop=True), sortis.index[defaut].to_numpy(), rng)


def heures(types: Any, rng: np.random.Generator) -> Any:
    """Weekly hours drawn among the usual ones of each type; NaN for what is not a job."""
    tirees = np.full(len(types), np.nan)
    for nom, possibles in h.HEURES_HEBDO.items():
        places = np.flatnonzero(np.asarray(types) == nom)
        tirees[places] = rng.choice(possibles, len(places))
    return tirees


def _un_contrat(sortis: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One étape that starts long enough before the exit and usually still runs at the exit."""
    motif = sortis["motif_sortie"].to_numpy()
    recul = np.array([RECUL[nom] for nom in motif], dtype=int).reshape(-1, 2)
    sortie = jours(sortis["date_sortie"])
    debut = decaler(sortie, -rng.integers(recul[:, 0], recul[:, 1]))
    debut = ouvre(np.maximum(debut, _au_plus_tot(sortis)), "backward")
    types = np.array([TYPE_APPUI[nom] for nom in motif])
    finies = np.isin(types, ["formation"]) & (rng.random(len(types)) < 0.3)
    return pd.DataFrame(
        {
            "parcours": sortis.index,
            "type_etape": types,
            "date_debut": debut,
            "date_fin": np.where(finies, sortie, JAMAIS),
            "heures_hebdo": heures(types, rng),
        }
    )


def _deux_contrats(sortis: pd.DataFrame, type_etape: str, rng: np.random.Generator) -> pd.DataFrame:
    """Two jobs in a row that add up to six months within the twelve that precede the exit."""
    sortie = jours(sortis["date_sortie"])
    longueur = rng.integers(97, 112, (2, len(sortis)))
    debut_second = ouvre(decaler(sortie, -longueur[1]), "backward")
    fin_premier = decaler(debut_second, -rng.integers(1, 16, len(sortis)))
    debut_premier = ouvre(
        np.maximum(decaler(fin_premier, -longueur[0]), _au_plus_tot(sortis)), "backward"
    )
    return pd.DataFrame(
        {
            "parcours": np.tile(sortis.index, 2),
            "type_etape": type_etape,
            "date_debut": np.concatenate([debut_premier, debut_second]),
            "date_fin": np.concatenate([fin_premier, sortie]),
            "heures_hebdo": heures(np.full(2 * len(sortis), type_etape), rng),
        }
    )


def _au_plus_tot(sortis: pd.DataFrame) -> Jours:
    return decaler(jours(sortis["date_entree"]), 4)


def _affaiblir(etapes: pd.DataFrame, defauts: Any, rng: np.random.Generator) -> pd.DataFrame:
    """For the exits in `defauts`: the étape is missing, too short, or below half-time."""
    nature = rng.integers(0, 3, len(defauts))
    oublies, courts, petits = (defauts[nature == rang] for rang in range(3))
    formation = etapes["type_etape"] == "formation"
    oublies = np.union1d(
        oublies, etapes.loc[formation & etapes["parcours"].isin(courts), "parcours"]
    )
    tard = (etapes["parcours"].isin(courts) & ~formation).to_numpy()
    debut = jours(etapes["date_debut"])
    etapes["date_debut"] = np.where(tard, ouvre(decaler(debut, 75)), debut)
    trop_tard = tard & (jours(etapes["date_fin"]) < jours(etapes["date_debut"]))
    etapes.loc[
        etapes["parcours"].isin(petits) & (etapes["type_etape"] == "cdi"), "heures_hebdo"
    ] = MI_TEMPS - 5.5
    garde = ~etapes["parcours"].isin(oublies) & ~trop_tard
    return etapes[garde].reset_index(drop=True)
