"""The clauses d'insertion of the annual report: hours and salariés, by contract and by sector.

Source of every figure: rapport d'activité 2016, « Bilan PLIE - Clauses insertion ».
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.quotient import Quotient

BTP: Final = "BTP"
SERVICES: Final = "SERVICES"


@dataclass(frozen=True)
class Contrat:
    """Hours done under one type of contract, and the salariés who held one."""

    type: str
    heures: float
    salaries: float

    @property
    def heures_par_salarie(self) -> Quotient:
        """Mean hours of a salarié under this type: hours / salariés."""
        return Quotient(self.heures, self.salaries)


@dataclass(frozen=True)
class Secteur:
    """One sector at each step of the path; `femmes` counts its salariées."""

    code: str
    orientations: float
    valides: float
    salaries: float
    femmes: float
    heures: float


@dataclass(frozen=True)
class Recouvrement:
    """Parts printed for a total that they exceed: somebody is counted in two of them.

    `explication` is the printed number of people counted twice, None when nothing is printed.
    """

    objet: str
    parts: tuple[float, ...]
    total: float
    explication: float | None

    @property
    def exces(self) -> float:
        """Sum of the parts − total: how many times somebody is counted once too many."""
        return sum(self.parts) - self.total


def contrats(rapport: Publication) -> tuple[Contrat, ...]:
    """Hours and salariés by type of contract, the most hours first.

    Source: « Heures réalisées par type de contrats ».
    """
    heures = _par_modalite(rapport.tableau("clauses_contrats", unite="heures"), "type_contrat")
    salaries = _par_modalite(
        rapport.tableau("clauses_contrats", unite="salaries", colonne="NOMBRE DE SALARIÉS"),
        "type_contrat",
    )
    lignes = [Contrat(nom, heures[nom], salaries[nom]) for nom in heures]
    return tuple(sorted(lignes, key=lambda contrat: -contrat.heures))


def secteurs(rapport: Publication) -> tuple[Secteur, ...]:
    """BTP then services: orientations, candidats validés, salariés (and women), hours.

    The orientations by sector (70 and 94 in 2016) are printed in cells merged over both rows,
    PLIE and AUTRE. The report prints the share of men in BTP, the count of women in services.
    """
    v = rapport.valeur
    hommes_btp = v("ra2016.clauses_salaries.btp") * v("ra2016.clauses_salaries.btp_hommes_part")
    return (
        Secteur(
            BTP,
            v("ra2016.clauses_orientations.ensemble.batiment"),
            v("ra2016.clauses_validations.btp"),
            v("ra2016.clauses_salaries.btp"),
            v("ra2016.clauses_salaries.btp") - hommes_btp / 100,
            v("ra2016.clauses_heures_secteur.btp"),
        ),
        Secteur(
            SERVICES,
            v("ra2016.clauses_orientations.ensemble.services"),
            v("ra2016.clauses_validations.services"),
            v("ra2016.clauses_salaries.services"),
            v("ra2016.clauses_salaries.services_femmes"),
            v("ra2016.clauses_heures_secteur.services"),
        ),
    )


def recouvrements(rapport: Publication) -> tuple[Recouvrement, ...]:
    """The three totals that their parts exceed: contracts, sectors of salariés, of validés.

    Only the first is explained in print (« 9 salariés ont travaillé avec un contrat de Travail
    Temporaire d'Insertion, avant de signer un contrat de professionnalisation »).
    """
    v = rapport.valeur
    par_secteur = secteurs(rapport)
    return (
        Recouvrement(
            "salariés par type de contrat",
            tuple(contrat.salaries for contrat in contrats(rapport)),
            v("ra2016.clauses_salaries.total"),
            v("ra2016.clauses_contrats.phrase.ctti_puis_cpro"),
        ),
        Recouvrement(
            "salariés par secteur",
            tuple(secteur.salaries for secteur in par_secteur),
            v("ra2016.clauses_salaries.total"),
            None,
        ),
        Recouvrement(
            "candidats validés par secteur",
            tuple(secteur.valides for secteur in par_secteur),
            v("ra2016.clauses_validations.total"),
            None,
        ),
    )


def part_femmes(rapport: Publication) -> Quotient:
    """Women among the salariés of the clauses."""
    v = rapport.valeur
    return Quotient(v("ra2016.clauses_salaries.femmes"), v("ra2016.clauses_salaries.total"))


def _par_modalite(chiffres: Sequence[Chiffre], dimension: str) -> dict[str, float]:
    return {c.modalites[dimension]: c.nombre for c in chiffres if dimension in c.modalites}
