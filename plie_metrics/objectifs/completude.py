"""How complete a month is at the arrêté, and which months are provisional.

From the dates of data entry alone: nothing is known, and it is said, where the extract has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import pandas as pd

from plie_metrics.objectifs.cloture import saisie_rattrapee
from plie_metrics.objectifs.delais import Delais, mesurer_delais
from plie_metrics.periodes import Periode
from plie_metrics.schema import MOTIFS_POSITIFS

SEUIL_PROVISOIRE: Final = 0.95
"""A month of which less is expected to be entered is provisional."""
SANS_DATES: Final = (
    "Les dates de saisie sont absentes de cet extrait : les mois récents sont comptés comme s’ils "
    "étaient complets."
)
SANS_FAIT: Final = (
    "L’extrait ne date pas la saisie de ce qui est compté ici : les mois récents sont comptés "
    "comme s’ils étaient complets."
)
TROP_PEU: Final = (
    "Trop peu de saisies sont datées pour mesurer le délai de saisie : les mois récents sont "
    "comptés comme s’ils étaient complets."
)
RATTRAPEE: Final = "La saisie vient d’être rattrapée : les mois récents sont complets."


@dataclass(frozen=True)
class Fait:
    """A dated fact of the parcours and the day it is entered; `motifs`: only these exits."""

    jour: str
    saisie: str
    motifs: tuple[str, ...] = ()


ENTREE: Final = Fait("date_entree", "date_saisie_entree")
SORTIE: Final = Fait("date_sortie", "date_saisie_sortie")
POSITIVE: Final = Fait("date_sortie", "date_saisie_sortie", MOTIFS_POSITIFS)
FAITS: Final[Mapping[str, tuple[Fait, ...]]] = MappingProxyType(
    {
        "entrees": (ENTREE,),
        "sorties": (SORTIE,),
        "sorties_positives": (POSITIVE,),
        "taux_sorties_positives_brut": (SORTIE,),
        "taux_sorties_positives_net": (SORTIE,),
        "duree_moyenne_parcours": (SORTIE,),
        "file_active": (ENTREE, SORTIE),
        "personnes_accompagnees": (ENTREE,),
        "parcours_plus_30_mois": (SORTIE,),
    }
)
"""What must be entered for the indicator to be complete. A level depends on its two flows."""


@dataclass(frozen=True)
class Completude:
    """How complete the months of an indicator are, seen on `vu_le`.

    `delais`: one distribution a fact, none when unknown; `rattrapee`: the backlog has just been
    entered, every past month is complete. `motif` says in French what is not known, or why.
    """

    vu_le: date
    delais: tuple[Delais, ...] = ()
    rattrapee: bool = False
    motif: str | None = None

    def du(self, periode: Periode) -> float | None:
        """Share of the period's facts expected to be entered (0 to 1); None when unknown.

        Facts are spread evenly over the days of the period up to `vu_le`; a period still to come
        has none.
        """
        if periode.du > self.vu_le:
            return 0.0
        if self.rattrapee:
            return 1.0
        if not self.delais:
            return None
        passee = Periode(periode.du, min(periode.au, self.vu_le))
        return min(_part(delais, passee, self.vu_le) for delais in self.delais)

    def provisoire(self, periode: Periode) -> bool | None:
        """True under SEUIL_PROVISOIRE; None when unknown."""
        part = self.du(periode)
        return None if part is None else part < SEUIL_PROVISOIRE

    def part(self, periode: Periode) -> float:
        """The same share to compute with: 1 where it is unknown."""
        part = self.du(periode)
        return 1.0 if part is None else part


def _part(delais: Delais, periode: Periode, vu_le: date) -> float:
    jours = (periode.du + timedelta(days=rang) for rang in range(periode.jours))
    return sum(delais.part((vu_le - jour).days) for jour in jours) / periode.jours


def completude(identifiant: str, parcours: pd.DataFrame, arrete: date) -> Completude:
    """The completeness of an indicator's months from the table `parcours`, filters aside.

    Delays are those of the whole table: few entries of one référent would tell nothing.
    """
    faits = FAITS.get(identifiant)
    vu_le = derniere_saisie(parcours, arrete)
    if faits is None:
        return Completude(vu_le, motif=SANS_FAIT)
    if not all(parcours.get(fait.saisie, pd.Series()).notna().any() for fait in faits):
        return Completude(vu_le, motif=SANS_DATES)
    if _rattrapee(parcours, vu_le):
        return Completude(vu_le, rattrapee=True, motif=RATTRAPEE)
    mesures = [_delais(fait, parcours, vu_le) for fait in faits]
    connus = tuple(delais for delais in mesures if delais is not None)
    if len(connus) < len(faits):
        return Completude(vu_le, motif=TROP_PEU)
    return Completude(vu_le, connus)


def derniere_saisie(parcours: pd.DataFrame, arrete: date) -> date:
    """The day the extract was seen: the arrêté, or the last entry when some came after it."""
    jours = [arrete]
    for colonne in (ENTREE.saisie, SORTIE.saisie):
        if colonne in parcours and parcours[colonne].notna().any():
            jours.append(parcours[colonne].max().date())
    return max(jours)


def _delais(fait: Fait, parcours: pd.DataFrame, vu_le: date) -> Delais | None:
    lignes = parcours[parcours["motif_sortie"].isin(fait.motifs)] if fait.motifs else parcours
    return mesurer_delais(lignes[fait.jour], lignes[fait.saisie], vu_le)


def _rattrapee(parcours: pd.DataFrame, vu_le: date) -> bool:
    """A closing shows on the exits, whose delays are the longest, and holds for every entry."""
    if SORTIE.saisie not in parcours:
        return False
    delais = _delais(SORTIE, parcours, vu_le)
    return delais is not None and saisie_rattrapee(delais, parcours[SORTIE.saisie], vu_le)
