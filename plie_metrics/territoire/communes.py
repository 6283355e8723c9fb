"""Communes and the dates between which each one exists.

A code alone is not a commune: 21452 is Neuilly-lès-Dijon until 27/02/2019, then Neuilly-Crimolois
(merger with Crimolois). Every lookup therefore takes a code and a date.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plie_metrics.erreurs import ErreurPlie


class CommuneInconnue(ErreurPlie):
    """No commune has this code at this date."""


@dataclass(frozen=True)
class Commune:
    """A commune, from `valable_du` to `valable_au`, both days included (None: no bound known).

    `population` is the population municipale of 2016 (INSEE); `lat`, `lon` the centre in degrees.
    """

    insee: str
    nom: str
    valable_du: date | None
    valable_au: date | None
    population: int
    lat: float
    lon: float

    def existe(self, quand: date) -> bool:
        """True when the commune exists on that day."""
        commencee = self.valable_du is None or self.valable_du <= quand
        return commencee and (self.valable_au is None or quand <= self.valable_au)


def communes_au(communes: Sequence[Commune], quand: date) -> tuple[Commune, ...]:
    """The communes that exist on that day, in the order of the file."""
    return tuple(commune for commune in communes if commune.existe(quand))


def trouver(communes: Sequence[Commune], insee: str, quand: date) -> Commune:
    """The commune of that code on that day; raises CommuneInconnue, a French sentence."""
    for commune in communes_au(communes, quand):
        if commune.insee == insee:
            return commune
    raise CommuneInconnue(
        f"Aucune commune de data/territoire/communes.csv ne porte le code {insee} au "
        f"{quand:%d/%m/%Y}. Vérifiez le code INSEE et les dates de validité."
    )


def population(communes: Sequence[Commune]) -> int:
    """Inhabitants of these communes together (population municipale 2016)."""
    return sum(commune.population for commune in communes)
