"""What a quality check finds, ready for a page, an export or a terminal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from plie_metrics.quotient import Quotient


class Gravite(StrEnum):
    """How sure the fault is; the order of declaration is that of display."""

    IMPOSSIBLE = "impossible"
    NON_JUSTIFIE = "non_justifie"
    A_VERIFIER = "a_verifier"
    A_COMPLETER = "a_completer"
    ALERTE = "alerte"


LIBELLES_GRAVITE: Final[Mapping[Gravite, str]] = {
    Gravite.IMPOSSIBLE: "Impossible",
    Gravite.NON_JUSTIFIE: "Non justifié",
    Gravite.A_VERIFIER: "À vérifier",
    Gravite.A_COMPLETER: "À compléter",
    Gravite.ALERTE: "Alerte",
}


@dataclass(frozen=True)
class Regle:
    """A check: its code, how grave a breach is, the table to repair, what is said and asked.

    `indicateur`: id of the indicator whose figure a repair moves, empty when none does.
    """

    code: str
    gravite: Gravite
    table: str
    phrase: str
    remede: str
    indicateur: str = ""


@dataclass(frozen=True)
class Cas:
    """One row that breaks a rule: its key, the person and the référent when known, and why."""

    identifiant: str
    participant_id: str | None = None
    referent_id: str | None = None
    detail: str = ""


@dataclass(frozen=True)
class Constat:
    """A rule and the rows that break it, among the `sur` rows examined.

    `portee`: by how many units the indicator may move once repaired (one a case unless told).
    `base`: what that is compared with, the objective of the whole PLIE (for a rate that has an
    objective, its denominator); None when no objective covers the arrêté.
    """

    regle: Regle
    cas: tuple[Cas, ...]
    sur: int
    portee: float
    base: float | None = None

    @property
    def effectif(self) -> int:
        """Number of cases."""
        return len(self.cas)

    @property
    def enjeu(self) -> float | None:
        """Share of the objective (or of the rate) at stake; None without an objective."""
        return Quotient(self.portee, self.base).valeur if self.base is not None else None

    def par_referent(self) -> dict[str | None, tuple[Cas, ...]]:
        """The cases of each référent (None: unknown), the most loaded first, then by name."""
        noms = {cas.referent_id for cas in self.cas}
        groupes = {nom: tuple(c for c in self.cas if c.referent_id == nom) for nom in noms}
        return dict(sorted(groupes.items(), key=lambda g: (-len(g[1]), g[0] is None, g[0] or "")))

    def pour(self, referent_id: str) -> "Constat | None":
        """The same, restricted to a référent; None when nothing is theirs."""
        cas = tuple(c for c in self.cas if c.referent_id == referent_id)
        part = self.portee * len(cas) / len(self.cas) if self.cas else 0.0
        return replace(self, cas=cas, portee=part) if cas else None


@dataclass(frozen=True)
class Completude:
    """How many cells of a column are filled, out of all the rows of its table."""

    table: str
    colonne: str
    libelle: str
    remplies: int
    lignes: int

    @property
    def taux(self) -> float | None:
        """remplies / lignes; None for an empty table."""
        return Quotient(self.remplies, self.lignes).valeur


@dataclass(frozen=True)
class Rapport:
    """The quality of one extract; `constats` come in the order in which to repair them."""

    arrete: date
    completudes: tuple[Completude, ...]
    constats: tuple[Constat, ...]

    def pour(self, referent_id: str) -> "Rapport":
        """The cases of one référent, in the same order."""
        siens = (constat.pour(referent_id) for constat in self.constats)
        return replace(self, constats=tuple(constat for constat in siens if constat is not None))
