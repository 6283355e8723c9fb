"""The four figures that the report gives by quartier.

Source: rapport d'activité 2016, « Répartition par QPV » and the chapter on the clauses
(orientations, salariés en file active, sorties positives).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.clauses_parcours import TOUS_QUARTIERS
from plie_metrics.territoire.quartiers import Quartier
from plie_metrics.territoire.referentiel import Referentiel

CENT: Final = 100.0


@dataclass(frozen=True)
class IndicateurQuartier:
    """What is counted by quartier, and in which table of the report.

    `en_part`: the table prints shares (in %) of a whole, not counts. The report does not say which
    whole. We read « the participants who live in a QPV »: the three quartiers printed add up to
    more than the share of all the QPV among the participants, so it cannot be all of them.
    `base`: that whole in a few words, for a label (« 40 % du public QPV »).
    """

    nom: str
    tableau: str
    intitule: str
    singulier: str
    pluriel: str
    en_part: bool = False
    base: str = ""


INDICATEURS: Final = (
    IndicateurQuartier(
        "participants",
        "qpv_accompagnes",
        "Répartition des participants des QPV",
        "des participants habitant un QPV",
        "des participants habitant un QPV",
        en_part=True,
        base="du public QPV",
    ),
    IndicateurQuartier(
        "candidats",
        "clauses_orientations_qpv",
        "Candidats des clauses",
        "candidat",
        "candidats",
    ),
    IndicateurQuartier(
        "salaries", "clauses_salaries_qpv", "Salariés des clauses", "salarié", "salariés"
    ),
    IndicateurQuartier(
        "sorties",
        "clauses_sorties_qpv",
        "Sorties des clauses",
        "sortie positive",
        "sorties positives",
    ),
)


class Nature(StrEnum):
    """What the quartiers of a printed line are: QPV, quartier de veille, or both together."""

    QPV = "qpv"
    VEILLE = "veille"
    MIXTE = "mixte"


class Statut(StrEnum):
    """How the figure of one quartier is known."""

    IMPRIME = "imprime"
    GROUPE = "groupe"  # printed together with another quartier
    DEDUIT = "deduit"  # not printed, but the others reach the total: 0
    NON_DETAILLE = "non_detaille"


@dataclass(frozen=True)
class ChiffreQuartier:
    """One printed line: its quartiers (two when the report does not separate them), its value."""

    quartiers: tuple[Quartier, ...]
    valeur: float

    @property
    def code(self) -> str:
        """The code of its first quartier."""
        return self.quartiers[0].code

    @property
    def nom(self) -> str:
        """« Les Grésilles », « Le Bief du Moulin / Longvic Guynemer »."""
        return " / ".join(quartier.nom for quartier in self.quartiers)

    @property
    def nature(self) -> Nature:
        """QPV, veille, or both together."""
        qpv = {quartier.est_qpv for quartier in self.quartiers}
        if len(qpv) == 2:
            return Nature.MIXTE
        return Nature.QPV if qpv == {True} else Nature.VEILLE

    @property
    def point(self) -> tuple[float, float] | None:
        """Where to draw it: the first of its quartiers whose position is known."""
        return next((q.point for q in self.quartiers if q.point), None)


@dataclass(frozen=True)
class Repartition:
    """An indicator split by quartier, the largest first; `total` is the printed whole."""

    indicateur: IndicateurQuartier
    chiffres: tuple[ChiffreQuartier, ...]
    total: float

    @property
    def reste(self) -> float:
        """What the report attributes to no named quartier: said, never placed."""
        return self.total - sum(chiffre.valeur for chiffre in self.chiffres)

    def somme(self, nature: Nature) -> float:
        """The sum of the lines of that nature."""
        return sum(chiffre.valeur for chiffre in self.chiffres if chiffre.nature is nature)

    def du_quartier(self, code: str) -> ChiffreQuartier | None:
        """The printed line where this quartier is, alone or with another."""
        for chiffre in self.chiffres:
            if code in {quartier.code for quartier in chiffre.quartiers}:
                return chiffre
        return None

    def statut(self, code: str) -> Statut:
        """How the figure of this quartier is known."""
        chiffre = self.du_quartier(code)
        if chiffre is not None:
            return Statut.IMPRIME if len(chiffre.quartiers) == 1 else Statut.GROUPE
        return Statut.NON_DETAILLE if self.reste else Statut.DEDUIT


def indicateur(nom: str) -> IndicateurQuartier:
    """The indicator of that name, the first one when the name is unknown."""
    return next((i for i in INDICATEURS if i.nom == nom), INDICATEURS[0])


def repartition(
    rapport: Publication, territoire: Referentiel, quoi: IndicateurQuartier
) -> Repartition:
    """The lines of the indicator's table that name a quartier.

    Raises ChiffreAbsent (no table) or QuartierInconnu (a code that qpv.csv does not have).
    """
    lignes = rapport.tableau(quoi.tableau)
    par_code = {ligne.modalites.get("qpv", ""): ligne.nombre for ligne in lignes}
    chiffres = [
        ChiffreQuartier(tuple(territoire.quartier(c) for c in codes.split("+")), valeur)
        for codes, valeur in par_code.items()
        if codes and codes != TOUS_QUARTIERS
    ]
    total = CENT if quoi.en_part else par_code.get(TOUS_QUARTIERS, sum(c.valeur for c in chiffres))
    ordonnes = sorted(chiffres, key=lambda chiffre: -chiffre.valeur)
    return Repartition(quoi, tuple(ordonnes), total)
