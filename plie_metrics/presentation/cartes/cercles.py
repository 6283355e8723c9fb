"""Proportional circles: the area, not the radius, says the value."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation.cartes.cadre import Cadre, Point
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.territoire.indicateurs import (
    CENT,
    ChiffreQuartier,
    IndicateurQuartier,
    Nature,
    Repartition,
)
from plie_metrics.typographie import typographier

RAYON_MAX: Final = 25.0


@dataclass(frozen=True)
class Cercle:
    """One circle of the map: its figure, its centre (degrees and pixels), its radius in pixels."""

    chiffre: ChiffreQuartier
    lieu: Point
    centre: Point
    rayon: float
    etiquette: str

    @property
    def nature(self) -> Nature:
        """QPV, veille, or both together."""
        return self.chiffre.nature


def rayon(valeur: float, maximum: float) -> float:
    """Radius in pixels: `maximum` has RAYON_MAX, a quarter of it half that radius."""
    return RAYON_MAX * math.sqrt(valeur / maximum) if maximum > 0 else 0.0


def valeur_ecrite(quoi: IndicateurQuartier, valeur: float) -> str:
    """« 40 % » for a share, « 19 » for a count."""
    return pourcent(valeur / CENT) if quoi.en_part else nombre(valeur)


def echelle(repartitions: Sequence[Repartition], quoi: IndicateurQuartier) -> float:
    """The value of the largest circle: one scale for all the counts, one for the shares."""
    return max(
        (
            chiffre.valeur
            for repartition in repartitions
            for chiffre in repartition.chiffres
            if repartition.indicateur.en_part == quoi.en_part
        ),
        default=0.0,
    )


def _etiquette(chiffre: ChiffreQuartier, quoi: IndicateurQuartier) -> str:
    """« Les Grésilles 19 »; a share says of what, on a line of its own."""
    ecrit = valeur_ecrite(quoi, chiffre.valeur)
    texte = f"{chiffre.nom}\n{ecrit} {quoi.base}" if quoi.base else f"{chiffre.nom} {ecrit}"
    return typographier(texte)


def cercles(repartition: Repartition, maximum: float, cadre: Cadre) -> tuple[Cercle, ...]:
    """The circles of an indicator; a figure whose quartiers have no position has none."""
    return tuple(
        Cercle(
            chiffre,
            chiffre.point,
            cadre.pixel(chiffre.point),
            rayon(chiffre.valeur, maximum),
            _etiquette(chiffre, repartition.indicateur),
        )
        for chiffre in repartition.chiffres
        if chiffre.point
    )
