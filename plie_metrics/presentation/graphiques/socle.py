"""What every chart shares: French locale inside the Vega config, type, grid, font, no frame.

The locale travels in the specification itself: Streamlit strips embed options, and a static
export reads the same specification.
"""

from typing import Any, Final

import altair as alt
from altair.utils.schemapi import disable_debug_mode

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import FINE, INSECABLE, MOINS, MOIS, MOIS_COURTS

JOURS: Final = ("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
POLICE: Final = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
TAILLE: Final = 13
# Streamlit adds 20 px under a chart that does not say its own bottom padding
SANS_MARGE: Final = {"left": 0, "right": 0, "top": 0, "bottom": 0}

LOCALE: Final[dict[str, Any]] = {
    "number": {
        "decimal": ",",
        "thousands": FINE,
        "grouping": [3],
        "currency": ["", f"{INSECABLE}€"],
        "percent": f"{FINE}%",
        "minus": MOINS,
    },
    "time": {
        "dateTime": "%A %e %B %Y à %X",
        "date": "%d/%m/%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": list(JOURS),
        "shortDays": [jour[:3] + "." for jour in JOURS],
        "months": list(MOIS),
        "shortMonths": list(MOIS_COURTS),
    },
}

# Altair checks each piece of a chart against the schema as it is made, the half of what a page
# costs: a test checks the whole specifications instead, once
disable_debug_mode()

CONFIG: Final[dict[str, Any]] = {
    "locale": LOCALE,
    # the text alternative is the page's: Vega's own labels are English and read out the code
    "aria": False,
    "mark": {"aria": False},
    "font": POLICE,
    "background": "transparent",
    "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
    "axis": {
        "aria": False,
        "labelFontSize": TAILLE,
        "titleFontSize": TAILLE,
        "labelColor": palette.SECONDAIRE,
        "titleColor": palette.SECONDAIRE,
        "titleFontWeight": "normal",
        "gridColor": palette.BORDURE,
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
    },
    "axisY": {"titlePadding": 10},
    "text": {"fontSize": TAILLE, "color": palette.TEXTE},
    "header": {"labelFontSize": TAILLE, "titleFontSize": TAILLE, "labelColor": palette.TEXTE},
    "legend": {
        "aria": False,
        "labelFontSize": TAILLE,
        "titleFontSize": TAILLE,
        "labelColor": palette.TEXTE,
    },
    "range": {"category": list(palette.CATEGORIES), "ramp": list(palette.SEQUENCE)},
}


PLUS_PETITE: Final = 60  # width in pixels under which a bar compares nothing


def bord_droit(retrait: int, depart: int = 0) -> Any:
    """The right end of a horizontal scale, `retrait` pixels before the edge of the view.

    Never left of `depart` + PLUS_PETITE: in a narrow window a scale must not run backwards.
    """
    return alt.ExprRef(**bord(retrait, depart))


def bord(retrait: int, depart: int = 0) -> dict[str, str]:
    """The same as `bord_droit`, to fill a specification that is made already."""
    return {"expr": f"max({depart + PLUS_PETITE}, width - {retrait})"}


def a_la_largeur(graphique: Any) -> Any:
    """The chart as wide as its block, its words included, as high as it says."""
    return graphique.properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def en_lignes(pas: int, combien: int) -> int:
    """The height of a chart with `pas` pixels for each of its `combien` lines.

    Never an Altair step: with one, Vega-Lite complains in the console that it cannot fit a height.
    """
    return pas * max(1, combien)


class _Feuille:
    """What Altair carries without a look inside: it copies each row ten times otherwise."""

    def __init__(self, contenu: Any) -> None:
        self.contenu = contenu


def porter(valeurs: list[dict[str, Any]]) -> alt.Data:
    """The rows of a chart or of a layer; to be dressed by `habiller`."""
    return alt.Data(values=_Feuille(valeurs))


def habiller(graphique: Any) -> dict[str, Any]:
    """The Vega-Lite specification with the house configuration: the last step of every chart.

    Takes any Altair chart; returns the dict, so that a page or an export never rebuilds it.
    """
    specification: dict[str, Any] = graphique.to_dict(validate=False)
    rendue: dict[str, Any] = _rendre(specification)
    return {**rendue, "config": CONFIG}


def _rendre(bloc: Any) -> Any:
    """The block with its rows back as lists."""
    if isinstance(bloc, dict):
        return {cle: _rendre(sous) for cle, sous in bloc.items()}
    if isinstance(bloc, list):
        return [_rendre(sous) for sous in bloc]
    return bloc.contenu if isinstance(bloc, _Feuille) else bloc
