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
    return alt.ExprRef(f"max({depart + PLUS_PETITE}, width - {retrait})")


def en_lignes(graphique: Any, pas: int, combien: int) -> Any:
    """The chart with `pas` pixels for each of its `combien` lines, as wide as its block.

    Never an Altair step: with one, Vega-Lite complains in the console that it cannot fit a height.
    """
    ajustement = alt.AutoSizeParams(type="fit-x", contains="padding")
    return graphique.properties(height=pas * max(1, combien), autosize=ajustement)


class _Lignes:
    """Rows that Altair carries without a look inside: it copies each one ten times otherwise."""

    def __init__(self, valeurs: list[dict[str, Any]]) -> None:
        self.valeurs = valeurs


def porter(valeurs: list[dict[str, Any]]) -> alt.Data:
    """The rows of a chart or of a layer; to be dressed by `habiller`."""
    return alt.Data(values=_Lignes(valeurs))


def habiller(graphique: Any) -> dict[str, Any]:
    """The Vega-Lite specification with the house configuration: the last step of every chart.

    Takes any Altair chart; returns the dict, so that a page or an export never rebuilds it.
    """
    specification: dict[str, Any] = graphique.to_dict(validate=False)
    return {**_rendre(specification), "config": CONFIG}


def _rendre(bloc: dict[str, Any]) -> dict[str, Any]:
    """The block with its rows back as lists, and those of its layers."""
    rendu = dict(bloc)
    valeurs = rendu.get("data", {}).get("values")
    if isinstance(valeurs, _Lignes):
        rendu["data"] = {**rendu["data"], "values": valeurs.valeurs}
    for cle in ("layer", "hconcat", "vconcat"):
        if cle in rendu:
            rendu[cle] = [_rendre(sous) for sous in rendu[cle]]
    return rendu


def sans_donnees(specification: dict[str, Any]) -> dict[str, Any]:
    """A specification to be kept and fed with other data: `{**modele, "data": {"values": …}}`."""
    return {cle: valeur for cle, valeur in specification.items() if cle != "data"}
