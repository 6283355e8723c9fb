"""Two shares of the same modality: a hollow dot, a full one, the stroke between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, bord, en_lignes
from plie_metrics.typographie import typographier

PAS: Final = 30


@dataclass(frozen=True)
class Paire:
    """A modality: the share compared (`plein`), the one it is compared with, and the words.

    A share is None when it is hidden or not known: its dot is left out, the words say why.
    """

    nom: str
    plein: float | None
    creux: float | None
    mot: str


def paires(lignes: Sequence[Paire], plein: str, creux: str) -> dict[str, Any]:
    """One line a modality, from zero; `plein` and `creux` name the two dots, above the lines."""
    valeurs = [v for li in lignes for v in (li.plein, li.creux) if v is not None]
    marge = 22 + int(6.7 * max((len(li.mot) for li in lignes), default=0))
    return _modele().remplir(
        paires=[_donnee(li) for li in lignes],
        legende=[{"mot": typographier(f"● {plein}   ○ {creux}")}],
        borne=max(valeurs, default=0) or 1,
        bord=bord(marge),
        hauteur=en_lignes(PAS, len(lignes)),
    )


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("paires")).encode(y=_y())
    couches = alt.layer(
        base.mark_rule(strokeWidth=3, color=palette.BORDURE).encode(x=_x("bas"), x2=alt.X2("haut")),
        _points(base, "creux", "#FFFFFF").encode(x=_x("creux")),
        _points(base, "plein", palette.REALISE).encode(x=_x("plein")),
        base.mark_text(align="left", dx=12).encode(x=_x("haut"), text=alt.Text("mot:N")),
        _legende(),
    )
    return modele(a_la_largeur(couches).properties(padding={**SANS_MARGE, "top": 26}))


def _donnee(ligne: Paire) -> dict[str, Any]:
    connues = [v for v in (ligne.plein, ligne.creux) if v is not None]
    return {
        "nom": typographier(ligne.nom),
        "plein": ligne.plein,
        "creux": ligne.creux,
        "bas": min(connues, default=0),
        "haut": max(connues, default=0),
        "mot": typographier(ligne.mot),
    }


def _points(base: alt.Chart, champ: str, fond: str) -> alt.Chart:
    points: alt.Chart = base.transform_filter(f"isValid(datum.{champ})").mark_point(
        size=110, filled=True, fill=fond, stroke=palette.REALISE, strokeWidth=2, opacity=1
    )
    return points


def _legende() -> Any:
    texte = alt.Chart(jeu("legende"))
    return texte.mark_text(align="left", x=0, y=-13, color=palette.SECONDAIRE).encode(
        text=alt.Text("mot:N")
    )


def _x(champ: str) -> alt.X:
    echelle = alt.Scale(domain=[0, trou("borne")], range=[4, trou("bord")], nice=False)
    return alt.X(f"{champ}:Q", axis=None, scale=echelle)


def _y() -> alt.Y:
    axe = alt.Axis(labelLimit=230, labelColor=palette.TEXTE, grid=False)
    return alt.Y("nom:N", sort=None, title=None, axis=axe)
