"""The same flow over time for several modalities: one small panel each, one scale for all.

One view cut in equal panels rather than a facet, which would not follow the width of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import SANS_MARGE
from plie_metrics.typographie import typographier

PAR_LIGNE: Final = 3
HAUTEUR: Final = 128
UTILE: Final = 68  # height of the longest bar, in pixels
LARGEUR: Final = 0.9  # part of a panel that its bars fill


@dataclass(frozen=True)
class Serie:
    """A modality over time: None where the figure is hidden; `mots` at the top of each bar."""

    nom: str
    valeurs: tuple[float | None, ...]
    mots: tuple[str, ...]


def petits_multiples(series: Sequence[Serie], moments: Sequence[str]) -> dict[str, Any]:
    """A panel a series in the order given, three a row; `moments` name the bars."""
    plus_haut = max((v for s in series for v in s.valeurs if v is not None), default=0) or 1
    rangees = -(-len(series) // PAR_LIGNE)
    hauteur = HAUTEUR * max(1, rangees)
    barres, noms = [], []
    for rang, serie in enumerate(series):
        panneau, bas = rang % PAR_LIGNE, HAUTEUR * (rang // PAR_LIGNE) + HAUTEUR - 28
        noms.append({"x": panneau, "y": bas - UTILE - 24, "mot": typographier(serie.nom)})
        barres += _barres(serie, moments, panneau, bas, plus_haut)
    return _modele().remplir(barres=barres, noms=noms, hauteur=hauteur)


def _barres(
    serie: Serie, moments: Sequence[str], panneau: int, bas: float, plus_haut: float
) -> list[dict[str, Any]]:
    pas = LARGEUR / max(1, len(moments))
    return [
        {
            "gauche": panneau + pas * (rang + 0.12),
            "droite": panneau + pas * (rang + 0.88),
            "milieu": panneau + pas * (rang + 0.5),
            "bas": bas,
            "haut": bas - (valeur or 0) / plus_haut * UTILE,
            "mot": mot,
            "moment": moment,
            "axe": bas + 12,
        }
        for rang, (valeur, mot, moment) in enumerate(
            zip(serie.valeurs, serie.mots, moments, strict=True)
        )
    ]


@cache
def _modele() -> Modele:
    base, titres = alt.Chart(jeu("barres")), alt.Chart(jeu("noms"))
    milieu = _x("milieu")
    couches = [
        base.mark_rect(color=palette.REALISE).encode(
            x=_x("gauche"), x2=alt.X2("droite:Q"), y=_y("haut"), y2=alt.Y2("bas:Q")
        ),
        base.mark_text(baseline="bottom", dy=-2, fontSize=11).encode(
            x=milieu, y=_y("haut"), text=alt.Text("mot:N")
        ),
        base.mark_text(fontSize=11, color=palette.SECONDAIRE).encode(
            x=milieu, y=_y("axe"), text=alt.Text("moment:N")
        ),
        titres.mark_text(align="left", fontWeight=600).encode(
            x=_x("x"), y=_y("y"), text=alt.Text("mot:N")
        ),
    ]
    return modele(alt.layer(*couches).properties(padding=SANS_MARGE))


def _x(champ: str) -> alt.X:
    echelle = alt.Scale(domain=[0, PAR_LIGNE], nice=False, padding=0)
    return alt.X(f"{champ}:Q", axis=None, scale=echelle)


def _y(champ: str) -> alt.Y:
    echelle = alt.Scale(domain=[trou("hauteur"), 0], nice=False, padding=0)
    return alt.Y(f"{champ}:Q", axis=None, scale=echelle)
