"""The yearly targets of the contract's actions 31, 33 and 34, from 2009 to 2011.

Source: contrat d'objectifs 2009-2011, « Combien » and « Indicateurs » of these actions. Action 31
prints « +15 % » for 2010 and 2011 without its base: the value computed here takes the year before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient

ANNEES: Final = (2009, 2010, 2011)
PREMIERE: Final = ANNEES[0]


@dataclass(frozen=True)
class Annee:
    """A target of one year; `calcule` when the document prints a growth, not the value."""

    annee: int
    valeur: float
    calcule: bool = False


@dataclass(frozen=True)
class Serie:
    """The targets of one object of an action; `parent` names the one that it is a part of."""

    action: str
    nom: str
    annees: tuple[Annee, ...]
    parent: str = ""

    @property
    def accroissement(self) -> Quotient:
        """(last − first) / first, over the years."""
        premiere, derniere = self.annees[0].valeur, self.annees[-1].valeur
        return Quotient(derniere - premiere, premiere)


@dataclass(frozen=True)
class _Imprime:
    """A series printed year by year under ids that end with the year."""

    action: str
    nom: str
    prefixe: str
    parent: str = ""


IMPRIMES: Final = (
    _Imprime("33", "Contrats en alternance", "co2009.objectifs_alternance.contrats"),
    _Imprime(
        "33",
        "dont contrats d'apprentissage",
        "co2009.objectifs_alternance.io_331",
        "Contrats en alternance",
    ),
    _Imprime(
        "33",
        "dont contrats de professionnalisation",
        "co2009.objectifs_alternance.io_333",
        "Contrats en alternance",
    ),
    _Imprime("34", "CARED", "co2009.action_34.cared"),
)
PROGRESSIFS: Final = (
    ("Entreprises partenaires", "co2009.action_31.entreprises"),
    ("Actualités d'entreprises", "co2009.action_31.actualites"),
)


def objectifs_annuels(contrat: Publication) -> tuple[Serie, ...]:
    """Every series of yearly targets, in the order of the actions."""
    progressives = [
        Serie("31", nom, tuple(_composer(contrat, prefixe))) for nom, prefixe in PROGRESSIFS
    ]
    return (*progressives, *(_imprimee(contrat, lecture) for lecture in IMPRIMES))


def taux_annuel(contrat: Publication, annee: int) -> float:
    """The growth printed for a year (15), in percent."""
    return contrat.valeur(f"co2009.action_31.progression.{annee}")


def _imprimee(contrat: Publication, lecture: _Imprime) -> Serie:
    annees = tuple(Annee(annee, contrat.valeur(f"{lecture.prefixe}.{annee}")) for annee in ANNEES)
    return Serie(lecture.action, lecture.nom, annees, lecture.parent)


def _composer(contrat: Publication, prefixe: str) -> Iterator[Annee]:
    valeur = contrat.valeur(f"{prefixe}.{PREMIERE}")
    yield Annee(PREMIERE, valeur)
    for _, annee in pairwise(ANNEES):
        valeur *= 1 + taux_annuel(contrat, annee) / 100
        yield Annee(annee, valeur, calcule=True)
