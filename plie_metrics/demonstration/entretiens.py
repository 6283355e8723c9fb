"""The interviews: about one a month, fewer in August and before a follow-up that fails."""

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

DEBUT: Final = np.datetime64("2014-01-01", "D")
FIN: Final = np.datetime64("2016-12-31", "D")
DECROCHEURS: Final = ("suivi_impossible", "demande_participant", "demenagement")
PREMIERE_SEMAINE: Final = 7
ESPACEMENT: Final = 0.4
ECART_REFERENTS: Final = 0.07


def entretiens(parcours: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row an interview: parcours (row label) and date, 2014 to 2016, sorted."""
    sortie = jours(parcours["date_sortie"])
    debut = np.maximum(jours(parcours["date_entree"]), DEBUT)
    fin = np.minimum(np.where(np.isnat(sortie), FIN, sortie), FIN)
    qui, mois = _mois_de_suivi(debut, fin)
    tenus = rng.random(len(qui)) < _chance(parcours, qui, mois, sortie, rng)
    doubles = rng.random(len(qui)) < h.PART_DEUX_ENTRETIENS
    lignes = np.concatenate([np.flatnonzero(tenus), np.flatnonzero(tenus & doubles)])
    qui, mois = qui[lignes], mois[lignes]
    depuis, jusqua = np.maximum(premier(mois), debut[qui]), np.minimum(dernier(mois), fin[qui])
    dates = tirer(rng, depuis, jusqua)
    garde = (dates <= jusqua) & (dates >= depuis)
    tous = pd.DataFrame({"parcours": parcours.index.to_numpy()[qui[garde]], "date": dates[garde]})
    complet = pd.concat([tous, _premiers(parcours, rng)], ignore_index=True)
    return complet.drop_duplicates().sort_values(["parcours", "date"], ignore_index=True)


def _mois_de_suivi(debut: Jours, fin: Jours) -> tuple[Any, Jours]:
    """Every (parcours, month) of follow-up."""
    premiers, derniers = debut.astype("datetime64[M]"), fin.astype("datetime64[M]")
    nombre = np.maximum((derniers - premiers).astype(int) + 1, 0)
    qui = np.repeat(np.arange(len(debut)), nombre)
    rang = np.arange(len(qui)) - np.repeat(np.cumsum(nombre) - nombre, nombre)
    return qui, premiers[qui] + rang.astype("timedelta64[M]")


def _chance(
    parcours: pd.DataFrame, qui: Any, mois: Jours, sortie: Jours, rng: np.random.Generator
) -> Any:
    """Chance of an interview in the month: the référent's habit, August, the last months."""
    referents = parcours["referent"].to_numpy()
    habitude = (
        h.PART_ENTRETIEN_MENSUEL + rng.uniform(-1, 0.8, referents.max() + 1) * ECART_REFERENTS
    )
    espaces = rng.random(len(parcours)) < h.PART_ESPACES
    chance = habitude[referents[qui]] * np.where(espaces[qui], ESPACEMENT, 1.0)
    chance = chance * np.where(mois.astype(int) % 12 == 7, h.ENTRETIEN_EN_AOUT, 1.0)
    reste = (sortie.astype("datetime64[M]")[qui] - mois).astype("timedelta64[M]")
    lache = parcours["motif_sortie"].isin(DECROCHEURS).to_numpy()[qui]
    lache &= ~np.isnat(reste) & (reste < np.timedelta64(h.MOIS_DECROCHAGE, "M"))
    return np.where(lache, chance * h.ENTRETIEN_EN_DECROCHAGE, chance)


def _premiers(parcours: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The first interview, within the week of the entry."""
    entree, sortie = jours(parcours["date_entree"]), jours(parcours["date_sortie"])
    date = ouvre(decaler(entree, rng.integers(0, PREMIERE_SEMAINE, len(parcours))))
    date = np.where((date >= DEBUT) & (date <= FIN) & ~(date > sortie), date, JAMAIS)
    return pd.DataFrame({"parcours": parcours.index, "date": date}).dropna()
