"""The forms of numbers by name: an edition keeps the name, a file its number format."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from plie_metrics.presentation.formats import (
    euros,
    millions_euros,
    nombre,
    part,
    points,
    pourcent,
)

MOTS: Final = ""
LIBRE: Final = "libre"
"""The form of a column of numbers that has no name here: its texts alone are shown."""
SONDES: Final = (0.0, 0.00321, 0.12345, 0.98765, 1.0, 12.345, 1234.567, -2.5)

FORMES: Final[Mapping[str, Callable[[Any], str]]] = MappingProxyType(
    {
        **{f"nombre:{d}": partial(nombre, decimales=d) for d in range(4)},
        **{f"pourcent:{d}": partial(pourcent, decimales=d) for d in range(3)},
        "part": part,
        **{f"euros:{d}": partial(euros, decimales=d) for d in (0, 2)},
        "millions_euros": millions_euros,
        **{f"ecart:{d}": partial(nombre, decimales=d, signe=True) for d in range(3)},
        **{f"ecart_pourcent:{d}": partial(pourcent, decimales=d, signe=True) for d in range(3)},
        **{f"points:{d}": partial(points, decimales=d) for d in range(3)},
    }
)


def code(forme: Callable[[Any], str], valeurs: Iterable[int | float]) -> str:
    """The name of the form that writes these values and others as `forme` does; else LIBRE."""
    essais = (*SONDES, *valeurs)
    attendus = [_ecrire(forme, essai) for essai in essais]
    for nom, connue in FORMES.items():
        if [connue(essai) for essai in essais] == attendus:
            return nom
    return LIBRE


def ecrire(nom: str, valeur: int | float | None) -> str:
    """A number in the form of that name (LIBRE: as a whole number, or with two decimals)."""
    if nom in FORMES:
        return FORMES[nom](valeur)
    entier = valeur is None or float(valeur).is_integer()
    return nombre(valeur, 0 if entier else 2)


def _ecrire(forme: Callable[[Any], str], valeur: float) -> str:
    try:
        return forme(valeur)
    except (TypeError, ValueError, ArithmeticError, LookupError):
        return ""  # a form for words, or for dates
