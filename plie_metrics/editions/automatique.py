"""An edition made without anybody: the views of the settings, at an arrêté, frozen at once."""

from dataclasses import replace
from datetime import datetime

from plie_metrics.editions.atelier import Atelier
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.composition import Composition, composer, figer_edition
from plie_metrics.editions.depot import Depot
from plie_metrics.editions.identifiants import proposer
from plie_metrics.editions.modele import Edition
from plie_metrics.periodes import annee_a_date


def brouillon_automatique(
    brouillon: Brouillon, cles: tuple[str, ...], atelier: Atelier
) -> Brouillon:
    """A draft with these planches, over the year to date of its arrêté, without any filter.

    Raises ErreurPlie when the arrêté cannot be opened.
    """
    arrete = atelier.acces(brouillon.arrete)[1].arrete
    vues = tuple(
        Demande(f"v{rang}", cle, brouillon.arrete, annee_a_date(arrete))
        for rang, cle in enumerate(cles, 1)
    )
    return replace(brouillon, vues=vues)


def figer_automatique(
    brouillon: Brouillon, atelier: Atelier, plie: str, depot: Depot, quand: datetime
) -> tuple[Edition, Composition]:
    """Compose, leave out the views that are refused, freeze and keep.

    The composition says what was refused. Raises FigerImpossible when no view is left.
    """
    composition = composer(
        _nommer(brouillon, depot),
        lambda demande: atelier.vue(demande, brouillon.comparer),
        atelier.acces,
        plie,
    )
    figee = figer_edition(replace(composition, refus={}), quand)
    return depot.garder(figee), composition


def _nommer(brouillon: Brouillon, depot: Depot) -> Brouillon:
    """Under the first name that is free."""
    rang = 1
    while depot.fichier(proposer(brouillon.seance, brouillon.titre, rang)).exists():
        rang += 1
    nom = proposer(brouillon.seance, brouillon.titre, rang)
    return replace(brouillon, identifiant=nom, revision=1)
