"""How long ago the people of the file active were last received.

Source: appel à projets 2018, « Le plan d'action 2018 » (one compulsory entretien a month).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

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


def mesurer_anciennetes(
    parcours: pd.DataFrame, tous: pd.DataFrame, entretiens: pd.DataFrame, jour: date
) -> Anciennetes:
    """The people of `parcours` open at the evening of that day, by their last entretien.

    As `taux_entretien_mensuel`, an entretien counts on any of the person's parcours: `tous` are
    those of the snapshot, whatever the filters.
    """
    au = pd.Timestamp(jour)
    sortie = parcours["date_sortie"]
    ouverts = parcours[(parcours["date_entree"] <= au) & (sortie.isna() | (sortie > au))]
    personnes = ouverts["participant_id"].unique()
    passes = entretiens.loc[entretiens["date"] <= au, ["parcours_id", "date"]]
    dates = passes.merge(tous[["parcours_id", "participant_id"]], on="parcours_id")
    derniers = dates.groupby("participant_id")["date"].max().reindex(personnes)
    jours = (au - derniers.dropna()).dt.days
    coupes = pd.cut(jours, [-1, *BORNES, float("inf")], labels=False)
    par_classe = coupes.value_counts().reindex(range(len(BORNES) + 1), fill_value=0)
    return Anciennetes(jour, tuple(int(n) for n in par_classe), int(derniers.isna().sum()))
