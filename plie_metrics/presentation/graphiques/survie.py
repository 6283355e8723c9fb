"""A survival curve: the share still there, in steps, with its band and what it is read against."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou_texte
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur
from plie_metrics.typographie import typographier

HAUTEUR: Final = 270
LETTRE: Final = 6.5  # width of a bold letter, in pixels, at most


@dataclass(frozen=True)
class Marche:
    """From `x` months on, the share `y` (0 to 1), between `bas` and `haut`."""

    x: float
    y: float
    bas: float
    haut: float


@dataclass(frozen=True)
class Repere:
    """A point of the curve to read: months, share, and its words."""

    x: float
    y: float
    mot: str


def survie(marches: Sequence[Marche], reperes: Sequence[Repere], quoi: str) -> dict[str, Any]:
    """The curve from 0 month; `quoi` names the horizontal axis."""
    donnees = [{"x": m.x, "y": m.y, "bas": m.bas, "haut": m.haut} for m in marches]
    fin = max([*(m.x for m in marches), *(r.x for r in reperes)], default=0) or 1
    return _modele().remplir(
        courbe=donnees,
        reperes=[_repere(repere, fin) for repere in reperes],
        quoi=typographier(quoi),
    )


def _repere(repere: Repere, fin: float) -> dict[str, Any]:
    """`reste`: the part of the width that is left for the words."""
    mot, reste = typographier(repere.mot), 1 - repere.x / fin
    return {"x": repere.x, "y": repere.y, "zero": 0, "mot": mot, "reste": reste}


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("courbe")).encode(
        x=alt.X(
            "x:Q",
            title=trou_texte("quoi"),
            scale=alt.Scale(nice=False, zero=True),
            axis=alt.Axis(values=list(range(0, 121, 6)), grid=False, format="d"),
        )
    )
    y = alt.Y(
        "y:Q",
        title=None,
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    bande = base.mark_area(interpolate="step-after", color=palette.REALISE, opacity=0.14).encode(
        y=alt.Y("bas:Q", title=None), y2=alt.Y2("haut:Q")
    )
    courbe = base.mark_line(
        interpolate="step-after", color=palette.REALISE, strokeWidth=2.5
    ).encode(y=y)
    couches = alt.layer(bande, courbe, *_reperes())
    return modele(a_la_largeur(couches).properties(height=HAUTEUR, padding=SANS_MARGE))


def _reperes() -> list[Any]:
    base = alt.Chart(jeu("reperes")).encode(x=alt.X("x:Q"), y=alt.Y("y:Q"))
    # beside the point, nearer when the words would be cut by the right edge
    cote = alt.ExprRef(f"min(8, width * datum.reste - {LETTRE} * length(datum.mot))")
    place: dict[str, Any] = {"align": "left", "dx": cote, "dy": -10, "fontWeight": "bold"}
    texte = alt.Text("mot:N")
    return [
        base.mark_rule(color=palette.REPERE, strokeDash=[4, 3]).encode(y2=alt.Y2("zero:Q")),
        base.mark_point(filled=True, size=70, color=palette.SECONDE, opacity=1),
        base.mark_text(**place, stroke="white", strokeWidth=4).encode(text=texte),
        base.mark_text(**place).encode(text=texte),
    ]
