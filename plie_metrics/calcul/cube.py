"""A population over a period, read once with every dimension: then broken down many ways.

For whoever asks for a whole list of breakdowns at once: the same figures as `sommes`, without
asking the engine each time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from plie_metrics.calcul.lignes import colonnes
from plie_metrics.calcul.mesure import Cle, Sommes
from plie_metrics.calcul.modalites import nommer
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.filtres import Filtres

Vecteur = Any


@dataclass(frozen=True, eq=False)
class Cube:
    """`codes`: for each dimension, the rank of the modality of each row; `unites`: what counts
    once in each modality, None when each row counts."""

    modalites: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Vecteur]
    unites: Vecteur | None
    sommes: Mapping[str, Vecteur]

    @property
    def taille(self) -> int:
        """Rows."""
        return len(next(iter(self.sommes.values())))

    def par(self, dims: Sequence[str], noms: Sequence[str] = ()) -> Mapping[Cle, Sommes]:
        """The sums (all, or those named) by combination of these dimensions, only those met."""
        cases = self._cases(dims)
        rangs = self._distinctes(cases)
        trouvees, places = np.unique(cases[rangs], return_inverse=True)
        totaux = [
            np.bincount(places, weights=self.sommes[nom][rangs], minlength=len(trouvees))
            for nom in noms or self.sommes
        ]
        plats = [
            (total if self.sommes[nom].dtype.kind == "f" else np.rint(total).astype(int)).tolist()
            for nom, total in zip(noms or self.sommes, totaux, strict=True)
        ]
        return {
            self._cle(case, dims): dict(zip(noms or self.sommes, valeurs, strict=True))
            for case, *valeurs in zip(trouvees.tolist(), *plats, strict=True)
        }

    def total(self, noms: Sequence[str]) -> Sommes:
        """The sums over all the rows, 0 when there is none."""
        return self.par((), noms).get((), dict.fromkeys(noms, 0))

    def _cases(self, dims: Sequence[str]) -> Vecteur:
        """The combination of modalities of each row, as one number."""
        cases = np.zeros(self.taille, dtype=np.int64)
        for dim in dims:
            cases = cases * len(self.modalites[dim]) + self.codes[dim]
        return cases

    def parmi(self, dim: str, modalites: Collection[str]) -> Vecteur:
        """True on the rows whose modality is one of these."""
        retenues = np.fromiter((m in modalites for m in self.modalites[dim]), dtype=bool)
        return retenues[self.codes[dim]] if len(retenues) else self.codes[dim] > 0

    def masque(self, filtres: Filtres) -> Vecteur:
        """True on the rows that every active filter keeps."""
        masques = [self.parmi(nom, valeurs) for nom, valeurs in filtres.actifs.items()]
        return np.logical_and.reduce(masques) if masques else np.ones(self.taille, dtype=bool)

    def garder(self, masque: Vecteur) -> "Cube":
        """The same without the rows where the mask is False."""
        return Cube(
            self.modalites,
            {dim: codes[masque] for dim, codes in self.codes.items()},
            None if self.unites is None else self.unites[masque],
            {nom: colonne[masque] for nom, colonne in self.sommes.items()},
        )

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
    rangees = {dim: _ranger(lues[dim]) for dim in demande.dims}
    unites = pd.factorize(lues[population.unite])[0] if population.unite else None
    return Cube(
        {
            dim: tuple(nommer(dim, modalite) for modalite in modalites)
            for dim, (_, modalites) in rangees.items()
        },
        {dim: codes.astype(np.int32) for dim, (codes, _) in rangees.items()},
        None if unites is None else unites.astype(np.int64),
        {nom: lues[nom].to_numpy() for nom in demande.sommes},
    )


def _ranger(colonne: pd.Series) -> tuple[Vecteur, Any]:
    """The rank of the modality of each row, and the modalities (some may be borne by no row)."""
    if isinstance(colonne.dtype, pd.CategoricalDtype):
        return colonne.cat.codes.to_numpy(), colonne.cat.categories
    return pd.factorize(colonne)


def _unite(population: Population) -> tuple[str, ...]:
    return (population.unite,) if population.unite else ()
