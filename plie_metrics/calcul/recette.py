"""How an indicator is counted: a population of rows, and the columns that are summed over it."""

from collections.abc import Callable
from dataclasses import dataclass

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode


@dataclass(frozen=True)
class Demande:
    """What a population is asked for: through which filters, when, with which columns.

    `dims` are the dimensions that each row must bear, `sommes` the columns to be summed.
    """

    vue: Vue
    periode: Periode
    dims: tuple[str, ...]
    sommes: tuple[str, ...]


@dataclass(frozen=True)
class Population:
    """The rows that an indicator counts, one a unit (person, parcours, étape…).

    `lignes` gives them, bearing `demande.dims` and `demande.sommes`. `tables`: what the snapshot
    must hold. `datee`: each row has its own month (`mois`), so that a monthly series is one pass;
    otherwise the population is asked again for each month. `suit_la_personne`: rows follow the
    filters through the participant, where known (column `connue`). `unite`: the column of what
    counts once in each modality; empty when each row counts.
    """

    nom: str
    tables: tuple[str, ...]
    lignes: Callable[[Demande], Lignes]
    datee: bool = False
    suit_la_personne: bool = False
    unite: str = ""


@dataclass(frozen=True)
class Recette:
    """An indicator over its population: the sum of `numerateur`, divided as said.

    Without `denominateur` (and without a base in the catalogue) it is a count. `diviseur` turns
    the numerator into its unit (days → months). `inconnus`: rows whose field is unknown;
    `inconnus_inclus` tells whether the denominator counts them.
    """

    population: Population
    numerateur: str
    denominateur: str | None = None
    diviseur: float = 1.0
    inconnus: str | None = None
    inconnus_inclus: bool = True

    @property
    def sommes(self) -> tuple[str, ...]:
        """The columns to be summed."""
        toutes = (self.numerateur, self.denominateur, self.inconnus)
        return tuple(colonne for colonne in toutes if colonne is not None)
