"""The rows of small multiples, and where things stand: shared by the marks and the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette

PAS: Final = 21
ENTETE: Final = 36
NOMS: Final = 272  # width in pixels of the names, at the left
SENS: Final = 24  # of which for the arrows
MARGE: Final = 14


@dataclass(frozen=True)
class Cellule:
    """What is written in a column: a value, and in grey after it how it is obtained."""

    valeur: str
    detail: str = ""
    couleur: str = palette.TEXTE


@dataclass(frozen=True)
class Colonne:
    """A column of written values: its two lines of heading, the width of values and of details."""

    titre: str
    suite: str
    valeurs: int
    details: int = 0


@dataclass(frozen=True)
class LigneEcart:
    """A row; `mot` says in words why it has no marks; `sens` is an arrow, the favourable way."""

    nom: str
    dont: bool
    sens: str
    depart: float | None
    repere: float | None
    cible: float | None
    cellules: tuple[Cellule, ...]
    mot: str = ""
    couleur: str = palette.TEXTE

    def position(self, valeur: float | None) -> float | None:
        """The ratio of a value to the start; None when one of them is unknown or the start is 0."""
        return valeur / self.depart if self.depart and valeur is not None else None


def ordonnee(hauteur: int) -> alt.Y:
    """Pixels from the top of a chart of that height."""
    return alt.Y("y:Q", scale=alt.Scale(domain=[hauteur, 0], nice=False), axis=None)


def milieu(rang: int) -> float:
    """The middle of a row, in pixels from the top."""
    return ENTETE + PAS * (rang + 0.5)


def donnees(lignes: Sequence[LigneEcart], **champs: Any) -> alt.Data:
    """One record a row: its height, and each field computed from the row."""
    return alt.Data(
        values=[
            {"y": milieu(rang), **{nom: calcul(ligne) for nom, calcul in champs.items()}}
            for rang, ligne in enumerate(lignes)
        ]
    )
