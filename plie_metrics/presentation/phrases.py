"""Sentences computed from figures: the finding of a page, what a committee should retain."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.formats import avec_unite, nombre, pourcent

CARDINAUX: Final = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
)


@dataclass(frozen=True)
class Phrase:
    """What to retain: a few words that stand alone, then what explains them."""

    essentiel: str
    suite: str


def en_lettres(combien: int) -> str:
    """« trois » up to ten, « 12 » beyond."""
    return CARDINAUX[combien] if combien < len(CARDINAUX) else nombre(combien)


def minuscule(titre: str) -> str:
    """A title inside a sentence: only its first letter changes (« PLIE » stays)."""
    return titre[:1].lower() + titre[1:]


def majuscule(phrase: str) -> str:
    """Words at the head of a cell: only the first letter changes."""
    return phrase[:1].upper() + phrase[1:]


def verdict(realisation: Realisation) -> str:
    """« 130 entrées manquent · 81,4 % », « objectif dépassé de 12 · 104 % »."""
    taux = pourcent(realisation.taux, 1)
    ecart = abs(realisation.ecart)
    unite = realisation.indicateur.unite
    if realisation.ecart > 0:
        return f"objectif dépassé de {nombre(ecart)} · {taux}"
    if realisation.ecart == 0:
        return f"objectif atteint · {taux}"
    quoi = avec_unite(ecart, unite.singulier, unite.pluriel)
    if realisation.indicateur.type_objectif == "niveau":
        return f"{quoi} sous l'objectif · {taux}"
    return f"{quoi} manque{'nt' if ecart >= 2 else ''} · {taux}"
