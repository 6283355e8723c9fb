"""Impossible or unlikely sequences in a parcours, its étapes, its entretiens."""

from typing import Final

import pandas as pd

from plie_metrics.qualite.donnees import Detail, Donnees, jour, releve
from plie_metrics.qualite.modele import Constat
from plie_metrics.qualite.regles_sequences import CLES, REGLES
from plie_metrics.schema import MOTIFS_POSITIFS

AGES_ADMIS: Final = (16, 64)
"""Years at the entry, both included: outside, the year of birth is to be checked."""
CDD_LONG: Final = 6
"""Months from which a CDD belongs to « 6 mois et plus »."""


def controler_sequences(donnees: Donnees) -> tuple[Constat, ...]:
    """Every rule of this module over the extract, whatever the period."""
    return (
        *_parcours(donnees.parcours),
        *_saisies(donnees.parcours),
        _chevauchements(donnees.parcours),
        *_etapes(donnees.etapes),
        *_entretiens(donnees.entretiens),
    )


def _parcours(p: pd.DataFrame) -> list[Constat]:
    age = p["date_entree"].dt.year - p["annee_naissance"]
    incoherent = p["date_sortie"].isna() != p["motif_sortie"].isna()
    constats = [
        _constat("sortie_avant_entree", p, p["date_sortie"] < p["date_entree"]),
        _constat("sortie_et_motif", p, incoherent),
        _constat("age_inhabituel", p, ~age.between(*AGES_ADMIS) & age.notna(), _age),
    ]
    if "situation_sortie" in p:
        constats.append(_constat("situation_contraire_au_motif", p, _situation_contraire(p)))
    return constats


def _situation_contraire(p: pd.DataFrame) -> pd.Series:
    """A positive exit leads to a job or a training; its situation must say the same."""
    attendue = p["motif_sortie"].map(
        {m: "formation" if m == "formation_qualifiante" else "emploi" for m in MOTIFS_POSITIFS}
    )
    connue = attendue.notna() & p["situation_sortie"].notna()
    return connue & (p["situation_sortie"] != attendue)


def _saisies(p: pd.DataFrame) -> list[Constat]:
    return [
        _constat(f"saisie_avant_{fait}", p, p[f"date_saisie_{fait}"] < p[f"date_{fait}"])
        for fait in ("entree", "sortie")
        if f"date_saisie_{fait}" in p
    ]


def _chevauchements(p: pd.DataFrame) -> Constat:
    ordonnes = p.sort_values(["participant_id", "date_entree", "parcours_id"])
    fins = ordonnes["date_sortie"].fillna(pd.Timestamp.max.floor("D"))
    # the latest end of all the earlier parcours of the person, not only of the one before
    plus_tard = fins.groupby(ordonnes["participant_id"]).cummax()
    precedente = plus_tard.groupby(ordonnes["participant_id"]).shift()
    return _constat("parcours_simultanes", ordonnes, precedente > ordonnes["date_entree"])


def _etapes(e: pd.DataFrame | None) -> list[Constat]:
    if e is None:
        return []
    plus_de_six_mois = e["date_fin"] >= e["date_debut"] + pd.DateOffset(months=CDD_LONG)
    six_mois = e["date_fin"] >= (
        e["date_debut"] + pd.DateOffset(months=CDD_LONG) - pd.Timedelta(days=1)
    )
    # an étape that ends with the follow-up was closed by the exit, not by the employer
    rompu = e["date_fin"].notna() & (e["date_fin"] != e["date_sortie"])
    court, long = (e["type_etape"] == f"cdd_{t}" for t in ("moins_6_mois", "6_mois_et_plus"))
    return [
        _constat("etape_finie_avant_son_debut", e, e["date_fin"] < e["date_debut"], _etape),
        _constat("etape_avant_entree", e, e["date_debut"] < e["date_entree"], _etape),
        _constat("etape_apres_sortie", e, e["date_debut"] > e["date_sortie"], _etape),
        _constat("cdd_court_trop_long", e, court & plus_de_six_mois, _etape),
        _constat("cdd_long_trop_court", e, long & rompu & ~six_mois, _etape),
    ]


def _entretiens(e: pd.DataFrame | None) -> list[Constat]:
    if e is None:
        return []
    hors = (e["date"] < e["date_entree"]) | (e["date"] > e["date_sortie"])
    return [_constat("entretien_hors_parcours", e, hors, lambda ligne: f"le {jour(ligne['date'])}")]


def _constat(
    code: str, lignes: pd.DataFrame, fautif: pd.Series, detail: Detail | None = None
) -> Constat:
    regle = REGLES[code]
    return releve(regle, lignes, fautif, CLES[regle.table], detail or _dates)


def _dates(ligne: pd.Series) -> str:
    entree = f"entrée le {jour(ligne['date_entree'])}"
    sortie = ligne["date_sortie"]
    return entree if pd.isna(sortie) else f"{entree}, sortie le {jour(sortie)}"


def _age(ligne: pd.Series) -> str:
    return f"{ligne['date_entree'].year - int(ligne['annee_naissance'])} ans à l’entrée"


def _etape(ligne: pd.Series) -> str:
    fin = "" if pd.isna(ligne["date_fin"]) else f" au {jour(ligne['date_fin'])}"
    return f"étape du {jour(ligne['date_debut'])}{fin} ; {_dates(ligne)}"
