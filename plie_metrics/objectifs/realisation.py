"""An objective and what was done: the rate travels with its two terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plie_metrics.catalogue import Indicateur
from plie_metrics.publications.chiffre import Publication

OBJECTIFS: Final = ("entrees", "file_active", "sorties_positives")


@dataclass(frozen=True)
class Realisation:
    """What was done for an indicator (`realise`), and what was aimed at (`objectif`), in its unit.

    Source: rapport d'activité 2016, « Appels à projets 2016 », opération « Portage de référent ».
    """

    indicateur: Indicateur
    realise: float
    objectif: float

    @property
    def taux(self) -> float | None:
        """realise / objectif; undefined (None) when nothing was aimed at."""
        return self.realise / self.objectif if self.objectif else None

    @property
    def ecart(self) -> float:
        """realise − objectif, in the indicator's unit: negative below the objective."""
        return self.realise - self.objectif

    @property
    def atteint(self) -> bool:
        """True when the objective is reached."""
        return self.ecart >= 0

    @property
    def manque(self) -> float | None:
        """Part of the objective that was not reached (0.19 = 19 % missing); None without one."""
        return None if self.taux is None else max(0.0, 1 - self.taux)


def realisations(
    rapport: Publication, catalogue: Mapping[str, Indicateur]
) -> tuple[Realisation, ...]:
    """The three objectives of the portage: entrées, file active, sorties positives.

    Source: rapport d'activité 2016, « Appels à projets 2016 », opération « Portage de référent ».
    """
    return tuple(
        Realisation(
            catalogue[nom],
            rapport.valeur(f"ra2016.portage.{nom}.realisation"),
            rapport.valeur(f"ra2016.portage.{nom}.objectif"),
        )
        for nom in OBJECTIFS
    )
