"""Which parcours belong to the same person: those who left and came back."""

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.calendrier import jours
from plie_metrics.demonstration.repartition import Entiers


def rattacher(parcours: pd.DataFrame, rng: np.random.Generator) -> Entiers:
    """The person of each parcours (0, 1, …): one each, except those who come back.

    Within the year: the pairs of `retour`. Before: some people of the year had a parcours that
    ended in 2014 or 2015.
    """
    personne = np.arange(len(parcours))
    retour = parcours["retour"].to_numpy()
    for paire in range(retour.max() + 1):
        sortie, entree = np.flatnonzero(retour == paire)
        personne[entree] = personne[sortie]
    for ancien, nouveau in _retours_anciens(parcours, rng):
        personne[ancien] = nouveau
    return pd.factorize(personne)[0].astype(np.int64)


def _retours_anciens(parcours: pd.DataFrame, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Pairs (closed parcours of 2014-2015, later parcours of a person of the year)."""
    entrees, sorties = jours(parcours["date_entree"]), jours(parcours["date_sortie"])
    clos = np.flatnonzero(
        parcours["bloc"].str.startswith("H").to_numpy()
        & parcours["motif_sortie"].isin(["suivi_impossible", "demande_participant"]).to_numpy()
    )
    libres = (parcours["bloc"].isin(["B", "D"]) & (parcours["retour"] < 0)).to_numpy(copy=True)
    paires = []
    for ancien in rng.permutation(clos)[: h.RETOURS_ANCIENS]:
        possibles = np.flatnonzero(libres & (entrees > sorties[ancien] + np.timedelta64(90, "D")))
        if len(possibles):
            nouveau = int(rng.choice(possibles))
            libres[nouveau] = False
            paires.append((int(ancien), nouveau))
    return paires
