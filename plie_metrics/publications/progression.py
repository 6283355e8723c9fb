"""From a start to a target: what is asked for, and how far one has come, when it can be said.

A rate of progression is refused, with its reason in French, whenever it would mislead: no
realisation of the target's period, a target equal to the start (0/0), a target that goes against
the favourable direction (100 % of it would be a step back).
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from plie_metrics.quotient import Quotient

Sens = Literal["hausse", "baisse"]
SENS: Final[tuple[str, ...]] = get_args(Sens)
Nature = Literal["progres", "maintien", "recul", "indefinie"]

SANS_DEPART: Final = "le point de départ n'est pas publié"
SANS_CIBLE: Final = "l'objectif n'est pas publié"
EGALITE: Final = "l'objectif est égal au point de départ"
CONTRE_SENS: Final = {
    "hausse": "l'objectif est inférieur au point de départ",
    "baisse": "l'objectif est supérieur au point de départ",
}
SANS_REALISE: Final = "aucun réalisé de la période de l'objectif n'est publié"


@dataclass(frozen=True)
class Progression:
    """Way done / way asked for (1 at the target, beyond it above 1), or the reason of its absence.

    Exactly one of the two is None.
    """

    taux: Quotient | None
    motif: str | None


def progression(
    depart: float | None, cible: float | None, realise: float | None, sens: Sens
) -> Progression:
    """(realise − depart) / (cible − depart), all three in one unit; negative when one went back.

    `realise` must be of the target's own period: pass None when no such figure is published.
    """
    motif = _refus(depart, cible, sens)
    if motif is None and realise is None:
        motif = SANS_REALISE
    if motif is not None or depart is None or cible is None or realise is None:
        return Progression(None, motif)
    return Progression(Quotient(realise - depart, cible - depart), None)


def nature(depart: float | None, cible: float | None, sens: Sens) -> Nature:
    """What the target asks for, seen in the favourable direction."""
    if depart is None or cible is None:
        return "indefinie"
    if cible == depart:
        return "maintien"
    return "progres" if (cible > depart) == (sens == "hausse") else "recul"


def _refus(depart: float | None, cible: float | None, sens: Sens) -> str | None:
    if depart is None:
        return SANS_DEPART
    return {
        "indefinie": SANS_CIBLE,
        "maintien": EGALITE,
        "recul": CONTRE_SENS[sens],
        "progres": None,
    }[nature(depart, cible, sens)]
