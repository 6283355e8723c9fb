"""The path of the clauses, step by step, with the people who live in a priority quarter.

The four steps of a year are not one cohort: a salarié may have been oriented a year before.
Source: rapport d'activité 2016, « Bilan PLIE - Clauses insertion ».
"""

from dataclasses import dataclass
from typing import Final

from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient

# modality of the total row of a table of quarters, where the report counts the veille too
TOUS_QUARTIERS: Final = "oui+veille"


@dataclass(frozen=True)
class Quartiers:
    """Out of `effectif` people, those who live in a priority quarter, by kind of quarter.

    `qpv`: quartiers prioritaires; `veille`: quartiers de veille, which are not QPV;
    `indistincts`: printed on one line for a QPV and a quartier de veille together.
    """

    effectif: float
    qpv: float
    veille: float
    indistincts: float

    @property
    def total(self) -> float:
        """All of them, which the report prints as « quartiers prioritaires »."""
        return self.qpv + self.veille + self.indistincts

    @property
    def part_qpv(self) -> Quotient:
        """People certainly in a QPV, over all."""
        return Quotient(self.qpv, self.effectif)

    @property
    def part_qpv_haute(self) -> Quotient:
        """The same with those whose line mixes a QPV and a quartier de veille."""
        return Quotient(self.qpv + self.indistincts, self.effectif)

    @property
    def part_avec_veille(self) -> Quotient:
        """The same with the quartiers de veille."""
        return Quotient(self.total, self.effectif)


@dataclass(frozen=True)
class Etape:
    """A step: its name, its count, the step that it is a share of, and its quarters.

    `base` is None where the people of the step are another cohort. Where the report prints a
    share of quarters but no count, `quartiers` is None and `part_imprimee` is it (0.32).
    """

    nom: str
    effectif: float
    base: "Etape | None" = None
    quartiers: Quartiers | None = None
    part_imprimee: float | None = None

    @property
    def taux(self) -> Quotient | None:
        """effectif / effectif of the base; None for another cohort."""
        return Quotient(self.effectif, self.base.effectif) if self.base else None

    @property
    def part_basse(self) -> float | None:
        """Share certainly in a QPV, or the printed one; None when nothing is known."""
        return self.quartiers.part_qpv.valeur if self.quartiers else self.part_imprimee


def parcours(rapport: Publication) -> tuple[Etape, ...]:
    """Orientations, candidats validés, salariés, sorties positives, in that order.

    A rate joins a step to another only where the people are the same: validés to orientations,
    sorties to salariés; between validés and salariés there is none.
    """
    orientations = _etape(rapport, "orientations", "clauses_orientations.phrase.total")
    valides = Etape(
        "candidats_valides",
        rapport.valeur("ra2016.clauses_validations.total"),
        base=orientations,
        part_imprimee=rapport.valeur("ra2016.clauses_validations.part_qpv") / 100,
    )
    salaries = _etape(rapport, "salaries", "clauses_salaries.total")
    sorties = _etape(rapport, "sorties", "clauses_sorties.total", base=salaries)
    return (orientations, valides, salaries, sorties)


def _etape(rapport: Publication, nom: str, identifiant: str, base: Etape | None = None) -> Etape:
    effectif = rapport.valeur(f"ra2016.{identifiant}")
    sommes = {"qpv": 0.0, "veille": 0.0, "indistincts": 0.0}
    for chiffre in rapport.tableau(f"clauses_{nom}_qpv"):
        code = chiffre.modalites["qpv"]
        if code != TOUS_QUARTIERS:
            sommes[_genre(code)] += chiffre.nombre
    return Etape(nom, effectif, base, Quartiers(effectif, **sommes))


def _genre(code: str) -> str:
    if "+" in code:
        return "indistincts"
    return "veille" if code.startswith("VEILLE") else "qpv"
