"""Where parcours come from over a period, and what they have become at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from plie_metrics.periodes import Periode
from plie_metrics.schema import MOTIFS_NEUTRES, MOTIFS_POSITIFS


class Origine(StrEnum):
    """Under way before the period, or begun within it."""

    AVANT = "avant"
    ENTREES = "entrees"


class Devenir(StrEnum):
    """What a parcours has become at the evening of the period's last day."""

    POSITIVE = "positive"
    NEUTRE = "neutre"
    AUTRE = "autre"
    EN_COURS = "en_cours"


@dataclass(frozen=True)
class Flux:
    """`comptes[origine, devenir]`: parcours followed over the period (not people), every pair."""

    periode: Periode
    comptes: Mapping[tuple[Origine, Devenir], int]

    def de(self, origine: Origine) -> int:
        """Parcours of that origin."""
        return sum(n for (la, _), n in self.comptes.items() if la is origine)

    def vers(self, devenir: Devenir) -> int:
        """Parcours that have become so."""
        return sum(n for (_, la), n in self.comptes.items() if la is devenir)

    @property
    def total(self) -> int:
        """Parcours followed at least one day of the period."""
        return sum(self.comptes.values())

    @property
    def sorties(self) -> int:
        """Those that ended: the indicator `sorties`."""
        return self.total - self.vers(Devenir.EN_COURS)


def suivre_flux(parcours: pd.DataFrame, periode: Periode) -> Flux:
    """The parcours with entrée ≤ au and (no sortie or sortie ≥ du), by origin and outcome.

    The days of the indicators `entrees` and `sorties`: both ends included, an exit on the last day
    is an exit. Columns: date_entree, date_sortie, motif_sortie.
    """
    du, au = pd.Timestamp(periode.du), pd.Timestamp(periode.au)
    entree, sortie = parcours["date_entree"], parcours["date_sortie"]
    suivis = parcours[(entree <= au) & (sortie.isna() | (sortie >= du))]
    origines = (suivis["date_entree"] >= du).map({True: Origine.ENTREES, False: Origine.AVANT})
    termine = suivis["date_sortie"] <= au
    comptes = {(o, d): 0 for o in Origine for d in Devenir}
    for origine, fini, motif in zip(origines, termine, suivis["motif_sortie"], strict=True):
        comptes[origine, _devenir(str(motif)) if fini else Devenir.EN_COURS] += 1
    return Flux(periode, comptes)


def _devenir(motif: str) -> Devenir:
    if motif in MOTIFS_POSITIFS:
        return Devenir.POSITIVE
    return Devenir.NEUTRE if motif in MOTIFS_NEUTRES else Devenir.AUTRE
