"""Two shares of the same modality: a hollow dot, a full one, the stroke between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import (
    SANS_MARGE,
    bord_droit,
    en_lignes,
    habiller,
    porter,
)
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
    borne = max(valeurs, default=0) or 1
    marge = 22 + int(6.7 * max((len(li.mot) for li in lignes), default=0))
    echelle = alt.Scale(domain=[0, borne], range=[4, bord_droit(marge)], nice=False)

    def x(champ: str) -> alt.X:
        return alt.X(f"{champ}:Q", axis=None, scale=echelle)

    donnees = [_donnee(li) for li in lignes]
    base = alt.Chart(porter(donnees)).encode(y=_y())
    couches = alt.layer(
        base.mark_rule(strokeWidth=3, color=palette.BORDURE).encode(x=x("bas"), x2=alt.X2("haut")),
        _points(base, "creux", "#FFFFFF").encode(x=x("creux")),
        _points(base, "plein", palette.REALISE).encode(x=x("plein")),
        base.mark_text(align="left", dx=12).encode(x=x("haut"), text=alt.Text("mot:N")),
        _legende(plein, creux),
    )
    return habiller(
        en_lignes(couches, PAS, len(lignes)).properties(padding={**SANS_MARGE, "top": 26})
    )


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


def _legende(plein: str, creux: str) -> Any:
    texte = alt.Chart(porter([{"mot": typographier(f"● {plein}   ○ {creux}")}]))
    return texte.mark_text(align="left", x=0, y=-13, color=palette.SECONDAIRE).encode(
        text=alt.Text("mot:N")
    )


def _y() -> alt.Y:
    axe = alt.Axis(labelLimit=230, labelColor=palette.TEXTE, grid=False)
    return alt.Y("nom:N", sort=None, title=None, axis=axe)
