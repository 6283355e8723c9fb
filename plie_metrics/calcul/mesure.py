"""A figure with its parts: what an indicator is worth, and what the unknown could change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from plie_metrics.calcul.recette import Recette
from plie_metrics.catalogue import Indicateur

Nombre = int | float
Sommes = Mapping[str, Nombre]
Cle = tuple[str, ...]
Masque = Literal["primaire", "secondaire"]


@dataclass(frozen=True, slots=True)
class Mesure:
    """A value in the indicator's unit (a rate is a ratio), not rounded.

    `valeur` is None when undefined (0/0) or when it cannot be computed: `motif` then says why, in
    French. `numerateur` and `denominateur` are None for a count. `bornes`: lowest and highest the
    rate would be if every unknown were one way or the other; None when nothing is unknown.
    `masque`: the value is hidden from the profile, for itself or to protect another one.
    """

    valeur: Nombre | None
    numerateur: Nombre | None = None
    denominateur: Nombre | None = None
    bornes: tuple[float, float] | None = None
    motif: str | None = None
    masque: Masque | None = None


def mesurer(indicateur: Indicateur, recette: Recette, sommes: Mapping[str, Nombre]) -> Mesure:
    """The measure from the sums of the recipe's columns."""
    brut = sommes[recette.numerateur]
    numerateur = brut / recette.diviseur if recette.diviseur != 1 else brut
    if recette.denominateur is not None:
        denominateur: Nombre = sommes[recette.denominateur]
    elif indicateur.base is not None:
        denominateur = indicateur.base
    else:
        return Mesure(numerateur)
    valeur = numerateur / denominateur if denominateur else None
    inconnus = sommes[recette.inconnus] if recette.inconnus else 0
    return Mesure(
        valeur, numerateur, denominateur, _bornes(recette, numerateur, denominateur, inconnus)
    )


def _bornes(
    recette: Recette, numerateur: Nombre, denominateur: Nombre, inconnus: Nombre
) -> tuple[float, float] | None:
    if not inconnus:
        return None
    tous = denominateur if recette.inconnus_inclus else denominateur + inconnus
    return numerateur / tous, (numerateur + inconnus) / tous
