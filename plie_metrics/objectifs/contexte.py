"""What a projection is made from: a snapshot, the years that may teach, how complete months are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.calcul.bases import Bases, construire
from plie_metrics.calcul.cible import Objectif, lire_objectifs
from plie_metrics.calcul.lot import Donnees
from plie_metrics.calcul.vue import Vue
from plie_metrics.filtres import Filtres
from plie_metrics.memoire import Memoire
from plie_metrics.objectifs.annees import annees_offertes
from plie_metrics.objectifs.completude import Completude, completude
from plie_metrics.objectifs.series import Serie, serie_mensuelle
from plie_metrics.periodes import Periode, debut_mois

PLACES: Final = 256


@dataclass(frozen=True, eq=False)
class Contexte:
    """A snapshot ready to be projected; build it with `preparer_contexte`, once a snapshot.

    `annees`: complete years (see annees.py), in order.
    """

    arrete: date
    bases: Bases
    parcours: pd.DataFrame
    objectifs: tuple[Objectif, ...]
    annees: tuple[int, ...]
    _memoire: Memoire = field(default_factory=lambda: Memoire(PLACES), init=False, repr=False)

    def vue(self, filtres: Filtres) -> Vue:
        """The snapshot through filters: the same for all who ask, its tables are cut once."""
        return self._memoire.garder(filtres, lambda: Vue(self.bases, filtres))

    def completude(self, identifiant: str) -> Completude:
        """How complete the months of an indicator are; computed once."""
        return self._memoire.garder(
            identifiant, lambda: completude(identifiant, self.parcours, self.arrete)
        )

    def passe(self, identifiant: str, filtres: Filtres) -> Serie:
        """The monthly series over the complete years, none without any; computed once."""
        if not self.annees:
            return {}
        periode = Periode(date(self.annees[0], 1, 1), date(self.annees[-1], 12, 31))
        return self._memoire.garder(
            (identifiant, filtres),
            lambda: serie_mensuelle(self.vue(filtres), periode, identifiant),
        )


def preparer_contexte(arrete: date, tables: Mapping[str, pd.DataFrame]) -> Contexte:
    """The context of a snapshot from its tables by name (`participants`, `parcours`, …)."""
    # few questions are asked of each past arrêté: its populations are not worth reading whole
    bases, parcours = replace(construire(tables), memoire=None), tables["parcours"]
    objectifs = lire_objectifs(tables.get("objectifs"))
    return Contexte(arrete, bases, parcours, objectifs, _annees(bases, parcours, arrete))


def contexte_de(donnees: Donnees, parcours: pd.DataFrame) -> Contexte:
    """The context of data prepared already, with the table `parcours` (for the days of entry)."""
    annees = _annees(donnees.bases, parcours, donnees.arrete)
    return Contexte(donnees.arrete, donnees.bases, parcours, donnees.objectifs, annees)


def _annees(bases: Bases, parcours: pd.DataFrame, arrete: date) -> tuple[int, ...]:
    premiere = parcours["date_sortie"].min()
    if pd.isna(premiere) or premiere.date() > arrete:
        return ()
    periode = Periode(debut_mois(premiere.date()), arrete)
    series = [serie_mensuelle(Vue(bases), periode, nom) for nom in ("entrees", "sorties")]
    return annees_offertes(series[0], series[1], arrete)
