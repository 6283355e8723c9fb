"""The layers of the bars with their words above them, drawn once for each shape."""

from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import SANS_MARGE

EPAISSEUR: Final = 15


@cache
def dessin(avec_objectifs: bool, avec_repere: bool) -> Modele:
    """With or without targets, with or without a value of comparison."""
    couches = [_couche_segments(), *_couches_textes()]
    if avec_objectifs:
        couches = [_couche_pistes(), *couches, _couche_objectifs()]
    if avec_repere:
        couches += _couches_repere()
    return modele(alt.layer(*couches).properties(padding=SANS_MARGE))


def _couche_pistes() -> Any:
    return _barres("pistes").mark_bar(orient="horizontal", size=EPAISSEUR, color=palette.PISTE)


def _couche_segments() -> Any:
    return (
        _barres("segments")
        .mark_bar(orient="horizontal", size=EPAISSEUR, strokeWidth=1.5)
        .encode(
            color=alt.Color("plein:N", scale=None),
            stroke=alt.Stroke("trait:N", scale=None),
            tooltip=[alt.Tooltip("mot:N", title=" ")],
        )
    )


def _couche_objectifs() -> Any:
    return (
        alt.Chart(jeu("objectifs"))
        .mark_tick(
            orient="vertical", thickness=3, size=EPAISSEUR + 6, yOffset=3, color=palette.TEXTE
        )
        .encode(x=_x("objectif"), y=_y())
    )


def _couches_textes() -> list[Any]:
    base = alt.Chart(jeu("textes"))
    return [
        base.mark_text(align="left", fontWeight=600, x=0).encode(y=_y(), text=alt.Text("titre:N")),
        base.mark_text(align="right", color=palette.SECONDAIRE, x="width").encode(
            y=_y(), text=alt.Text("note:N")
        ),
    ]


def _couches_repere() -> list[Any]:
    return [
        alt.Chart(jeu("traits"))
        .mark_rule(color=palette.TEXTE, strokeWidth=2)
        .encode(x=_x("repere"), y=_y(), y2=alt.Y2("bas:Q")),
        alt.Chart(jeu("mot"))
        .mark_text(align="left", dx=-4, color=palette.TEXTE)
        .encode(x=_x("repere"), y=_y(), text=alt.Text("mot:N")),
    ]


def _barres(nom: str) -> Any:
    return alt.Chart(jeu(nom)).encode(x=_x("depart"), x2=alt.X2("fin:Q"), y=_y())


def _x(champ: str) -> alt.X:
    echelle = alt.Scale(domain=[0, trou("borne")], nice=False, padding=0)
    return alt.X(f"{champ}:Q", scale=echelle, axis=None)


def _y() -> alt.Y:
    # a position in pixels from the top: the words and the bar of a line keep their distance
    echelle = alt.Scale(domain=[trou("hauteur"), 0], nice=False, padding=0)
    return alt.Y("y:Q", scale=echelle, axis=None)
