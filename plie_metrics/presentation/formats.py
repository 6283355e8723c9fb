"""French forms of numbers, rates, money, dates and months: the only place that writes them.

Typography: U+202F (narrow no-break space) between thousands and before %, U+00A0 before €,
U+2212 for minus (Lexique des règles typographiques en usage à l'Imprimerie nationale).
An undefined value (None, NaN) reads « n. d. », never 0.
"""

import math
from datetime import date
from typing import Final

FINE: Final = "\u202f"
INSECABLE: Final = "\u00a0"
MOINS: Final = "\u2212"
NON_DISPONIBLE: Final = "n.\u00a0d."

MOIS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MOIS_COURTS: Final = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)


def est_defini(valeur: float | None) -> bool:
    """True when `valeur` is a number that can be written (neither None nor NaN)."""
    return valeur is not None and not math.isnan(valeur)


def nombre(valeur: float | None, decimales: int = 0, *, signe: bool = False) -> str:
    """`72333` → « 72 333 », `-5.25, 1` → « −5,3 »; half away from zero, as one rounds by hand.

    `signe=True` writes the plus sign too (« +12 », « −3 », « 0 »).
    """
    if valeur is None or math.isnan(valeur):
        return NON_DISPONIBLE
    arrondi = _arrondi(valeur, decimales)
    corps = f"{abs(arrondi):,.{decimales}f}".replace(",", FINE).replace(".", ",")
    if arrondi < 0:
        return MOINS + corps
    return f"+{corps}" if signe and arrondi > 0 else corps


def pourcent(taux: float | None, decimales: int = 0, *, signe: bool = False) -> str:
    """`0.814, 1` → « 81,4 % »; the argument is a ratio, not a percentage."""
    if taux is None or math.isnan(taux):
        return NON_DISPONIBLE
    return f"{nombre(taux * 100, decimales, signe=signe)}{FINE}%"


def part(taux: float | None) -> str:
    """A share beside a count: « 28 % », and « 0,3 % » below one percent, never « 0 % » of some."""
    petite = taux is not None and 0 < taux < 0.01
    return pourcent(taux, 1 if petite else 0)


def points(ecart: float | None, decimales: int = 1) -> str:
    """Difference of two rates: `0.021` → « +2,1 points », `0.019` → « +1,9 point »."""
    if ecart is None or math.isnan(ecart):
        return NON_DISPONIBLE
    mot = "points" if abs(_arrondi(ecart * 100, decimales)) >= 2 else "point"
    return f"{nombre(ecart * 100, decimales, signe=True)}{INSECABLE}{mot}"


def euros(montant: float | None, decimales: int = 0) -> str:
    """`18044.3, 2` → « 18 044,30 € »."""
    if montant is None or math.isnan(montant):
        return NON_DISPONIBLE
    return f"{nombre(montant, decimales)}{INSECABLE}€"


def millions_euros(montant: float | None) -> str:
    """`16_500_000` → « 16,5 M€ », `474_000_000` → « 474 M€ »."""
    if montant is None or math.isnan(montant):
        return NON_DISPONIBLE
    millions = _arrondi(montant / 1e6, 1)
    return f"{nombre(millions, 0 if millions == int(millions) else 1)}{INSECABLE}M€"


def avec_unite(valeur: float | None, singulier: str, pluriel: str, decimales: int = 0) -> str:
    """`1, "entrée", "entrées"` → « 1 entrée »; the plural starts at two (1,5 stays singular)."""
    if valeur is None or math.isnan(valeur):
        return NON_DISPONIBLE
    mot = pluriel if abs(valeur) >= 2 else singulier
    return f"{nombre(valeur, decimales)}{INSECABLE}{mot}"


def jour(quand: date | None) -> str:
    """« 31/12/2016 »."""
    return NON_DISPONIBLE if quand is None else f"{quand:%d/%m/%Y}"


def jour_long(quand: date | None) -> str:
    """« 31 décembre 2016 », « 1er janvier 2016 »."""
    if quand is None:
        return NON_DISPONIBLE
    quantieme = "1er" if quand.day == 1 else str(quand.day)
    return f"{quantieme}{INSECABLE}{MOIS[quand.month - 1]} {quand.year}"


def mois_long(quand: date) -> str:
    """« août 2016 »."""
    return f"{MOIS[quand.month - 1]} {quand.year}"


def mois_court(quand: date) -> str:
    """« août », « sept. »: for an axis whose year is in the title."""
    return MOIS_COURTS[quand.month - 1]


def liste(elements: list[str]) -> str:
    """« a », « a et b », « a, b et c »."""
    if len(elements) < 2:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} et {elements[-1]}"


def _arrondi(valeur: float, decimales: int) -> float:
    echelle = 10**decimales
    # the tiny nudge undoes binary representation: 0.285 × 100 is 28.499999999999996
    return math.copysign(math.floor(abs(valeur) * echelle + 0.5 + 1e-9) / echelle, valeur)
