"""A population over a period, read once with every dimension: then broken down many ways.

For whoever asks for a whole list of breakdowns at once: the same figures as `sommes`, without
asking the engine each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from plie_metrics.calcul.lignes import colonnes
from plie_metrics.calcul.mesure import Nombre
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.calcul.sommes import Cle, Sommes

Vecteur = Any


@dataclass(frozen=True, eq=False)
class Cube:
    """`codes`: for each dimension, the rank of the modality of each row; `unites`: what counts
    once in each modality, None when each row counts."""

    modalites: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Vecteur]
    unites: Vecteur | None
    sommes: Mapping[str, Vecteur]

    def par(self, dims: Sequence[str]) -> Mapping[Cle, Sommes]:
        """The sums by combination of these dimensions, only those met; () for the whole."""
        cases = np.zeros(len(next(iter(self.sommes.values()))), dtype=np.int64)
        for dim in dims:
            cases = cases * len(self.modalites[dim]) + self.codes[dim]
        rangs = self._distinctes(cases)
        trouvees, places = np.unique(cases[rangs], return_inverse=True)
        totaux = {
            nom: np.bincount(places, weights=colonne[rangs], minlength=len(trouvees))
            for nom, colonne in self.sommes.items()
        }
        return {
            self._cle(int(case), dims): {
                nom: _nombre(total[rang], self.sommes[nom]) for nom, total in totaux.items()
            }
            for rang, case in enumerate(trouvees)
        }

    def _distinctes(self, cases: Vecteur) -> Vecteur:
        """The rows to count: one a unit and combination of modalities."""
        if self.unites is None or not len(cases):
            return np.arange(len(cases))
        doubles = self.unites * (int(cases.max()) + 1) + cases
        return np.unique(doubles, return_index=True)[1]

    def _cle(self, case: int, dims: Sequence[str]) -> Cle:
        cle: list[str] = []
        for dim in reversed(dims):
            case, code = divmod(case, len(self.modalites[dim]))
            cle.append(self.modalites[dim][code])
        return tuple(reversed(cle))


def lire(population: Population, demande: Demande) -> Cube:
    """The rows of the population with all of `demande.dims` and `demande.sommes`."""
    voulues = colonnes(*_unite(population), *demande.dims, *demande.sommes)
    lues: pd.DataFrame = population.lignes(demande).select(*voulues).collect().to_pandas()
    rangees = {dim: pd.factorize(lues[dim].astype(object)) for dim in demande.dims}
    unites = pd.factorize(lues[population.unite])[0] if population.unite else None
    return Cube(
        {dim: tuple(str(m) for m in modalites) for dim, (_, modalites) in rangees.items()},
        {dim: codes.astype(np.int64) for dim, (codes, _) in rangees.items()},
        None if unites is None else unites.astype(np.int64),
        {nom: lues[nom].to_numpy() for nom in demande.sommes},
    )


def _unite(population: Population) -> tuple[str, ...]:
    return (population.unite,) if population.unite else ()


def _nombre(total: Any, colonne: Vecteur) -> Nombre:
    return float(total) if colonne.dtype.kind == "f" else round(total)
