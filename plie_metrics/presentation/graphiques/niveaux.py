"""A rate month after month: a line on a fixed scale from 0 to 100 %, its last value written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur

HAUTEUR: Final = 230


@dataclass(frozen=True)
class Niveau:
    """A month (its first day), its rate (0 to 1, None where hidden or undefined), its words."""

    mois: date
    valeur: float | None
    mot: str


def niveaux(points: Sequence[Niveau]) -> dict[str, Any]:
    """The line, broken where a month has no value."""
    donnees = [
        {
            "mois": f"{point.mois:%Y-%m-%d}T00:00:00",
            "valeur": point.valeur,
            "mot": point.mot,
            "dernier": point.mot if rang == len(points) else "",
        }
        for rang, point in enumerate(points, 1)
    ]
    return _modele().remplir(niveaux=donnees)


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("niveaux")).encode(
        x=alt.X(
            "mois:T",
            title=None,
            axis=alt.Axis(format="%b %Y", grid=False, labelOverlap=True, tickCount="month"),
        ),
        y=alt.Y(
            "valeur:Q",
            title=None,
            scale=alt.Scale(domain=[0, 1]),
            axis=alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
        ),
        tooltip=[
            alt.Tooltip("mois:T", title="Mois", format="%B %Y"),
            alt.Tooltip("mot:N", title="Part"),
        ],
    )
    ligne = base.mark_line(color=palette.REALISE, strokeWidth=2.5)
    ronds = base.mark_point(filled=True, size=45, color=palette.REALISE, opacity=1)
    mots = base.mark_text(align="right", dy=-14, fontWeight="bold").encode(
        text=alt.Text("dernier:N")
    )
    couches = alt.layer(ligne, ronds, mots).properties(height=HAUTEUR, padding=SANS_MARGE)
    return modele(a_la_largeur(couches))
