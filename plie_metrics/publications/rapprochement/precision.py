"""How precisely a figure was printed: its last digit decides what agrees with it."""

import math
import re
from typing import Final

from plie_metrics.publications.chiffre import Chiffre

NOMBRE: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
ECHELLES: Final = (1, 1_000, 1_000_000, 1_000_000_000)
BORNE: Final = re.compile(r"^plus d|\bplus d(?:e |['’])\d", re.IGNORECASE)
PRESQUE: Final = 1e-6


def pas(chiffre: Chiffre) -> float:
    """The smallest step of the printed form: « 61 % » → 1, « 455,2 » → 0.1, « 16,5 millions »
    → 100 000. A figure printed in words takes the decimals of its value.
    """
    for texte in NOMBRE.findall(chiffre.imprime):
        corps = re.sub(r"\s", "", texte).replace(",", ".")
        decimales = len(corps.partition(".")[2])
        for echelle in ECHELLES:
            if math.isclose(float(corps) * echelle, chiffre.nombre):
                return float(echelle * 10**-decimales)
    return float(10 ** -len(f"{chiffre.nombre:.6f}".rstrip("0").partition(".")[2]))


def decimales(chiffre: Chiffre) -> int:
    """Digits after the comma in the printed form."""
    return max(0, round(-math.log10(pas(chiffre))))


def arrondir(valeur: float, a: float) -> float:
    """`valeur` to the nearest multiple of `a`, halves away from zero as one rounds by hand."""
    return math.copysign(math.floor(abs(valeur) / a + 0.5 + PRESQUE) * a, valeur)


def tronquer(valeur: float, a: float) -> float:
    """`valeur` cut to a multiple of `a`, towards zero."""
    return math.copysign(math.floor(abs(valeur) / a + PRESQUE) * a, valeur)


def est_borne(chiffre: Chiffre) -> bool:
    """True for « plus de 311 »: the figure says what is exceeded."""
    return BORNE.search(chiffre.imprime) is not None


def concorde(valeur: float, chiffre: Chiffre) -> bool:
    """True when `valeur`, rounded as the figure was, gives what was printed.

    For « plus de 311 », true when `valeur` exceeds 311.
    """
    if est_borne(chiffre):
        return valeur > chiffre.nombre
    return proches(arrondir(valeur, pas(chiffre)), chiffre.nombre)


def proches(gauche: float, droite: float) -> bool:
    """Equality of two decimal numbers, blind to their binary representation."""
    return math.isclose(gauche, droite, rel_tol=1e-9, abs_tol=PRESQUE)
