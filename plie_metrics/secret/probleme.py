"""The cells of a list, exact and classed, with their relations: what is to be solved."""

from collections.abc import Mapping
from dataclasses import dataclass

from plie_metrics.calcul.lot import Donnees
from plie_metrics.secret.differences import differences
from plie_metrics.secret.dominance import Entreprises, dominees
from plie_metrics.secret.grandeurs import Cle
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.mouvements import Relation
from plie_metrics.secret.regles import Cellule, Regles, classer
from plie_metrics.secret.relations import relations
from plie_metrics.secret.releve import Releve, relever


@dataclass(frozen=True, eq=False)
class Source:
    """An arrêté to solve: its data and the companies of its contracts."""

    nom: str
    donnees: Donnees
    entreprises: Entreprises | None = None


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


def poser(source: Source, liste: Liste, nom: str) -> Probleme:
    """Read and class every cell of the list."""
    releve = relever(source.donnees, liste, public=nom == "public")
    ecarts = differences(releve.valeurs, liste)
    domines = dominees(source.donnees, liste, source.entreprises, liste.reglages.dominance)
    cellules = classer(releve.valeurs, releve.publiees, ecarts, domines, regles_de(liste, nom))
    liens = [
        *relations(releve.valeurs, liste),
        *([(reste, 1), (e.partie, 1), (e.tout, -1)] for reste, e in ecarts.items()),
    ]
    return Probleme(releve, cellules, tuple(liens))
