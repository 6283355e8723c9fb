"""What a reader is told of a case: the status of the data, and « invérifiable » apart from it.

In the data a figure that nothing recomputes is « inexpliqué »; on screen it is another thing than
a gap, since nothing differs.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from plie_metrics.publications.rapprochement.cas import Cas, Statut


class Verdict(StrEnum):
    """What is told of a case."""

    EGAL = "egal"
    NOTE = "note"
    HYPOTHESE = "hypothese"
    INEXPLIQUE = "inexplique"
    INVERIFIABLE = "inverifiable"

    @property
    def libelle(self) -> str:
        """The words that a reader sees, after a sign that says the same without any colour."""
        return f"{SIGNES[self]} {LIBELLES[self]}"

    @property
    def court(self) -> str:
        """The same, for a button and for the address that the button gives."""
        return f"{SIGNES[self]} {COURTS[self]}"

    @property
    def signification(self) -> str:
        """What it means, in one line."""
        return SIGNIFICATIONS[self]


SIGNES: Final = {
    Verdict.EGAL: "=",
    Verdict.NOTE: "§",
    Verdict.HYPOTHESE: "≈",
    Verdict.INEXPLIQUE: "≠",
    Verdict.INVERIFIABLE: "?",
}
LIBELLES: Final = {
    Verdict.EGAL: "juste",
    Verdict.NOTE: "expliqué par une note imprimée",
    Verdict.HYPOTHESE: "expliqué par hypothèse",
    Verdict.INEXPLIQUE: "inexpliqué",
    Verdict.INVERIFIABLE: "invérifiable",
}
COURTS: Final = {
    **LIBELLES,
    Verdict.NOTE: "note imprimée",
    Verdict.HYPOTHESE: "hypothèse",
}
SIGNIFICATIONS: Final = {
    Verdict.EGAL: "le calcul retrouve le chiffre imprimé, à son arrondi près",
    Verdict.NOTE: "l'écart disparaît avec une note que les documents impriment",
    Verdict.HYPOTHESE: "l'écart disparaît si l'on admet une hypothèse, dont le calcul est refait",
    Verdict.INEXPLIQUE: "le calcul diffère, et aucune note ni aucun calcul ne l'explique",
    Verdict.INVERIFIABLE: "il manque aux documents un chiffre ou un mot pour refaire le calcul",
}
A_REGARDER: Final = tuple(verdict for verdict in Verdict if verdict is not Verdict.EGAL)


def verdict(cas: Cas) -> Verdict:
    """The verdict of a case."""
    if cas.statut is Statut.INEXPLIQUE and not cas.verifiable:
        return Verdict.INVERIFIABLE
    return Verdict(cas.statut.value)


def comptes(cas: Sequence[Cas]) -> dict[Verdict, int]:
    """How many cases of each verdict, in the order of the verdicts, zeros included."""
    trouves = Counter(verdict(un) for un in cas)
    return {un: trouves[un] for un in Verdict}
