"""The recipe of every indicator, by id."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.calcul import (
    clauses,
    entrees,
    etapes,
    file_active,
    prescriptions,
    publics,
    sorties,
)
from plie_metrics.calcul.recette import Population, Recette
from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import plus_proches

RECETTES: Final[Mapping[str, Recette]] = MappingProxyType(
    {
        **entrees.RECETTES,
        **file_active.RECETTES,
        **publics.RECETTES,
        **sorties.RECETTES,
        **etapes.RECETTES,
        **prescriptions.RECETTES,
        **clauses.RECETTES,
    }
)


class IndicateurInconnu(ErreurPlie):
    """An indicator that the catalogue does not define; the nearest ones are told."""


def definition(identifiant: str) -> Indicateur:
    """The catalogue's entry; raises IndicateurInconnu."""
    try:
        return charger()[identifiant]
    except KeyError:
        proches = ", ".join(plus_proches(identifiant, charger()))
        raise IndicateurInconnu(
            f"L’indicateur « {identifiant} » n’existe pas ; les plus proches : {proches}."
        ) from None


def par_population(identifiants: Iterable[str]) -> Mapping[Population, list[str]]:
    """The indicators grouped by what they count, so that each population is computed once."""
    groupes: dict[Population, list[str]] = {}
    for identifiant in identifiants:
        definition(identifiant)
        groupes.setdefault(RECETTES[identifiant].population, []).append(identifiant)
    return groupes
