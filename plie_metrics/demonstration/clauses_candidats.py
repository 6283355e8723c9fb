"""Who the candidates of the clauses are: salariés to come, other participants, or nobody known."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import jours, tirer
from plie_metrics.demonstration.clauses_salaries import DEUX, Annee

DELAI_VALIDATION: Final = 12
"""Days at least between an orientation and the contract that follows."""


def relier_aux_salaries(
    table: pd.DataFrame, annee: Annee, salaries: pd.DataFrame, rng: np.random.Generator
) -> set[int]:
    """Give validated candidates to the salariés whose contract follows; the people so taken."""
    pris: set[int] = set()
    places = np.flatnonzero(table["validee"] & ~table.duplicated("candidat"))
    for place in rng.permutation(places).tolist():
        ligne = table.loc[place]
        convient = (
            (salaries["qpv"] == ligne["qpv"])
            & salaries["secteur"].isin([ligne["secteur"], DEUX])
            & ~salaries["personne"].isin(pris)
            & (jours(salaries["premier"]) > annee.debut + np.timedelta64(30, "D"))
        )
        choix = salaries[convient]
        if choix.empty or rng.random() < 0.12:
            continue
        elu = choix.iloc[int(rng.integers(len(choix)))]
        debut = np.datetime64(elu["premier"], "D")
        depuis: Any = max(annee.debut, debut - np.timedelta64(45, "D"))
        if ligne["source"] == "PLIE":
            arrivee = np.datetime64(elu["date_entree"], "D")
            depuis = max(depuis, arrivee + np.timedelta64(3, "D"))
        jusqua: Any = max(depuis, debut - np.timedelta64(DELAI_VALIDATION, "D"))
        table.loc[place, "parcours"] = elu["parcours"]
        table.loc[place, "date"] = _un_jour(depuis, jusqua, rng)
        pris.add(int(elu["personne"]))
    return pris | {int(personne) for personne in salaries["personne"]}


def relier_aux_autres(
    table: pd.DataFrame, annee: Annee, parcours: pd.DataFrame, rng: np.random.Generator
) -> None:
    """Give the other candidates of the référents, and some of the others', to participants."""
    hommes = parcours["sexe"] == "H"
    qpv = parcours["qpv"].fillna("")
    entree, sortie = jours(parcours["date_entree"]), jours(parcours["date_sortie"])
    libre = ~(sortie < annee.debut + np.timedelta64(60, "D"))
    libre &= entree < annee.fin - np.timedelta64(30, "D")
    dans_l_annee = entree > annee.debut + np.timedelta64(20, "D")
    places = np.flatnonzero(table["date"].isna() & ~table.duplicated("candidat"))
    for place in places.tolist():
        ligne = table.loc[place]
        referent = str(ligne["source"]) == "PLIE"
        if not referent and rng.random() > h.PARTICIPANTS_PARMI_AUTRES:
            continue
        convient = libre & (qpv == ligne["qpv"]).to_numpy()
        convient &= hommes.to_numpy() | (ligne["secteur"] == "SERVICES")
        convient &= True if referent else dans_l_annee
        choix = np.flatnonzero(convient)
        if not len(choix):
            continue
        elu = int(rng.choice(choix))
        libre &= (parcours["personne"] != parcours["personne"].iloc[elu]).to_numpy()
        table.loc[place, "parcours"] = parcours.index[elu]
        table.loc[place, "date"] = _date(annee, entree[elu], sortie[elu], referent, rng)


def _date(
    annee: Annee,
    entree: np.datetime64,
    sortie: np.datetime64,
    referent: bool,
    rng: np.random.Generator,
) -> np.datetime64:
    """A day of the year: within the parcours for a référent, before the entry for the others."""
    if referent:
        depuis = max(annee.debut, entree + np.timedelta64(5, "D"))
        jusqua = annee.fin - np.timedelta64(9, "D")
        if not np.isnat(sortie):
            jusqua = min(jusqua, sortie - np.timedelta64(20, "D"))
    else:
        depuis = max(annee.debut, entree - np.timedelta64(40, "D"))
        jusqua = entree - np.timedelta64(5, "D")
    return _un_jour(depuis, max(depuis, jusqua), rng)


def _un_jour(
    depuis: np.datetime64, jusqua: np.datetime64, rng: np.random.Generator
) -> np.datetime64:
    return np.datetime64(tirer(rng, np.array([depuis]), np.array([jusqua]))[0], "D")
