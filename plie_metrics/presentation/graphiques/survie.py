"""A survival curve: the share still there, in steps, with its band and what it is read against."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import (
    SANS_MARGE,
    attendre,
    habiller,
    nourrir,
    place,
)
from plie_metrics.typographie import typographier

HAUTEUR: Final = 270


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
    fin = max((m.x for m in marches), default=0)
    return nourrir(
        _modele(),
        quoi=typographier(quoi),
        courbe=[{"x": m.x, "y": m.y, "bas": m.bas, "haut": m.haut} for m in marches],
        tot=[_repere(r) for r in reperes if r.x <= fin / 2],
        tard=[_repere(r) for r in reperes if r.x > fin / 2],
    )


@lru_cache(maxsize=1)
def _modele() -> dict[str, Any]:
    base = alt.Chart(attendre("courbe")).encode(
        x=alt.X(
            "x:Q",
            title=place("quoi"),
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
    couches = alt.layer(bande, courbe, *_reperes("tot", "left"), *_reperes("tard", "right"))
    ajustement = alt.AutoSizeParams(type="fit-x", contains="padding")
    return habiller(couches.properties(height=HAUTEUR, autosize=ajustement, padding=SANS_MARGE))


def _repere(repere: Repere) -> dict[str, Any]:
    return {"x": repere.x, "y": repere.y, "zero": 0, "mot": typographier(repere.mot)}


def _reperes(lesquels: str, cote: Literal["left", "right"]) -> list[Any]:
    """Past the middle, the words stand at the left of their point: they would be cut otherwise."""
    base = alt.Chart(attendre(lesquels)).encode(x=alt.X("x:Q"), y=alt.Y("y:Q"))
    mots: Any = {"align": cote, "dx": 8 if cote == "left" else -8, "dy": -10, "fontWeight": "bold"}
    return [
        base.mark_rule(color=palette.REPERE, strokeDash=[4, 3]).encode(y2=alt.Y2("zero:Q")),
        base.mark_point(filled=True, size=70, color=palette.SECONDE, opacity=1),
        base.mark_text(**mots, stroke="white", strokeWidth=4).encode(text=alt.Text("mot:N")),
        base.mark_text(**mots).encode(text=alt.Text("mot:N")),
    ]
