"""The primary rules: which cell is sensitive, what its mask tells, what must stay imaginable."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from plie_metrics.secret.differences import Difference
from plie_metrics.secret.grandeurs import GRANDEURS, Cle


class Genre(StrEnum):
    """A cell that the gate may show, or one that only a subtraction gives."""

    PUBLIEE = "publiee"
    DEDUITE = "deduite"


@dataclass(frozen=True)
class Cellule:
    """A cell and what a reader may imagine of it once it is masked.

    `minimum`, `maximum`: what the mask itself tells. `vise_min`, `vise_max`: values that a reader
    must not be able to exclude, for a sensitive cell (the value itself for another).
    """

    valeur: float
    genre: Genre
    minimum: float
    maximum: float
    vise_min: float
    vise_max: float
    sensible: bool


@dataclass(frozen=True)
class Regles:
    """The thresholds of one profile; `largeur`: share of 1 … threshold − 1 to keep possible."""

    seuil: int
    largeur: float
    dominance: float
    marge_somme: float
    facteur_extreme: int

    def est_petit(self, valeur: float) -> bool:
        """True for a count from 1 to threshold − 1."""
        return 0 < valeur < self.seuil

    def visees(self, valeur: float, minimum: float) -> tuple[float, float]:
        """The values that must stay possible around a small count, from `minimum` to k − 1."""
        etendue = max(1, round(self.largeur * (self.seuil - 1)))
        bas = max(minimum, min(valeur - (etendue + 1) // 2, self.seuil - 1 - etendue))
        return bas, bas + etendue

    def effectif(self, valeur: float) -> Cellule:
        """A count that may be shown: masked from 1 to threshold − 1, which its mask tells."""
        if self.est_petit(valeur):
            return Cellule(valeur, Genre.PUBLIEE, 1, self.seuil - 1, *self.visees(valeur, 1), True)
        return Cellule(valeur, Genre.PUBLIEE, self.seuil, inf, valeur, valeur, False)

    def somme(self, valeur: float, sensible: bool) -> Cellule:
        """A sum (hours, ages, months): if sensitive, it must stay unknown by a margin."""
        marge = self.marge_somme * valeur if sensible else 0
        return Cellule(
            valeur, Genre.PUBLIEE, 0, inf, max(valeur - marge, 0), valeur + marge, sensible
        )

    def deduit(self, valeur: float, sensible: bool = True) -> Cellule:
        """A count that no one shows, and of which no mask tells anything."""
        if sensible and self.est_petit(valeur):
            return Cellule(valeur, Genre.DEDUITE, 0, inf, *self.visees(valeur, 0), True)
        return Cellule(valeur, Genre.DEDUITE, 0, inf, valeur, valeur, False)

    def reste(self, valeur: float, denominateur: float) -> Cellule | None:
        """Denominator − numerator of a rate; None when it is known to be zero.

        At 100 % under 3 × threshold, the mask of the rate must leave the remainder imaginable.
        """
        plafond = self.seuil - 1
        if self.est_petit(valeur):
            return Cellule(valeur, Genre.DEDUITE, 1, plafond, *self.visees(valeur, 1), True)
        if valeur:
            return Cellule(valeur, Genre.DEDUITE, self.seuil, inf, valeur, valeur, False)
        if self.seuil <= denominateur < self.facteur_extreme * self.seuil:
            return Cellule(0, Genre.DEDUITE, 0, plafond, *self.visees(0, 0), True)
        return None


def classer(
    valeurs: Mapping[Cle, float],
    publiees: frozenset[Cle],
    differences: Mapping[Cle, Difference],
    dominees: frozenset[Cle],
    regles: Regles,
) -> dict[Cle, Cellule]:
    """Each cell under the rules; `dominees` are the sums that one company makes almost alone."""
    cellules: dict[Cle, Cellule] = {}
    for cle, valeur in valeurs.items():
        grandeur = GRANDEURS[cle[0]]
        if grandeur.somme:
            effectif = valeurs.get((grandeur.effectif or "", *cle[1:]), 0)
            petite = regles.est_petit(effectif) or cle in dominees
            cellules[cle] = regles.somme(valeur, petite)
        elif cle in publiees:
            cellules[cle] = regles.effectif(valeur)
        else:
            cellules[cle] = regles.deduit(valeur)
    for cle, difference in differences.items():
        trouvee = _difference(difference, valeurs, regles)
        if trouvee is not None:
            cellules[cle] = trouvee
    return cellules


def _difference(
    difference: Difference, valeurs: Mapping[Cle, float], regles: Regles
) -> Cellule | None:
    """The remainder of two cells; None when a reader may know that they are equal."""
    tout, partie = valeurs[difference.tout], valeurs.get(difference.partie, 0)
    if regles.est_petit(tout) or regles.est_petit(partie):
        # masked by itself, the rate tells nothing of its remainder
        return regles.deduit(difference.valeur, False)
    if not difference.du_taux:
        return regles.deduit(difference.valeur, difference.sensible) if difference.valeur else None
    return regles.reste(difference.valeur, tout)
