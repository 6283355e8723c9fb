"""A tiny PLIE with regular months: so many entrées and exits a month, entered after a delay."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd

from plie_metrics.periodes import fin_mois
from tests.calcul.extraits import extrait, tables

Mensuel = Callable[[date], int]


def plie(
    arrete: date,
    entrees: Mensuel,
    sorties: Mensuel,
    *,
    stock: int = 300,
    retard: int | None = 0,
    objectifs: tuple[dict[str, Any], ...] = (),
    depuis: int = 2014,
) -> dict[str, pd.DataFrame]:
    """Entrées and positive exits spread over each month, the oldest parcours leaving first.

    `retard`: days before an exit is entered (None: no dates of entry at all).
    """
    lignes = [{"date_entree": date(depuis - 1, 6, 1)} for _ in range(stock)]
    rang = 0
    for an in range(depuis, arrete.year + 1):
        for mois in range(1, 13):
            premier = date(an, mois, 1)
            lignes += [{"date_entree": jour} for jour in _etaler(premier, entrees(premier))]
            for jour in _etaler(premier, sorties(premier)):
                lignes[rang] |= {"date_sortie": jour, "motif_sortie": "emploi_cdi"}
                rang += 1
    return _tables(arrete, lignes, retard, objectifs)


def _etaler(premier: date, nombre: int) -> list[date]:
    jours = fin_mois(premier).day
    return [premier + timedelta(days=(2 * i + 1) * jours // (2 * nombre)) for i in range(nombre)]


def _tables(
    arrete: date,
    lignes: list[dict[str, Any]],
    retard: int | None,
    objectifs: tuple[dict[str, Any], ...],
) -> dict[str, pd.DataFrame]:
    vus = [ligne for ligne in lignes if ligne["date_entree"] <= arrete]
    for rang, ligne in enumerate(vus, 1):
        ligne["participant_id"] = f"P{rang}"
        quand = ligne.get("date_sortie")
        if quand and quand + timedelta(days=retard or 0) > arrete:
            del ligne["date_sortie"], ligne["motif_sortie"]
    produites = tables(
        extrait(participants=[{} for _ in vus], parcours=vus, objectifs=list(objectifs))
    )
    if retard is not None:
        parcours = produites["parcours"]
        produites["parcours"] = parcours.assign(
            date_saisie_entree=parcours["date_entree"],
            date_saisie_sortie=parcours["date_sortie"] + pd.Timedelta(days=retard),
        )
    return produites
