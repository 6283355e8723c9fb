"""The cells of a list, exact and classed, with their relations: what is to be solved."""

from collections.abc import Mapping
from dataclasses import dataclass

from plie_metrics.calcul.lot import Donnees
from plie_metrics.objectifs.contexte import Contexte
from plie_metrics.secret.differences import differences
from plie_metrics.secret.dominance import Entreprises, dominees
from plie_metrics.secret.grandeurs import Cle
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.mouvements import Relation
from plie_metrics.secret.regles import Cellule, Regles, classer
from plie_metrics.secret.relations import relations
from plie_metrics.secret.releve import Lecture, Releve, lire, relever


@dataclass(frozen=True, eq=False)
class Source:
    """An arrêté to solve: its data, the companies of its contracts, what its projections need."""

    nom: str
    donnees: Donnees
    entreprises: Entreprises | None = None
    contexte: Contexte | None = None


@dataclass(frozen=True, eq=False)
class Probleme:
    """The exact cells of a list, classed, with their relations; never leaves this package."""

    releve: Releve
    cellules: Mapping[Cle, Cellule]
    relations: tuple[Relation, ...]


def regles_de(liste: Liste, nom: str) -> Regles:
    """The rules of « financeur » or « public »."""
    reglages = liste.reglages
    return Regles(
        reglages.seuils[nom],
        reglages.largeur,
        reglages.dominance,
        reglages.marge_somme,
        reglages.facteur_extreme,
    )


@dataclass(frozen=True, eq=False)
class Exacts:
    """What is read of an arrêté over a list, once for both profiles; never leaves this package.

    `dominees`: the sums that one company makes almost alone.
    """

    lecture: Lecture
    dominees: frozenset[Cle]


def lire_exacts(source: Source, liste: Liste) -> Exacts:
    """Read every cell of the list, a few seconds."""
    part = liste.reglages.dominance
    return Exacts(
        lire(source.donnees, liste), dominees(source.donnees, liste, source.entreprises, part)
    )


def poser(source: Source, liste: Liste, nom: str, exacts: Exacts | None = None) -> Probleme:
    """Class every cell of the list; `exacts` spares reading them again."""
    lus = exacts or lire_exacts(source, liste)
    releve = relever(lus.lecture, liste, public=nom == "public")
    ecarts = differences(releve.valeurs, liste)
    regles = regles_de(liste, nom)
    cellules = classer(releve.valeurs, releve.publiees, ecarts, lus.dominees, regles)
    liens = [
        *relations(releve.valeurs, liste),
        *(
            [(reste, 1), *((terme, -signe) for terme, signe in e.termes)]
            for reste, e in ecarts.items()
        ),
    ]
    return Probleme(releve, cellules, tuple(liens))
