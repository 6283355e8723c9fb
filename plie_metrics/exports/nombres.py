"""The number formats of an office suite, for the forms of the columns of an edition.

A file holds the international form (`#,##0`); a French Excel or PowerPoint reads and shows it as
`# ##0`, with its own decimal comma.
"""

from typing import Final

from plie_metrics.presentation.formats import FINE, INSECABLE

GENERAL: Final = "General"
ENTIER: Final = "#,##0"
POURCENT: Final = f'"{FINE}"%'


def format_excel(code: str) -> str:
    """The number format of a form (`formes.FORMES`): « nombre:1 » → `#,##0.0`."""
    forme, _, suite = code.partition(":")
    decimales = f".{'0' * int(suite)}" if suite not in ("", "0") else ""
    modeles = {
        "nombre": f"{ENTIER}{decimales}",
        "pourcent": f"0{decimales}{POURCENT}",
        "part": f"[=0]0{POURCENT};[<0.01]0.0{POURCENT};0{POURCENT}",
        "euros": f'{ENTIER}{decimales}"{INSECABLE}€"',
        "millions_euros": f'0.0,,"{INSECABLE}M€"',
        "ecart": _signe(f"{ENTIER}{decimales}"),
        "ecart_pourcent": _signe(f"0{decimales}{POURCENT}"),
        "points": _signe(f'0{decimales}"{INSECABLE}points"'),
    }
    return modeles.get(forme, GENERAL)


def valeur_excel(code: str, valeur: int | float) -> int | float:
    """The number as the format expects it: a difference of rates is written in points."""
    return valeur * 100 if code.startswith("points:") else valeur


def _signe(modele: str) -> str:
    return f"+{modele};-{modele};0"
