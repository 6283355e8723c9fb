"""One column a month, its value above: for flows that are read along the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import mois_court, mois_long
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou_texte

HAUTEUR: Final = 210
ETIQUETTES: Final = 18  # beyond so many columns, values above would touch each other


@dataclass(frozen=True)
class ColonneMois:
    """A month: its first day, its value (None: hidden or unknown), what is written of it."""

    mois: date
    valeur: float | None
    etiquette: str


def colonnes_mois(mois: Sequence[ColonneMois], unite: str) -> dict[str, Any]:
    """The months in order, from zero; one without a value is a hatch sign, never a zero."""
    plusieurs = len({m.mois.year for m in mois}) > 1
    donnees = [
        {
            "mois": m.mois.isoformat()[:7],
            "nom": mois_long(m.mois),
            "court": f"{mois_court(m.mois)} {m.mois:%y}" if plusieurs else mois_court(m.mois),
            "valeur": 0 if m.valeur is None else m.valeur,
            "etiquette": "▨" if m.valeur is None else m.etiquette,
            "dit": m.etiquette,
        }
        for m in mois
    ]
    return _modele(len(mois) <= ETIQUETTES).remplir(mois=donnees, unite=unite)


@cache
def _modele(ecrites: bool) -> Modele:
    """`ecrites`: with the values above the columns."""
    base = alt.Chart(jeu("mois")).encode(
        x=alt.X("court:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("valeur:Q", axis=None, scale=alt.Scale(zero=True)),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("dit:N", title=trou_texte("unite"))],
    )
    barres = base.mark_bar(color=palette.REALISE, cornerRadiusEnd=2)
    if not ecrites:
        return modele(barres.properties(height=HAUTEUR))
    mots = base.mark_text(baseline="bottom", dy=-3, fontSize=12).encode(
        text=alt.Text("etiquette:N")
    )
    return modele(alt.layer(barres, mots).properties(height=HAUTEUR))
