"""Sentences computed from figures: the finding of a page, what a committee should retain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.formats import FINE, INSECABLE, avec_unite, nombre, pourcent

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


def constat_objectifs(realisations: Sequence[Realisation], periode: str) -> str:
    """« Les trois objectifs de 2016 sont manqués, de 10 à 19 % », « … atteints », or the split."""
    manques = [r.manque for r in realisations if not r.atteint and r.manque is not None]
    combien = en_lettres(len(realisations))
    if not manques:
        return f"Les {combien} objectifs de {periode} sont atteints"
    if len(manques) == len(realisations):
        return f"Les {combien} objectifs de {periode} sont manqués, {_etendue(manques)}"
    atteints = en_lettres(len(realisations) - len(manques)).capitalize()
    return (
        f"{atteints} des {combien} objectifs de {periode} "
        f"{'est atteint' if len(realisations) - len(manques) == 1 else 'sont atteints'} ; "
        f"{_noms(realisations)} {_etendue(manques)} au-dessous"
    )


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


def _etendue(manques: Sequence[float]) -> str:
    bas, haut = nombre(min(manques) * 100), nombre(max(manques) * 100)
    return f"de {haut}{FINE}%" if bas == haut else f"de {bas} à {haut}{FINE}%"


def _noms(realisations: Sequence[Realisation]) -> str:
    manques = [minuscule(r.indicateur.titre_court) for r in realisations if not r.atteint]
    return f" et{INSECABLE}".join(manques)
