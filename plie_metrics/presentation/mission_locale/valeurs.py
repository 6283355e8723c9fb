"""One line of the contract in words: its values, its change, what stands in the way."""

from typing import Final

from plie_metrics.presentation.formats import nombre, points, pourcent
from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.mission_locale import TAUX, Indicateur
from plie_metrics.quotient import Quotient

FLECHES: Final = {"hausse": "↑", "baisse": "↓"}
NON_IMPRIME: Final = "–"
MASQUE: Final = "▨ masqué"


def ecrire(chiffre: Chiffre | None) -> str:
    """The printed value in French: « 836 », « 13,2 % », « – » for an empty cell."""
    if chiffre is not None and chiffre.masque:
        return MASQUE
    if chiffre is None or chiffre.valeur is None:
        return NON_IMPRIME
    if chiffre.unite == TAUX:
        return pourcent(chiffre.valeur / 100, _decimales(chiffre.valeur))
    return nombre(chiffre.valeur, _decimales(chiffre.valeur))


def calcul(chiffre: Chiffre | None) -> str:
    """The printed numerator and denominator, « 416/3 150 », or nothing."""
    if chiffre is None or chiffre.numerateur is None or chiffre.denominateur is None:
        return ""
    termes = (chiffre.numerateur, chiffre.denominateur)
    return "/".join(nombre(terme, 0 if terme == int(terme) else 2) for terme in termes)


def _decimales(valeur: float) -> int:
    return 0 if valeur == int(valeur) else 1


def changement(indicateur: Indicateur) -> str:
    """Target − 2007, from the printed values: points for a rate, percent for a count or mean."""
    if indicateur.bornes is None:
        return NON_IMPRIME
    depart, cible = indicateur.bornes
    if indicateur.demande == "maintien":
        return "aucun"
    if indicateur.est_taux:
        return points((cible - depart) / 100)
    return pourcent(Quotient(cible - depart, depart).valeur, 1, signe=True)


def remarque(indicateur: Indicateur) -> str:
    """Two or three words where the change is not a progress."""
    if indicateur.bornes is None:
        return ""
    depart, cible = indicateur.bornes
    if indicateur.demande == "maintien":
        return "égal à 2007"
    if indicateur.demande == "recul":
        return "inférieur à 2007" if cible < depart else "supérieur à 2007"
    return ""


def minuscule(phrase: str) -> str:
    """The same words, to follow a colon; a name all in capitals (CARED) keeps them."""
    return phrase if phrase.isupper() else phrase[:1].lower() + phrase[1:]
