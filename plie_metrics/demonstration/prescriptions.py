"""The prescriptions: those that led to an entry and the others, falling since September 2016."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.calendrier import (
    JAMAIS,
    Jours,
    decaler,
    dernier,
    jours,
    ouvre,
    premier,
    tirer,
)
from plie_metrics.demonstration.repartition import Entiers, Reels

DEBUT: Final = np.datetime64("2014-01-01", "D")
FIN: Final = np.datetime64("2016-12-31", "D")
DELAI_ENTREE: Final = (9, 65)
TIRAGES: Final = 12
DELAI_REPONSE: Final = (8, 45)
PART_MINIMALE_SANS_ENTREE: Final = 0.18
ATTRAIT: Final = {"pole_emploi": 1.25, "conseil_departemental": 1.05}
"""Prescripteurs whose prescriptions lead less often to an entry."""


def prescriptions(
    parcours: pd.DataFrame, personnes: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Rows: date, prescripteur, commune, suite, parcours (row label, -1: none), reponse (the day
    the outcome is known)."""
    entree = jours(parcours["date_entree"])
    date = _avant(entree, rng)
    suivies = pd.DataFrame(
        {
            "date": date,
            "prescripteur": parcours["prescripteur"].to_numpy(),
            "commune": personnes["commune"].to_numpy()[parcours["personne"]],
            "suite": "entree",
            "parcours": parcours.index,
            "reponse": entree,
        }
    )
    suivies = suivies[date >= DEBUT]
    sans = _sans_entree(suivies, rng)
    return pd.concat([suivies, sans], ignore_index=True).sort_values("date", ignore_index=True)


def _avant(entree: Jours, rng: np.random.Generator) -> Jours:
    """Day of the prescription behind each entry: some weeks before, in a month that sees many."""
    candidats = decaler(entree[:, None], -rng.integers(*DELAI_ENTREE, (len(entree), TIRAGES)))
    cumul = np.cumsum(volume(candidats.astype("datetime64[M]")), axis=1)
    rang = (cumul < rng.random((len(entree), 1)) * cumul[:, -1:]).sum(axis=1)
    return ouvre(candidats[np.arange(len(entree)), rang], "backward")


def volume(mois: Jours) -> Reels:
    """How many prescriptions a month usually sees; falling from September 2016."""
    rang = mois.astype(int) % 12
    recent = mois >= np.datetime64("2016-01", "M")
    usuel: Reels = np.where(
        recent, h.PRESCRIPTIONS_PAR_MOIS_2016[rang], h.PRESCRIPTIONS_PAR_MOIS[rang]
    )
    return usuel


def _sans_entree(suivies: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Refus and absences: what lacks, month by month, to the usual volume of prescriptions."""
    mois = np.arange(DEBUT.astype("datetime64[M]"), FIN.astype("datetime64[M]") + 1)
    deja = np.array([(jours(suivies["date"]).astype("datetime64[M]") == m).sum() for m in mois])
    nombre = _manquantes(mois, deja)
    tous = np.repeat(mois, nombre)
    date = tirer(rng, premier(tous), np.minimum(dernier(tous), ouvre(np.array([FIN]), "backward")))
    poids = suivies["prescripteur"].value_counts().sort_index()
    poids = poids * poids.index.map(lambda nom: ATTRAIT.get(nom, 0.9))
    communes = suivies["commune"].to_numpy()
    return pd.DataFrame(
        {
            "date": date,
            "prescripteur": rng.choice(poids.index, len(tous), p=poids / poids.sum()),
            "commune": communes[rng.integers(0, len(communes), len(tous))],
            "suite": rng.choice(["refus", "absence"], len(tous), p=h.SUITES_SANS_ENTREE),
            "parcours": -1,
            "reponse": decaler(date, rng.integers(*DELAI_REPONSE, len(tous))),
        }
    )


def _manquantes(mois: Jours, deja: Entiers) -> Any:
    """Prescriptions without entry of each month: the season's volume less those that entered."""
    return np.maximum(
        np.rint(volume(mois) - deja), np.ceil(deja * PART_MINIMALE_SANS_ENTREE)
    ).astype(int)


def vues_le(table: pd.DataFrame, arrete: Any, entrees_connues: Any) -> pd.DataFrame:
    """The prescriptions as known on a day: an outcome that was not known yet is « en_attente ».

    `entrees_connues`: mask over the rows of the parcours already keyed in.
    """
    vues: pd.DataFrame = table[jours(table["date"]) <= arrete].copy()
    connue = np.where(
        vues["suite"] == "entree",
        entrees_connues[vues.index],
        jours(vues["reponse"]) <= arrete,
    ).astype(bool)
    vues.loc[~connue, "suite"] = "en_attente"
    vues.loc[~connue, "parcours"] = -1
    vues["reponse"] = JAMAIS
    return vues
