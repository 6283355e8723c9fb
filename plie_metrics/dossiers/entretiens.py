"""How long ago the people of the file active were last received.

Source: appel à projets 2018, « Le plan d'action 2018 » (one compulsory entretien a month).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

BORNES: Final = (31, 62, 93, 186)
"""Days, upper bounds included: one, two, three, six months."""


@dataclass(frozen=True)
class Anciennetes:
    """People by days since their last entretien: one count a class of BORNES, then beyond.

    `jamais`: none is known, on any of their parcours.
    """

    jour: date
    par_classe: tuple[int, ...]
    jamais: int

    @property
    def total(self) -> int:
        """The file active."""
        return sum(self.par_classe) + self.jamais


def mesurer_anciennetes(parcours: pd.DataFrame, derniers: pd.Series, jour: date) -> Anciennetes:
    """The people of `parcours` open at the evening of that day, by their last entretien.

    `derniers`: their days by person, whatever the filters (`Fonds.derniers`).
    """
    au = pd.Timestamp(jour)
    sortie = parcours["date_sortie"]
    ouverts = parcours[(parcours["date_entree"] <= au) & (sortie.isna() | (sortie > au))]
    leurs = derniers.reindex(ouverts["participant_id"].unique())
    jours = (au - leurs.dropna()).dt.days
    rangs = np.searchsorted(BORNES, jours)
    par_classe = np.bincount(rangs, minlength=len(BORNES) + 1)
    return Anciennetes(jour, tuple(par_classe.tolist()), int(leurs.isna().sum()))
