"""Tiny published documents and indicators, for tests that state their own figures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.publications.chiffre import Chiffre, Publication

MODELE = Chiffre(
    id="x",
    document="essai",
    section="Section",
    tableau="essai",
    ligne="Ligne",
    colonne="",
    modalites={},
    debut=date(2016, 1, 1),
    fin=date(2016, 12, 31),
    nature="realisation",
    unite="personnes",
    valeur=None,
    numerateur=None,
    denominateur=None,
    imprime="",
    indicateur="",
    note="",
)


def chiffre(identifiant: str, valeur: float | None, **autres: Any) -> Chiffre:
    """A published figure; its table is the middle of its id unless told."""
    tableau = identifiant.split(".")[1] if identifiant.count(".") else "essai"
    return replace(MODELE, **{"id": identifiant, "valeur": valeur, "tableau": tableau, **autres})


def publication(*chiffres: Chiffre) -> Publication:
    """A published document with these figures."""
    return Publication("essai", "Document d'essai", chiffres)


def indicateur(nom: str) -> Indicateur:
    """An indicator of the catalogue."""
    return catalogue()[nom]


def catalogue() -> Mapping[str, Indicateur]:
    """The catalogue."""
    return charger()
