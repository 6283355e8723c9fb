"""Étapes drawn at a place of the parcours that suits their type, without two jobs at once."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_etapes as h
from plie_metrics.demonstration.appuis import SIX_MOIS, heures
from plie_metrics.demonstration.calendrier import AU_LOIN, JAMAIS, Jours, decaler, jours, ouvre
from plie_metrics.schema import TYPES_ETAPE_EMPLOI

HORIZON: Final = np.datetime64("2017-09-30", "D")
"""Until when an open parcours is imagined, to place its étapes."""
FIN: Final = np.datetime64("2016-12-31", "D")
TIRAGES: Final = 100
PREMIERS_JOURS: Final = 3


def encadrer(parcours: pd.DataFrame, occupes: pd.DataFrame) -> pd.DataFrame:
    """What bounds the étapes of each parcours: entree, fin, borne, clause_debut, clause_fin."""
    occupes = occupes.reindex(parcours.index)
    sortie = jours(parcours["date_sortie"])
    borne = jours(parcours["borne"])
    return pd.DataFrame(
        {
            "entree": jours(parcours["date_entree"]),
            "fin": np.where(np.isnat(sortie), HORIZON, sortie),
            "ouvert": np.isnat(sortie),
            "borne": np.where(np.isnat(borne), AU_LOIN, borne),
            "long_debut": AU_LOIN,
            "long_fin": AU_LOIN,
            "clause_debut": jours(occupes["debut"].fillna(pd.Timestamp("2099-01-01"))),
            "clause_fin": jours(occupes["fin"].fillna(pd.Timestamp("2099-12-31"))),
        },
        index=parcours.index,
    )


def occuper(cadre: pd.DataFrame, tirees: pd.DataFrame) -> None:
    """Note, in place, the last long job of each parcours: no other job starts during it."""
    dernieres = tirees.drop_duplicates("parcours", keep="last")
    cadre.loc[dernieres["parcours"], "long_debut"] = dernieres["date_debut"].to_numpy()
    fin = dernieres["date_fin"].fillna(pd.Timestamp(HORIZON)).to_numpy()
    cadre.loc[dernieres["parcours"], "long_fin"] = fin


def _libre(elus: pd.DataFrame, date_debut: Jours, marge: int) -> Any:
    """True when no known job runs on `date_debut`, nor starts within `marge` days."""
    libre = date_debut + np.timedelta64(marge, "D") < jours(elus["borne"])
    for nom in ("clause", "long"):
        avant = date_debut + np.timedelta64(marge, "D") < jours(elus[f"{nom}_debut"])
        libre &= avant | (date_debut > jours(elus[f"{nom}_fin"]))
    return libre


def tirer(
    type_etape: str, annee: int, nombre: int, cadre: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """`nombre` étapes of a type that start in `annee`, at a place of the parcours that suits it."""
    debut_annee, fin_annee = (
        np.datetime64(f"{annee}-01-01", "D"),
        np.datetime64(f"{annee}-12-30", "D"),
    )
    actifs = cadre[(jours(cadre["entree"]) < fin_annee) & (jours(cadre["fin"]) > debut_annee)]
    choix = rng.integers(0, len(actifs), nombre * TIRAGES + TIRAGES)
    elus = actifs.iloc[choix]
    entree, fin = jours(elus["entree"]), jours(elus["fin"])
    longueur = np.maximum((fin - entree).astype(int) - 2 * PREMIERS_JOURS, 0)
    place = rng.beta(*h.PLACES[type_etape], len(elus))
    date_debut = ouvre(decaler(entree, PREMIERS_JOURS + place * longueur))
    convient = (date_debut >= debut_annee) & (date_debut <= fin_annee) & (date_debut < fin)
    convient &= (date_debut.astype("datetime64[M]").astype(int) % 12 != 7) | (
        rng.random(len(elus)) < 0.4
    )
    if type_etape in h.EMPLOIS_LONGS:
        convient &= _recent(elus, date_debut) | (
            rng.random(len(elus)) < h.PART_RUPTURES[type_etape]
        )
    if type_etape in TYPES_ETAPE_EMPLOI:
        long = type_etape == "cdd_6_mois_et_plus"
        convient &= _libre(elus, date_debut, h.JOURS_ETAPE[type_etape][1] if long else 0)
    places = np.flatnonzero(convient)[:nombre]
    return _durees(type_etape, elus.iloc[places], date_debut[places], rng)


def _recent(elus: pd.DataFrame, date_debut: Jours) -> Any:
    """True when less than six months pass between the start and the end of what is known."""
    connu = np.minimum(jours(elus["fin"]), FIN)
    return date_debut > decaler(connu, -SIX_MOIS)


def _durees(
    type_etape: str, elus: pd.DataFrame, date_debut: Jours, rng: np.random.Generator
) -> pd.DataFrame:
    """The end of each étape, within the parcours; a long job runs if it is recent, else it was
    broken off, but for a few."""
    mini, maxi = h.JOURS_ETAPE[type_etape]
    date_fin = decaler(date_debut, rng.integers(mini, maxi + 1, len(elus)))
    if type_etape in h.EMPLOIS_LONGS:
        recent = _recent(elus, date_debut)
        rompu = ~recent & (rng.random(len(elus)) > h.PART_NON_VALORISES)
        rupture = decaler(date_debut, rng.integers(*h.RUPTURE, len(elus)))
        date_fin = np.where(rompu, rupture, date_fin)
        sans_terme = elus["ouvert"].to_numpy() & (type_etape in ("cdi", "creation_activite"))
        dure = date_fin > jours(elus["fin"])  # the job outlives the follow-up
        date_fin = np.where(recent & (sans_terme | dure), AU_LOIN, date_fin)
    date_fin = np.where(date_fin == AU_LOIN, JAMAIS, np.minimum(date_fin, jours(elus["fin"])))
    return pd.DataFrame(
        {
            "parcours": elus.index,
            "type_etape": type_etape,
            "date_debut": date_debut,
            "date_fin": date_fin,
            "heures_hebdo": heures(np.full(len(elus), type_etape), rng),
        }
    )
