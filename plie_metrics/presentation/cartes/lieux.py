"""What a map is told of a place: its value, and how that value is known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Etat(StrEnum):
    """How the figure of a place is known; each looks different on the map and in words."""

    VALEUR = "valeur"
    ZERO = "zero"
    MASQUE = "masque"
    SANS_DONNEE = "sans_donnee"


class Nature(StrEnum):
    """A commune, a quartier prioritaire, or a quartier de veille, which is no QPV."""

    COMMUNE = "commune"
    QPV = "qpv"
    VEILLE = "veille"


NATURES: Final = {
    Nature.COMMUNE: "Commune",
    Nature.QPV: "Quartier prioritaire (QPV)",
    Nature.VEILLE: "Quartier de veille : ce n’est pas un QPV",
}


@dataclass(frozen=True)
class Lieu:
    """A place and its figure.

    `valeur` in the unit of the indicator, None unless `etat` is VALEUR or ZERO. `taille`: what the
    circle of a quartier is as large as, 0 where there is nothing or it is hidden. `ecrit`: the
    value in a few words, for a label. `detail`: the sentence of the tooltip, where a hidden value
    is hidden too.
    """

    code: str
    nom: str
    nature: Nature
    etat: Etat
    valeur: float | None
    taille: float
    ecrit: str
    detail: str
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Legende:
    """The words of the key: what tints the communes, what the circles are as large as."""

    communes: str
    cercles: str
    decimales: int = 0
    en_part: bool = False
