"""When things are validated and entered in the software: days for entries, weeks for exits."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.calendrier import (
    AU_LOIN,
    JAMAIS,
    OUVRES,
    Jours,
    decaler,
    jours,
    ouvre,
)
from plie_metrics.schema import MOTIFS_POSITIFS

SITUATIONS: Final = {
    "formation_qualifiante": "formation",
    "retraite": "inactif",
    "maternite": "inactif",
    "sante": "inactif",
    "deces": "inactif",
}
LOI_VALIDATION: Final = (1.6, 11.0)
LOI_SAISIE: Final = (1.2, 10.0)
DELAI_MAXIMAL: Final = 120


def commissions(premiere_annee: int, derniere_annee: int) -> Jours:
    """The commissions of validation: the second and fourth Thursday of each month.

    « Deux commissions de validation des sorties chaque mois » (report 2016, coordination).
    """
    mois = np.arange(f"{premiere_annee}-01", f"{derniere_annee + 1}-01", dtype="datetime64[M]")
    premiers = np.busday_offset(mois.astype("datetime64[D]"), 0, roll="forward", weekmask="Thu")
    seances = np.sort(np.concatenate([premiers + np.timedelta64(7 * rang, "D") for rang in (1, 3)]))
    return ouvre(seances)


def entrees(date_entree: Jours, cloture: np.datetime64, rng: np.random.Generator) -> Jours:
    """Day each entry is keyed in: from the next working day to about two weeks later.

    The year is closed at `cloture`: what happened before is keyed by then.
    """
    delai = 1 + np.minimum(rng.geometric(0.3, len(date_entree)), 12)
    saisie = np.busday_offset(date_entree, delai, roll="forward", busdaycal=OUVRES)
    return np.minimum(saisie, cloture)


def sorties(
    parcours: pd.DataFrame, cloture: np.datetime64, rng: np.random.Generator
) -> pd.DataFrame:
    """date_validation, date_saisie_sortie and situation_sortie of each parcours (NaT, None: open).

    A positive exit waits for its proofs; then a commission validates, then it is keyed in.
    """
    fin = jours(parcours["date_sortie"])
    clos = ~np.isnat(fin)
    fins = np.where(clos, fin, np.datetime64("2016-01-04", "D"))
    attente = rng.gamma(*LOI_VALIDATION, len(fins))
    attente += np.where(parcours["motif_sortie"].isin(MOTIFS_POSITIFS), 8, 0)
    pret = decaler(fins, np.minimum(attente, DELAI_MAXIMAL // 2))
    seances = commissions(2013, 2017)
    derniere = seances[np.searchsorted(seances, cloture, side="right") - 1]
    validation = np.minimum(seances[np.searchsorted(seances, pret)], derniere)
    validation = np.maximum(validation, fins)
    delai = 1 + np.minimum(rng.gamma(*LOI_SAISIE, len(fins)), DELAI_MAXIMAL // 2)
    saisie = np.minimum(ouvre(decaler(validation, delai)), ouvre(np.array([cloture]), "backward"))
    return pd.DataFrame(
        {
            "date_validation": np.where(clos, validation, JAMAIS),
            "date_saisie_sortie": np.where(clos, np.maximum(saisie, validation), JAMAIS),
            "situation_sortie": _situations(parcours, rng),
        },
        index=parcours.index,
    )


def _situations(parcours: pd.DataFrame, rng: np.random.Generator) -> Any:
    """Situation of the person at the exit, from the motif; unknown for some who were lost."""
    motif = parcours["motif_sortie"]
    situation = motif.map(SITUATIONS).astype(object)
    emploi = motif.isin(MOTIFS_POSITIFS) & situation.isna()
    perdus = (motif == "suivi_impossible") & (rng.random(len(motif)) < 0.5)
    situation = situation.mask(emploi, "emploi")
    return situation.mask(situation.isna() & motif.notna() & ~perdus, "recherche")


def differe(
    dates: Jours, moyenne: float, cloture: np.datetime64, rng: np.random.Generator
) -> Jours:
    """Day other facts are keyed in: some days later, by the closing of the year."""
    delai = np.minimum(rng.exponential(moyenne, len(dates)), 8 * moyenne)
    return np.minimum(decaler(np.where(np.isnat(dates), AU_LOIN, dates), delai), cloture)
