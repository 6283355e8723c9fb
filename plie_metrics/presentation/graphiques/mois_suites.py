"""What arrives each month, and the part of it that led to something: two pieces a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou

HAUTEUR: Final = 220
MARGE: Final = 1.2
AUTRES: Final = "#C9D3DD"


@dataclass(frozen=True)
class MoisSuite:
    """A month: all that came, what was followed and what waits (None = hidden), the rate told."""

    nom: str
    annee: str
    total: float
    suivies: float | None
    attente: float | None
    taux: str


def mois_suites(mois: Sequence[MoisSuite]) -> dict[str, Any]:
    """The whole in grey, in it what was followed (dark) and what waits (clear), the rate above."""
    borne = (max((m.total for m in mois), default=0) or 1) * MARGE
    donnees = [
        {
            "axe": f"{rang:03d}|{m.nom}|{m.annee if rang == 0 or m.nom.startswith('janv') else ''}",
            "mois": f"{m.nom} {m.annee}",
            "total": m.total,
            "suivies": m.suivies,
            "attente": m.attente,
            "jusque": None if m.suivies is None else m.suivies + (m.attente or 0),
            "taux": m.taux,
        }
        for rang, m in enumerate(mois)
    ]
    return _modele().remplir(mois=donnees, borne=borne)


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("mois")).encode(x=_x())
    bulle = [
        alt.Tooltip("mois:N", title=" "),
        alt.Tooltip("total:Q", title="Prescriptions", format=",.0f"),
        alt.Tooltip("suivies:Q", title="Suivies d’une entrée", format=",.0f"),
        alt.Tooltip("attente:Q", title="En attente", format=",.0f"),
        alt.Tooltip("taux:N", title="Part"),
    ]
    toutes = base.mark_bar(color=AUTRES).encode(y=_y("total"), tooltip=bulle)
    suivies = base.mark_bar(color=palette.REALISE).encode(y=_y("suivies"), tooltip=bulle)
    attente = base.mark_bar(color=palette.SEQUENCE[2]).encode(y=_y("jusque"), tooltip=bulle)
    mots = base.mark_text(baseline="bottom", dy=-4, fontSize=12).encode(
        y=_y("total"), text=alt.Text("taux:N")
    )
    return modele(alt.layer(toutes, attente, suivies, mots).properties(height=HAUTEUR))


def _x() -> alt.X:
    axe = alt.Axis(
        labelExpr="slice(split(datum.label, '|'), 1)",
        labelAngle=0,
        labelOverlap=True,
        title=None,
        grid=False,
    )
    return alt.X("axe:O", sort=None, axis=axe, scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1))


def _y(champ: str) -> alt.Y:
    axe = alt.Axis(title=None, format=",.0f", tickCount=4)
    return alt.Y(
        f"{champ}:Q", axis=axe, scale=alt.Scale(domain=[0, trou("borne")], nice=False), stack=None
    )
