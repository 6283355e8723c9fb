"""A request answered: every indicator over a period, through filters, with its objective."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import RLock
from typing import Final

import narwhals as nw
import pandas as pd

from plie_metrics.calcul.bases import Bases, Lignes, construire, joindre
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.cible import Cible, Objectif, lire_objectifs, viser
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.normalisation import NORMALISEURS
from plie_metrics.calcul.normalisation_paresseuse import normaliser_paresseusement
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation, ventilables, ventiler
from plie_metrics.calcul.vue import Vue
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.schema import HORS_QPV, SEXES

TABLES_UTILES: Final = (*NORMALISEURS, "objectifs")
"""The tables of a snapshot that indicators and their objectives need."""


class PeriodeHorsDonnees(ErreurPlie):
    """A period that goes beyond the day the snapshot was drawn up."""


@dataclass(frozen=True, eq=False)
class Donnees:
    """What a snapshot gives to count: its bases, its objectives, the values filters may take."""

    arrete: date
    bases: Bases
    objectifs: tuple[Objectif, ...]
    modalites: Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Lot:
    """The answer; `ventilation` is empty when no dimension was asked for."""

    periode: Periode
    filtres: Filtres
    mesures: Mapping[str, Mesure]
    cibles: Mapping[str, Cible]
    dimensions: tuple[str, ...]
    ventilation: Mapping[str, Ventilation]


def preparer(
    arrete: date,
    tables: Mapping[str, pd.DataFrame],
    connues: Mapping[str, Collection[str]] | None = None,
) -> Donnees:
    """Prepare the tables of a snapshot (`TABLES_UTILES`, by name) once, for many requests.

    `connues` adds values that a filter may take though nobody has them: communes of the territory,
    quarters.
    """
    lignes = {nom: nw.from_native(table).lazy() for nom, table in tables.items()}
    modalites = _modalites(lignes, connues or {})
    return Donnees(arrete, construire(tables), lire_objectifs(tables.get("objectifs")), modalites)


def preparer_balayage(
    arrete: date,
    tables: Mapping[str, Lignes],
    objectifs: pd.DataFrame | None = None,
    connues: Mapping[str, Collection[str]] | None = None,
) -> Donnees:
    """The same from tables that an engine scans (see `normalisation_paresseuse`), none loaded."""
    bases = joindre(normaliser_paresseusement(tables), RLock())
    modalites = _modalites(tables, connues or {})
    return Donnees(arrete, bases, lire_objectifs(objectifs), modalites)


def repondre(
    donnees: Donnees,
    periode: Periode,
    filtres: Filtres,
    dimensions: tuple[str, ...] = (),
    identifiants: Iterable[str] | None = None,
) -> Lot:
    """Compute a request; by default every indicator, and every one that takes the dimensions.

    Raises PeriodeHorsDonnees, FiltreInconnu, IndicateurInconnu, VentilationRefusee.
    """
    if periode.au > donnees.arrete:
        raise PeriodeHorsDonnees(
            f"La période finit le {periode.au:%d/%m/%Y}, après l’arrêté du "
            f"{donnees.arrete:%d/%m/%Y} : demandez une période qui finit au plus tard ce jour-là."
        )
    filtres.verifier(donnees.modalites)
    vue = Vue(donnees.bases, filtres)
    voulus = None if identifiants is None else tuple(identifiants)
    mesures = calculer(vue, periode, voulus)
    ventiles = _a_ventiler(dimensions, voulus)
    return Lot(
        periode,
        filtres,
        mesures,
        {nom: viser(definition(nom), periode, filtres, donnees.objectifs) for nom in mesures},
        dimensions,
        ventiler(vue, periode, ventiles, dimensions) if dimensions else {},
    )


def _a_ventiler(dimensions: tuple[str, ...], voulus: tuple[str, ...] | None) -> tuple[str, ...]:
    if not dimensions:
        return ()
    return ventilables(dimensions) if voulus is None else voulus


def _modalites(
    tables: Mapping[str, Lignes], connues: Mapping[str, Collection[str]]
) -> dict[str, frozenset[str]]:
    """The values that each filter may take: those met in the snapshot, and those that are known.

    A commune may appear among the prescriptions only, and so may a prescripteur.
    """
    presentes = {
        "commune": _valeurs(tables, "commune", "participants", "prescriptions"),
        "qpv": _valeurs(tables, "qpv", "participants", "clauses_orientations") | {HORS_QPV},
        "sexe": frozenset(SEXES),
        "referent": _valeurs(tables, "referent_id", "parcours", "referents"),
        "structure": _valeurs(tables, "structure", "parcours", "referents"),
        "prescripteur": _valeurs(tables, "prescripteur", "parcours", "prescriptions"),
    }
    return {nom: valeurs | frozenset(connues.get(nom, ())) for nom, valeurs in presentes.items()}


def _valeurs(tables: Mapping[str, Lignes], colonne: str, *noms: str) -> frozenset[str]:
    rencontrees = (
        tables[nom].select(colonne).drop_nulls().unique() for nom in noms if nom in tables
    )
    return frozenset(str(ligne[0]) for une in rencontrees for ligne in une.collect().iter_rows())
