"""The contracts of the clauses and their hours, month by month, to the published totals."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import (
    JAMAIS,
    Jours,
    jours,
    ouvre,
)
from plie_metrics.demonstration.clauses_salaries import DEUX, JOURS_PAR_MOIS, Annee
from plie_metrics.demonstration.repartition import (
    Entiers,
    Reels,
    tirer_exact,
)

SECTEURS: Final = ("BTP", "SERVICES")
ETALEMENT: Final = (0.75, 0.75)
PART_CTTI_AVANT_PRO: Final = 0.3
DERNIER_DEBUT: Final = 40
"""A first contract starts at least this many days before the end of its window."""


def contrats(
    annee: Annee, salaries: pd.DataFrame, missions: Entiers, rng: np.random.Generator
) -> pd.DataFrame:
    """One row a contract: salarie (rank), rang, type_contrat, secteur, date_debut, date_fin, until.

    `jusqua` is the last day worked that the extract knows of; date_fin may be later, or NaT.
    """
    reportes = _reportes(annee, salaries, missions, rng)
    depart, arrivee = _etendue(annee, salaries, reportes, rng)
    lignes = []
    for rang, nombre in enumerate(missions):
        parts = rng.uniform(0.7, 1.3, int(nombre))
        if salaries["types"].iloc[rang] == "CTTI+C/PRO":
            parts = np.array([PART_CTTI_AVANT_PRO, 1 - PART_CTTI_AVANT_PRO])
        bornes = _decouper(depart[rang], arrivee[rang], parts, rng)
        natures = _natures(
            salaries["types"].iloc[rang], salaries["secteur"].iloc[rang], int(nombre), rng
        )
        for ordre, ((debut, fin), (type_contrat, secteur)) in enumerate(
            zip(bornes, natures, strict=True)
        ):
            lignes.append((rang, ordre, type_contrat, secteur, debut, fin))
    table = pd.DataFrame(
        lignes, columns=["salarie", "rang", "type_contrat", "secteur", "date_debut", "jusqua"]
    )
    debuts = ouvre(jours(table["date_debut"]))
    jusqua = np.maximum(jours(table["jusqua"]), debuts + np.timedelta64(4, "D"))
    sans_fin = (table["type_contrat"] == "CDI") & annee.cloture
    return table.assign(
        date_debut=debuts,
        date_fin=np.where(sans_fin, JAMAIS, jusqua),
        jusqua=np.minimum(jusqua, annee.fin),
    )


def _reportes(
    annee: Annee, salaries: pd.DataFrame, missions: Entiers, rng: np.random.Generator
) -> Any:
    """Mask of the salariés whose only contract began at the end of the year before."""
    assez_tot = jours(salaries["date_entree"]) < annee.debut - np.timedelta64(100, "D")
    chance = np.where((missions == 1) & assez_tot, 0.5, 0.0)
    return tirer_exact(rng, chance, min(h.CONTRATS_REPORTES, int((chance > 0).sum())))


def _etendue(
    annee: Annee, salaries: pd.DataFrame, reportes: Any, rng: np.random.Generator
) -> tuple[Jours, Jours]:
    """First and last day of work of each salarié, inside the window."""
    debut, fin = jours(salaries["debut"]), jours(salaries["fin"])
    besoin = salaries["besoin"].to_numpy() * JOURS_PAR_MOIS * rng.uniform(0.8, 1.25, len(salaries))
    cdi = (salaries["types"] == "CDI").to_numpy()
    jusqua = np.minimum(fin, annee.fin)
    marge = np.maximum((jusqua - debut).astype(int) - np.minimum(besoin, 1e6), 0)
    attente = np.where(cdi, marge, marge * rng.beta(*ETALEMENT, len(salaries)))
    depart = np.minimum(
        debut + attente.astype(int).astype("timedelta64[D]"),
        jusqua - np.timedelta64(DERNIER_DEBUT, "D"),
    )
    avant = annee.debut - rng.integers(25, 80, len(salaries)).astype("timedelta64[D]")
    depart = np.where(reportes, avant, depart)
    arrivee = np.minimum(depart + besoin.astype(int).astype("timedelta64[D]"), fin)
    arrivee = np.where(cdi, jusqua, arrivee)
    return depart, np.maximum(arrivee, np.maximum(depart, annee.debut) + np.timedelta64(20, "D"))


def _decouper(
    depart: np.datetime64, arrivee: np.datetime64, parts: Reels, rng: np.random.Generator
) -> list[tuple[np.datetime64, np.datetime64]]:
    """Contracts in a row over [depart, arrivee], of these relative lengths, a few days apart."""
    nombre = len(parts)
    longueur = int((arrivee - depart).astype(int))
    coupes = np.r_[0, np.cumsum(parts) / parts.sum()] * longueur
    debuts = depart + coupes[:-1].astype(int).astype("timedelta64[D]")
    fins = depart + coupes[1:].astype(int).astype("timedelta64[D]")
    pauses = np.where(np.arange(nombre) < nombre - 1, rng.integers(2, 6, nombre), 0)
    return list(zip(debuts, fins - pauses.astype("timedelta64[D]"), strict=True))


def _natures(
    types: str, secteur: str, nombre: int, rng: np.random.Generator
) -> list[tuple[str, str]]:
    """(type, sector) of each contract of a salarié, in order."""
    if types == "CTTI+C/PRO":
        return [("CTTI", secteur)] * (nombre - 1) + [("C/PRO", secteur)]
    if secteur == DEUX:
        ordre = SECTEURS if rng.random() < 0.5 else SECTEURS[::-1]
        return [(types, ordre[0])] + [(types, ordre[1])] * (nombre - 1)
    return [(types, secteur)] * nombre
