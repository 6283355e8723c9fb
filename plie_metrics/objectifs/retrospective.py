"""The back-test: at each month of the past years, what the model would have said, knowing only
what was entered by then, beside what came true and beside two naive forecasts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.cible import PLIE, Objectif
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.anterieur import tables_connues_le
from plie_metrics.objectifs.contexte import Contexte, preparer_contexte
from plie_metrics.objectifs.projection import Projection
from plie_metrics.objectifs.rythme import AUCUN
from plie_metrics.objectifs.suivi import FILE_ACTIVE, projeter
from plie_metrics.periodes import Periode, annee, annee_a_date, mois_de

INDICATEURS: Final = ("entrees", "sorties_positives", "file_active")


@dataclass(frozen=True)
class Essai:
    """What would have been said on `arrete` about the end of its year, and what was true.

    `lineaire`: the figure entered by then, prolonged in proportion to the days (as it is, for a
    level); `an_dernier`: the figure of the year before. Both are as they were then known.
    """

    indicateur: str
    arrete: date
    reel: float
    projection: Projection
    lineaire: float
    an_dernier: float

    @property
    def mois_restants(self) -> int:
        """Months to the end of the year."""
        return 12 - self.arrete.month


def retrospective(
    contexte: Contexte,
    tables: Mapping[str, pd.DataFrame],
    filtres: Filtres = AUCUN,
    indicateurs: Iterable[str] = INDICATEURS,
) -> tuple[Essai, ...]:
    """Every month end of the complete years but the first, which only teaches.

    `tables` are those of the context (`participants`, `parcours`). Nothing without two complete
    years. What cannot be projected then (no complete year known yet) is left out.
    """
    voulus = tuple(indicateurs)
    essais: list[Essai] = []
    for an in contexte.annees[1:]:
        reels = _valeurs(contexte, annee(an), filtres, voulus)
        for mois in mois_de(annee(an)):
            alors = preparer_contexte(mois.au, tables_connues_le(tables, mois.au))
            essais.extend(_essayer(alors, filtres, reels))
    return tuple(essais)


def _essayer(alors: Contexte, filtres: Filtres, reels: Mapping[str, float]) -> list[Essai]:
    an = alors.arrete.year
    faits = _valeurs(alors, annee_a_date(alors.arrete), filtres, reels)
    derniers = _valeurs(alors, annee(an - 1), filtres, reels)
    essais = []
    for nom, reel in reels.items():
        # the target does not change what is foreseen; what came true is a target like another
        projection = projeter(alors, Objectif(nom, PLIE, annee(an), reel), filtres).projection
        if projection.probabilite is not None:
            ligne = _prolonge(nom, faits[nom], alors.arrete)
            essais.append(Essai(nom, alors.arrete, reel, projection, ligne, derniers[nom]))
    return essais


def _valeurs(
    contexte: Contexte, periode: Periode, filtres: Filtres, noms: Iterable[str]
) -> dict[str, float]:
    mesures = calculer(contexte.vue(filtres), periode, noms)
    return {nom: float(mesure.valeur or 0) for nom, mesure in mesures.items()}


def _prolonge(nom: str, fait: float, arrete: date) -> float:
    if nom == FILE_ACTIVE:
        return fait
    return fait * annee(arrete.year).jours / annee_a_date(arrete).jours
