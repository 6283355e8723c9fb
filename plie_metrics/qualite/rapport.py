"""The whole quality report: every check, in the order in which to repair."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.periodes import annee_a_date
from plie_metrics.qualite.autour import controler_autour
from plie_metrics.qualite.completude import completudes, controler_completude
from plie_metrics.qualite.donnees import Donnees
from plie_metrics.qualite.modele import Constat, Gravite, Rapport
from plie_metrics.qualite.normes import controler_normes
from plie_metrics.qualite.regles_sorties import Criteres
from plie_metrics.qualite.relations import controler_relations
from plie_metrics.qualite.sequences import controler_sequences
from plie_metrics.qualite.sorties import controler_sorties
from plie_metrics.qualite.suivi import controler_suivi

TAUX: Final = ("taux_", "part_")
"""Indicators whose figure is a share of the rows examined."""


def controler(
    tables: Mapping[str, pd.DataFrame],
    arrete: date,
    criteres: Criteres,
    normes: Mapping[str, float] | None = None,
) -> Rapport:
    """Check the tables of a snapshot (`participants` and `parcours` needed, others as present).

    Exits are judged over the calendar year up to the arrêté, everything else over the extract.
    `normes`: of the settings, for référents whose norm the extract does not give (`normes_regles`).
    The findings that are empty are dropped; the first ones move the objectives most.
    """
    donnees = Donnees(tables, arrete, normes or {})
    trouves = (
        *controler_relations(donnees),
        *controler_sequences(donnees),
        *controler_sorties(donnees, annee_a_date(arrete), criteres),
        *controler_suivi(donnees),
        *controler_normes(donnees),
        *controler_completude(donnees),
        *controler_autour(donnees),
    )
    peses = (_peser(constat, donnees) for constat in trouves if constat.cas)
    return Rapport(arrete, completudes(tables), tuple(sorted(peses, key=_rang)))


def _peser(constat: Constat, donnees: Donnees) -> Constat:
    objectif = _objectif(donnees, constat.regle.indicateur)
    if objectif is not None and constat.regle.indicateur.startswith(TAUX):
        return replace(constat, base=float(constat.sur))  # a rate moves by the share of its rows
    return replace(constat, base=objectif)


def _objectif(donnees: Donnees, indicateur: str) -> float | None:
    """Target of the whole PLIE over the period that holds the arrêté."""
    objectifs = donnees.table("objectifs")
    if objectifs is None:
        return None
    instant = pd.Timestamp(donnees.arrete)
    valables = objectifs[
        (objectifs["indicateur"] == indicateur)
        & (objectifs["perimetre"] == "plie")
        & (objectifs["debut"] <= instant)
        & (objectifs["fin"] >= instant)
    ]
    return float(valables["cible"].iloc[0]) if len(valables) else None


def _rang(constat: Constat) -> tuple[float, int, int, str]:
    gravites = list(Gravite)
    return (
        -(constat.enjeu or 0.0),
        gravites.index(constat.regle.gravite),
        -constat.effectif,
        constat.regle.code,
    )
