"""Sex and class of age of the people of the year: every margin of the report at once.

The parcours are grouped by block and by what they become; whole numbers per (group, sex, class)
are then found by an exact integer program, and dealt out within each group.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.repartition import (
    Entiers,
    Marge,
    Reels,
    ajuster,
    croiser,
    repartir,
)
from plie_metrics.schema import MOTIFS_POSITIFS

SEXES: Final = ("H", "F")
CLASSES: Final = ("15-24", "25-44", "45-54", "55-64")


@dataclass(frozen=True)
class Groupes:
    """Parcours of the year by (block, nature): name of each group and group of each parcours."""

    noms: tuple[tuple[str, str], ...]
    groupe: Entiers

    @property
    def tailles(self) -> Entiers:
        """Parcours in each group."""
        return np.bincount(self.groupe, minlength=len(self.noms))


def sexe_et_classe(parcours: pd.DataFrame, cibles: Cibles, rng: np.random.Generator) -> Any:
    """Cell (sex, class) of each parcours of the year, flat index in SEXES × CLASSES; -1 elsewhere.

    Class of age: of the published year. The margins of the accompagnés, the entrées, the sorties
    and the sorties positives hold together; the second parcours of someone who comes back has
    the cell of the first.
    """
    retour = parcours["retour"].to_numpy()
    reviennent = (retour >= 0) & (parcours["bloc"] == "D").to_numpy()
    suivis = parcours["bloc"].isin(["A", "B", "C", "D"]).to_numpy() & ~reviennent
    accompagnes = _table(cibles.accompagnes)
    doubles = repartir(cibles.retours, accompagnes.ravel()).reshape(accompagnes.shape)
    groupes = _groupes(parcours[suivis])
    table = croiser(
        _attendu(groupes, accompagnes, cibles), _marges(groupes, accompagnes, doubles, cibles)
    )
    cellule = np.full(len(parcours), -1, dtype=np.int64)
    cellule[suivis] = _distribuer(groupes, table, rng)
    partis = np.flatnonzero((retour >= 0) & ~reviennent)
    cellule[np.flatnonzero(reviennent)[np.argsort(retour[reviennent])]] = cellule[
        partis[np.argsort(retour[partis])]
    ]
    return cellule


def _table(accompagnes: Mapping[tuple[str, str], int]) -> Entiers:
    return np.array([[accompagnes[sexe, classe] for classe in CLASSES] for sexe in SEXES])


def _groupes(parcours: pd.DataFrame) -> Groupes:
    motif = parcours["motif_sortie"]
    nature = np.select(
        [
            motif.isna(),
            motif == "chantier_insertion_senior",
            motif.isin(MOTIFS_POSITIFS),
            motif.isin(["maternite"]),
            motif.isin(["retraite"]),
        ],
        ["ouvert", "senior", "positive", "maternite", "retraite"],
        "autre",
    )
    bloc = np.where(parcours["retour"] >= 0, "retour", parcours["bloc"])
    cles = pd.MultiIndex.from_arrays([bloc, nature])
    groupe, noms = pd.factorize(cles, sort=True)
    return Groupes(tuple(noms), groupe.astype(np.int64))


def _attendu(groupes: Groupes, accompagnes: Entiers, cibles: Cibles) -> Reels:
    """What independence would give in each (group, sex, class), impossible cells at 0."""
    entrees = ajuster(
        accompagnes.astype(float),
        [
            (0, [cibles.entrees_sexe[sexe] for sexe in SEXES]),
            (1, [cibles.entrees_age[classe] for classe in CLASSES]),
        ],
    )
    stock = np.maximum(accompagnes - entrees, 0)
    attendu = np.empty((len(groupes.noms), *accompagnes.shape))
    for rang, (bloc, nature) in enumerate(groupes.noms):
        profil = (entrees if bloc in ("C", "D") else stock) * _possibles(bloc, nature)
        attendu[rang] = groupes.tailles[rang] * profil / profil.sum()
    return attendu


def _possibles(bloc: str, nature: str) -> Reels:
    """1 where the group may hold people of this (sex, class), else 0."""
    possibles = np.ones((len(SEXES), len(CLASSES)))
    if nature == "maternite":
        possibles[0, :] = 0
        possibles[:, 2:] = 0
    if nature in ("retraite", "senior"):
        possibles[:, :3] = 0
    if bloc == "retour":
        possibles[:, 0] = 0
    return possibles


def _marges(
    groupes: Groupes, accompagnes: Entiers, doubles: Entiers, cibles: Cibles
) -> list[Marge]:
    """Every published margin, on the parcours but the second of those who come back."""
    forme = (len(groupes.noms), *accompagnes.shape)
    blocs = np.array([bloc for bloc, _ in groupes.noms])
    natures = np.array([nature for _, nature in groupes.noms])
    entrent = np.isin(blocs, ["C", "D"])
    sortent = natures != "ouvert"
    positives = np.isin(natures, ["positive", "senior"])

    def marge(total: int, groupe: Any = True, sexe: Any = True, classe: Any = True) -> Marge:
        axes = [
            np.broadcast_to(
                np.asarray(choix).reshape([-1 if i == axe else 1 for i in range(3)]), forme
            )
            for axe, choix in enumerate((groupe, sexe, classe))
        ]
        return Marge(axes[0] & axes[1] & axes[2], int(total))

    rangs = np.arange(len(groupes.noms))
    marges = [marge(n, rangs == rang) for rang, n in enumerate(groupes.tailles)]
    for s, sexe in enumerate(SEXES):
        ce_sexe = np.arange(len(SEXES)) == s
        marges += [
            marge(cibles.entrees_sexe[sexe] - doubles[s].sum(), entrent, ce_sexe),
            marge(cibles.sorties_sexe[sexe], sortent, ce_sexe),
            marge(cibles.positives_sexe[sexe], positives, ce_sexe),
        ]
    for a, classe in enumerate(CLASSES):
        cette_classe = np.arange(len(CLASSES)) == a
        marges.append(
            marge(cibles.entrees_age[classe] - doubles[:, a].sum(), entrent, True, cette_classe)
        )
        for s in range(len(SEXES)):
            ce_sexe = np.arange(len(SEXES)) == s
            marges.append(marge(accompagnes[s, a], True, ce_sexe, cette_classe))
            marges.append(marge(doubles[s, a], blocs == "retour", ce_sexe, cette_classe))
    return marges


def _distribuer(groupes: Groupes, table: Entiers, rng: np.random.Generator) -> Entiers:
    """The cell of each parcours of each group, shuffled within the group."""
    cellule = np.empty(len(groupes.groupe), dtype=np.int64)
    for rang, effectifs in enumerate(table):
        places = np.flatnonzero(groupes.groupe == rang)
        cellule[places] = rng.permutation(np.repeat(np.arange(effectifs.size), effectifs.ravel()))
    return cellule
