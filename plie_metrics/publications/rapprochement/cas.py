"""The result of one verification."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.declaration import Declaration


class Statut(StrEnum):
    """What the arithmetic says of a printed figure; the value travels in files."""

    EGAL = "egal"
    NOTE = "note"
    HYPOTHESE = "hypothese"
    INEXPLIQUE = "inexplique"


@dataclass(frozen=True)
class Cas:
    """One verification.

    `imprime` is the printed value (None for a text), `recalcule` what the other figures give and
    `ecart` imprime − recalcule, in its unit: both None when nothing can be recomputed. `lus` are
    all the figures read or cited, the printed one first. `tient`: the declared explanation passed
    its own verification, `solutions` being the values found for its unknown, if it has one.
    """

    declaration: Declaration
    statut: Statut
    imprime: float | None
    recalcule: float | None
    ecart: float | None
    lus: tuple[Chiffre, ...]
    tient: bool = False
    solutions: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The id of the declaration; « auto. » begins those found without anybody's help."""
        return self.declaration.id

    @property
    def titre(self) -> str:
        """What is verified, in French."""
        return self.declaration.titre

    @property
    def rang(self) -> int:
        """Above 0, the place of the case among those that a committee should see first."""
        return self.declaration.rang

    @cached_property
    def chiffres(self) -> tuple[str, ...]:
        """The ids of the figures read or cited."""
        return tuple(lu.id for lu in self.lus)

    @property
    def cible(self) -> Chiffre:
        """The printed figure."""
        return self.lus[0]

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """The (document, section) of every figure, each once."""
        return tuple(dict.fromkeys((lu.document, lu.section) for lu in self.lus))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose figures are compared, each once."""
        return tuple(dict.fromkeys(lu.document for lu in self.lus))

    @property
    def document(self) -> str:
        """The document that prints the figure judged."""
        return self.cible.document

    @property
    def verifiable(self) -> bool:
        """False when the documents do not print what a verification needs."""
        return self.recalcule is not None
