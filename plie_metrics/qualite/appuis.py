"""Which sorties positives the étapes of a parcours support, on a given day.

Durations run over whole calendar months, both days included: from 1 January, six months end on
30 June. A sum of days reaches n months when it holds as many days as the shortest n months
(181 for six). The contract of an étape « clause d'insertion » is a CDD or an intérim mission: it
counts for both. All functions are pure.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.periodes import decaler_mois
from plie_metrics.qualite.regles_sorties import Criteres

TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "emploi_cdi": ("cdi",),
    "emploi_cdd_6_mois": ("cdd_moins_6_mois", "cdd_6_mois_et_plus", "clause_insertion"),
    "emploi_interim_6_mois": ("interim", "clause_insertion"),
    "creation_activite": ("creation_activite",),
    "emploi_aide": ("contrat_aide",),
    "formation_qualifiante": ("formation",),
    "chantier_insertion_senior": ("chantier_insertion", "cddi"),
}
"""Motif → the types of étape that may support it."""


def jours_au_moins(mois: int) -> int:
    """Days of the shortest `mois` consecutive calendar months: 181 for six, 365 for twelve."""
    debuts = (date(2015, premier, 1) for premier in range(1, 13))
    return min((decaler_mois(debut, mois) - debut).days for debut in debuts)


def appuyes(etapes: pd.DataFrame, motif: str, criteres: Criteres) -> set[str]:
    """parcours_id whose étapes support the motif on the day `jalon`.

    `etapes`: parcours_id, type_etape, date_debut, date_fin (NaT = running), heures_hebdo (may
    lack), annee_naissance, jalon. Étapes that start after their jalon do not count.
    """
    utiles = etapes[etapes["type_etape"].isin(TYPES[motif])]
    utiles = utiles[utiles["date_debut"] <= utiles["jalon"]]
    return set(ESSAIS[motif](utiles, criteres)["parcours_id"])


def presence(etapes: pd.DataFrame, mois: int) -> pd.Series:
    """True where the étape had lasted `mois` calendar months on the jalon, or at its own end."""
    fin = etapes["date_fin"].fillna(etapes["jalon"])
    fin = fin.where(fin < etapes["jalon"], etapes["jalon"])
    return _terme(etapes, mois) <= fin


def jours_travailles(etapes: pd.DataFrame, fenetre: int) -> pd.Series:
    """Days covered in the `fenetre` months that end on the jalon, by parcours_id.

    A day that two étapes share counts once.
    """
    du = etapes["jalon"] - pd.DateOffset(months=fenetre) + pd.Timedelta(days=1)
    debut = etapes["date_debut"].where(etapes["date_debut"] > du, du)
    fin = etapes["date_fin"].fillna(etapes["jalon"])
    fin = fin.where(fin < etapes["jalon"], etapes["jalon"])
    periodes = pd.DataFrame({"parcours_id": etapes["parcours_id"], "debut": debut, "fin": fin})
    periodes = periodes[periodes["fin"] >= periodes["debut"]].sort_values(["parcours_id", "debut"])
    deja = periodes.groupby("parcours_id")["fin"].cummax().groupby(periodes["parcours_id"]).shift()
    suite = (deja + pd.Timedelta(days=1)).fillna(periodes["debut"])
    debut_net = periodes["debut"].where(periodes["debut"] > suite, suite)
    jours = ((periodes["fin"] - debut_net).dt.days + 1).clip(lower=0)
    return jours.groupby(periodes["parcours_id"]).sum()


def _terme(etapes: pd.DataFrame, mois: int) -> pd.Series:
    return etapes["date_debut"] + pd.DateOffset(months=mois) - pd.Timedelta(days=1)


def _cdi(etapes: pd.DataFrame, criteres: Criteres) -> pd.DataFrame:
    retenues = presence(etapes, criteres.presence_cdi)
    if "heures_hebdo" in etapes:
        retenues &= ~(etapes["heures_hebdo"] < criteres.mi_temps)  # unknown hours: trusted
    return etapes[retenues]


def _cumul(etapes: pd.DataFrame, mois: int, fenetre: int) -> pd.DataFrame:
    jours = jours_travailles(etapes, fenetre)
    atteints: pd.DataFrame = jours[jours >= jours_au_moins(mois)].reset_index()
    return atteints


def _contrat_aide(etapes: pd.DataFrame, criteres: Criteres) -> pd.DataFrame:
    """The length of the contract counts, not the presence: « contrats aidés de plus de 6 mois »."""
    assez_long = etapes["date_fin"] > _terme(etapes, criteres.duree_contrat_aide)
    return etapes[etapes["date_fin"].isna() | assez_long]


def _senior(etapes: pd.DataFrame, criteres: Criteres) -> pd.DataFrame:
    assez_age = etapes["jalon"].dt.year - etapes["annee_naissance"] >= criteres.age_senior
    seniors: pd.DataFrame = etapes[assez_age & presence(etapes, criteres.presence_senior)]
    return seniors


ESSAIS: Final[Mapping[str, Callable[[pd.DataFrame, Criteres], pd.DataFrame]]] = {
    "emploi_cdi": _cdi,
    "emploi_cdd_6_mois": lambda e, c: _cumul(e, c.cumul_cdd, c.fenetre_cdd),
    "emploi_interim_6_mois": lambda e, c: _cumul(e, c.cumul_interim, c.fenetre_interim),
    "creation_activite": lambda e, c: e[presence(e, c.suivi_creation)],
    "emploi_aide": _contrat_aide,
    "formation_qualifiante": lambda e, _: e,
    "chantier_insertion_senior": _senior,
}
