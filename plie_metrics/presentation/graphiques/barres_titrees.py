"""Bars with their words above them: the count at the left, what it is a share of at the right.

Serves funnels (one bar a step) and shares cut in two (two segments a bar): the bars of several
charts side by side stay aligned, and no room is lost to an axis of names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, habiller, porter
from plie_metrics.typographie import typographier

PAS: Final = 43
EPAISSEUR: Final = 15
HAUTEUR_TEXTE: Final = 9
MILIEU_BARRE: Final = 26


@dataclass(frozen=True)
class Segment:
    """A length, its colour by meaning, its words; `contour` for what is not certain."""

    longueur: float
    mot: str
    couleur: str = palette.REALISE
    contour: bool = False


@dataclass(frozen=True)
class LigneTitree:
    """A bar: words at the left (`titre`, bold) and right (`note`) above its segments.

    `objectif` draws a dark tick at that length, over a pale track.
    """

    titre: str
    note: str
    segments: tuple[Segment, ...]
    objectif: float | None = None


@dataclass(frozen=True)
class Repere:
    """A value of comparison that crosses every bar, and its words."""

    valeur: float
    mot: str


def barres_titrees(
    lignes: Sequence[LigneTitree], *, borne: float, repere: Repere | None = None
) -> dict[str, Any]:
    """One bar a line, in the order given, from zero to `borne` (the same for charts to compare).

    Lengths, `borne` and `repere` share one unit.
    """
    hauteur = PAS * len(lignes) + (20 if repere else 0)
    couches = [_segments(lignes, borne, hauteur), *_textes(lignes, hauteur)]
    if any(ligne.objectif is not None for ligne in lignes):
        couches = [_pistes(lignes, borne, hauteur), *couches, _objectifs(lignes, borne, hauteur)]
    if repere:
        couches += _repere(repere, len(lignes), borne, hauteur)
    return habiller(alt.layer(*couches).properties(height=hauteur, padding=SANS_MARGE))


def en_une_phrase(lignes: Sequence[LigneTitree]) -> str:
    """The words of the bars, in order: what a chart says to those who do not see it."""
    return " ; ".join(f"{ligne.titre}, {ligne.note}".strip(", ") for ligne in lignes)


def _pistes(lignes: Sequence[LigneTitree], borne: float, hauteur: int) -> Any:
    donnees = [
        {"y": _milieu(rang), "depart": 0, "fin": ligne.objectif}
        for rang, ligne in enumerate(lignes)
        if ligne.objectif is not None
    ]
    return _barres(donnees, borne, hauteur).mark_bar(
        orient="horizontal", size=EPAISSEUR, color=palette.PISTE
    )


def _segments(lignes: Sequence[LigneTitree], borne: float, hauteur: int) -> Any:
    donnees = []
    for rang, ligne in enumerate(lignes):
        depart = 0.0
        for segment in ligne.segments:
            fin = depart + segment.longueur
            donnees.append(
                {
                    "y": _milieu(rang),
                    "depart": depart,
                    "fin": fin,
                    "mot": typographier(segment.mot),
                    "plein": "#FFFFFF" if segment.contour else segment.couleur,
                    "trait": segment.couleur,
                }
            )
            depart = fin
    return (
        _barres(donnees, borne, hauteur)
        .mark_bar(orient="horizontal", size=EPAISSEUR, strokeWidth=1.5)
        .encode(
            color=alt.Color("plein:N", scale=None),
            stroke=alt.Stroke("trait:N", scale=None),
            tooltip=[alt.Tooltip("mot:N", title=" ")],
        )
    )


def _objectifs(lignes: Sequence[LigneTitree], borne: float, hauteur: int) -> Any:
    donnees = [
        {"y": _milieu(rang), "objectif": ligne.objectif}
        for rang, ligne in enumerate(lignes)
        if ligne.objectif is not None
    ]
    return (
        alt.Chart(porter(donnees))
        .mark_tick(
            orient="vertical", thickness=3, size=EPAISSEUR + 6, yOffset=3, color=palette.TEXTE
        )
        .encode(x=_x("objectif", borne), y=_y(hauteur))
    )


def _textes(lignes: Sequence[LigneTitree], hauteur: int) -> list[Any]:
    donnees = [
        {
            "y": PAS * rang + HAUTEUR_TEXTE,
            "titre": typographier(ligne.titre),
            "note": typographier(ligne.note),
        }
        for rang, ligne in enumerate(lignes)
    ]
    base = alt.Chart(porter(donnees))
    return [
        base.mark_text(align="left", fontWeight=600, x=0).encode(
            y=_y(hauteur), text=alt.Text("titre:N")
        ),
        base.mark_text(align="right", color=palette.SECONDAIRE, x="width").encode(
            y=_y(hauteur), text=alt.Text("note:N")
        ),
    ]


def _repere(repere: Repere, combien: int, borne: float, hauteur: int) -> list[Any]:
    traits = [
        {
            "y": _milieu(rang) - EPAISSEUR,
            "bas": _milieu(rang) + EPAISSEUR,
            "repere": repere.valeur,
        }
        for rang in range(combien)
    ]
    mot = {"y": hauteur - 6, "repere": repere.valeur, "mot": typographier(f"↑ {repere.mot}")}
    return [
        alt.Chart(porter(traits))
        .mark_rule(color=palette.TEXTE, strokeWidth=2)
        .encode(x=_x("repere", borne), y=_y(hauteur), y2=alt.Y2("bas:Q")),
        alt.Chart(porter([mot]))
        .mark_text(align="left", dx=-4, color=palette.TEXTE)
        .encode(x=_x("repere", borne), y=_y(hauteur), text=alt.Text("mot:N")),
    ]


def _barres(donnees: list[dict[str, Any]], borne: float, hauteur: int) -> Any:
    return alt.Chart(porter(donnees)).encode(
        x=_x("depart", borne), x2=alt.X2("fin:Q"), y=_y(hauteur)
    )


def _x(champ: str, borne: float) -> alt.X:
    return alt.X(f"{champ}:Q", scale=alt.Scale(domain=[0, borne], nice=False, padding=0), axis=None)


def _y(hauteur: int) -> alt.Y:
    # a position in pixels from the top: the words and the bar of a line keep their distance
    return alt.Y("y:Q", scale=alt.Scale(domain=[hauteur, 0], nice=False, padding=0), axis=None)


def _milieu(rang: int) -> int:
    return PAS * rang + MILIEU_BARRE
