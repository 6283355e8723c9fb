"""Values of a few years, side by side: a row an object, a panel a year, each row its own scale.

What the document prints is a full bar; what is computed from it is an outline, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import bord_droit, habiller, porter

PAS: Final = 38
ENTETE: Final = 24
NOMS: Final = 292
FIN: Final = 150  # width of the last column, in pixels
REMPLI: Final = 0.6  # part of a panel that the longest bar of a row fills: the rest is its label


@dataclass(frozen=True)
class Case:
    """One year of a row: its value, what is written beside the bar, whether it is computed."""

    valeur: float
    etiquette: str
    calcule: bool = False


@dataclass(frozen=True)
class LigneAnnees:
    """A row: its name, its years, the words of the last column."""

    nom: str
    dont: bool
    cases: tuple[Case, ...]
    fin: str


def annees(lignes: Sequence[LigneAnnees], titres: Sequence[str], fin: str) -> dict[str, Any]:
    """`titres` heads the years, `fin` the last column; bars compare along a row, from zero."""
    hauteur = ENTETE + PAS * len(lignes)
    base = alt.Chart(porter(_barres(lignes))).encode(y=_y(hauteur))
    marques = base.mark_bar(orient="horizontal", size=16, strokeWidth=1.5).encode(
        x=_x("depart", len(titres)),
        x2=alt.X2("fin:Q"),
        color=alt.Color("plein:N", scale=None),
        stroke=alt.Stroke("trait:N", scale=None),
    )
    etiquettes = base.mark_text(align="left", dx=6).encode(
        x=_x("fin", len(titres)), text=alt.Text("etiquette:N")
    )
    couches = [marques, etiquettes, *_mots(lignes, fin, hauteur), _titres(titres, hauteur)]
    return habiller(alt.layer(*couches).properties(height=hauteur))


def _barres(lignes: Sequence[LigneAnnees]) -> list[dict[str, Any]]:
    return [
        {
            "y": _milieu(rang),
            "depart": panneau,
            "fin": panneau + _longueur(ligne, case),
            "etiquette": case.etiquette,
            "plein": "#FFFFFF" if case.calcule else palette.REALISE,
            "trait": palette.REALISE,
        }
        for rang, ligne in enumerate(lignes)
        for panneau, case in enumerate(ligne.cases)
    ]


def _longueur(ligne: LigneAnnees, case: Case) -> float:
    plus_long = max(autre.valeur for autre in ligne.cases)
    return case.valeur / plus_long * REMPLI if plus_long else 0.0


def _mots(lignes: Sequence[LigneAnnees], fin: str, hauteur: int) -> list[Any]:
    donnees = [
        {"y": _milieu(rang), "nom": ligne.nom, "dont": ligne.dont, "fin": ligne.fin}
        for rang, ligne in enumerate(lignes)
    ]
    base, y = alt.Chart(porter(donnees)), _y(hauteur)
    noms = base.mark_text(
        align="left",
        x=0,
        dx=alt.ExprRef("datum.dont ? 16 : 0"),
        fontWeight=alt.ExprRef("datum.dont ? 400 : 600"),
    ).encode(y=y, text=alt.Text("nom:N"))
    derniere = base.mark_text(align="right", x="width").encode(y=y, text=alt.Text("fin:N"))
    entete = (
        alt.Chart(porter([{"y": 10, "mot": fin}]))
        .mark_text(align="right", x="width", color=palette.SECONDAIRE)
        .encode(y=y, text=alt.Text("mot:N"))
    )
    return [noms, derniere, entete]


def _titres(titres: Sequence[str], hauteur: int) -> Any:
    donnees = [{"y": 10, "rang": rang, "titre": titre} for rang, titre in enumerate(titres)]
    return (
        alt.Chart(porter(donnees))
        .mark_text(align="left", color=palette.SECONDAIRE)
        .encode(x=_x("rang", len(titres)), y=_y(hauteur), text=alt.Text("titre:N"))
    )


def _x(champ: str, combien: int) -> alt.X:
    etendue: list[Any] = [NOMS, bord_droit(FIN, NOMS)]
    return alt.X(
        f"{champ}:Q",
        scale=alt.Scale(domain=[0, combien], range=etendue, nice=False),
        axis=None,
    )


def _y(hauteur: int) -> alt.Y:
    return alt.Y("y:Q", scale=alt.Scale(domain=[hauteur, 0], nice=False), axis=None)


def _milieu(rang: int) -> float:
    return ENTETE + PAS * (rang + 0.5)
