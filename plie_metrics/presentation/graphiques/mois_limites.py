"""A flow month by month, between its limits of usual variation; provisional months lighter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.typographie import typographier

HAUTEUR: Final = 230
MARGE: Final = 1.22
PALE: Final = "#A9C8E2"
PIED: Final = 0.09  # of the scale: a shorter bar has no room for its figure


@dataclass(frozen=True)
class BarreMois:
    """A month: its name, its year (written once), its figure (None = not known) and its words.

    `basse`, `haute`: limits of usual variation, None when they cannot be told. `signal`: out of
    the ordinary; `provisoire`: not entirely entered.
    """

    nom: str
    annee: str
    valeur: float | None
    etiquette: str
    basse: float | None = None
    haute: float | None = None
    signal: bool = False
    provisoire: bool = False


def mois_limites(mois: Sequence[BarreMois]) -> dict[str, Any]:
    """Bars from zero; a dash above and below says where the month usually falls."""
    hauts = [max(m.valeur or 0, m.haute or 0) for m in mois]
    borne = (max(hauts, default=0) or 1) * MARGE
    donnees = [_donnee(rang, m, borne) for rang, m in enumerate(mois)]
    return _modele().remplir(mois=donnees, borne=borne)


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("mois")).encode(x=_x())
    marques = base.mark_bar(cornerRadiusEnd=2).encode(
        y=_y("valeur"),
        color=alt.Color("couleur:N", scale=None),
        stroke=alt.Stroke("trait:N", scale=None),
        strokeDash=alt.StrokeDash("tirets:N", scale=None),
        tooltip=[alt.Tooltip("mois:N", title=" "), alt.Tooltip("dit:N", title=" ")],
    )
    limites = [
        base.mark_tick(thickness=2, opacity=1).encode(
            y=_y(champ), color=alt.Color(f"trait_{champ}:N", scale=None)
        )
        for champ in ("basse", "haute")
    ]
    # at the foot of the bar, where no limit passes
    textes = base.mark_text(baseline="bottom", dy=-3, fontSize=12).encode(
        y=_y("pied"), text=alt.Text("etiquette:N"), color=alt.Color("encre:N", scale=None)
    )
    return modele(alt.layer(marques, *limites, textes).properties(height=HAUTEUR))


def _donnee(rang: int, mois: BarreMois, borne: float) -> dict[str, Any]:
    couleur = palette.SECONDE if mois.signal else palette.REALISE
    valeur = mois.valeur or 0
    pale, court = mois.provisoire and not mois.signal, valeur < PIED * borne
    provisoire = " (provisoire)" if mois.provisoire else ""
    nouvelle = mois.nom.startswith("janv") or rang == 0
    return {
        "rang": rang,
        "axe": f"{rang:03d}|{mois.nom}|{mois.annee if nouvelle else ''}",
        "mois": f"{mois.nom} {mois.annee}",
        "valeur": mois.valeur,
        "pied": valeur if court else 0,
        "etiquette": mois.etiquette,
        "dit": typographier(f"{mois.etiquette}{provisoire}"),
        "basse": mois.basse,
        "haute": mois.haute,
        "couleur": PALE if pale else couleur,
        "trait": couleur,
        "tirets": [3, 2] if mois.provisoire else [1, 0],
        "trait_basse": _trait(mois.basse, valeur, pale=pale),
        "trait_haute": _trait(mois.haute, valeur, pale=pale),
        "encre": palette.TEXTE if pale or court else "#FFFFFF",
    }


def _trait(limite: float | None, valeur: float, *, pale: bool) -> str:
    """White over a dark bar, dark elsewhere."""
    return "#FFFFFF" if limite is not None and limite < valeur and not pale else palette.TEXTE


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
    echelle = alt.Scale(domain=[0, trou("borne")], nice=False)
    return alt.Y(f"{champ}:Q", axis=None, scale=echelle)
