"""The national rules of co-traitance between the ANPE and the missions locales, 2006 to 2009.

Source: accord-cadre of 29 June 2006 and its avenant n° 1, reproduced in the report of the Conseil
national des missions locales (2009), and the report's own account of them.
"""

from dataclasses import dataclass
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.quotient import Quotient

ACCORD: Final = "cnml2009.accord_cadre"
FINANCEURS: Final = ("etat", "communes_epci", "regions", "departements")


@dataclass(frozen=True)
class Volumes:
    """Young people a year: all, those who are indemnisés, and the two parcours."""

    annuel: float
    indemnises: float
    accompagnee: float
    mobilisation: float
    tolerance: float

    @property
    def bornes(self) -> tuple[float, float]:
        """The yearly volumes that the tolerance accepts, both included."""
        return (self.annuel * (1 - self.tolerance), self.annuel * (1 + self.tolerance))

    @property
    def part_indemnises(self) -> Quotient:
        """Indemnisés among the young people of a year."""
        return Quotient(self.indemnises, self.annuel)


@dataclass(frozen=True)
class Cout:
    """What the ANPE pays: a unit cost for each young person who is indemnisé; in euros."""

    unitaire: float
    entrees: float
    imprime: float

    @property
    def total(self) -> float:
        """Entries × unit cost."""
        return self.entrees * self.unitaire


@dataclass(frozen=True)
class Financement:
    """The funding of the missions locales, in euros, and the printed shares (percent)."""

    total: float
    parts: tuple[Chiffre, ...]

    @property
    def non_detaille(self) -> float:
        """What the printed shares leave unsaid, in percent."""
        return 100 - sum(part.nombre for part in self.parts)


def volumes(rapport: Publication) -> Volumes:
    """Volumes and their split (article 2.4); the tolerance is told by the report (objectif 2)."""
    v = rapport.valeur
    annuel = v(f"{ACCORD}.effectif_annuel")
    return Volumes(
        annuel,
        v(f"{ACCORD}.effectif_indemnises"),
        annuel * v(f"{ACCORD}.part_accompagnee") / 100,
        annuel * v(f"{ACCORD}.part_mobilisation") / 100,
        v("cnml2009.cotraitance_volumes.tolerance") / 100,
    )


def cout(rapport: Publication) -> Cout:
    """Unit cost (article 2.6), paid entries (article 2.4), the amount that the report prints."""
    return Cout(
        rapport.valeur(f"{ACCORD}.cout_unitaire"),
        rapport.valeur(f"{ACCORD}.effectif_indemnises"),
        rapport.valeur("cnml2009.financement.cotraitance"),
    )


def financement(rapport: Publication) -> Financement:
    """The funding of 2007 and its four printed shares (objectif 1, 1.3)."""
    return Financement(
        rapport.valeur("cnml2009.financement.total"),
        tuple(rapport.chiffre(f"cnml2009.financement.{nom}") for nom in FINANCEURS),
    )


def provenance(chiffre: Chiffre) -> str:
    """Where a rule is printed: « art. 2.4 », « avenant n° 1, art. 1 », « rapport, obj. 1, 1.3 »."""
    article = chiffre.modalites.get("article")
    if article is None:
        objectif, _, suite = chiffre.section.partition(" – ")
        numero = suite.rpartition(" – ")[2].split(" ")[0].rstrip(".")
        return f"rapport, {objectif.lower().replace('objectif ', 'obj. ')}, {numero}"
    return f"{'avenant n° 1, ' if chiffre.tableau == 'avenant' else ''}art. {article}"
