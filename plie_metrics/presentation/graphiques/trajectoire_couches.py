"""The layers of a curve with its lines and its fans, drawn once for each shape."""

from functools import lru_cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou, trou_texte
from plie_metrics.presentation.graphiques.socle import SANS_MARGE

HAUTEUR: Final = 300


@lru_cache(maxsize=64)
def dessin(fonds: tuple[str, ...], combien: int, attendu: bool) -> Modele:
    """`fonds`: colours of the fans that are known; `combien`: lines to compare with."""
    couches = [
        *(_couche_fond(couleur) for couleur in fonds),
        *(_couche_repere(rang) for rang in range(combien)),
    ]
    if attendu:
        couches.append(
            _couche_ligne("attendu", palette.TROISIEME, strokeWidth=2, strokeDash=[5, 4])
        )
    couches += [_couche_constate(), _couche_etiquettes()]
    return modele(alt.layer(*couches).properties(height=HAUTEUR, padding=SANS_MARGE))


def _couche_fond(couleur: str) -> Any:
    return (
        alt.Chart(jeu(couleur))
        .mark_area(color=couleur, opacity=0.8)
        .encode(x=_x(), y=_y("bas"), y2=alt.Y2("haut:Q"))
    )


def _couche_repere(rang: int) -> Any:
    return _couche_ligne(
        f"ligne{rang}", trou(f"couleur{rang}"), strokeWidth=1.5, strokeDash=trou(f"tirets{rang}")
    )


def _couche_ligne(nom: str, couleur: Any, **trait: Any) -> Any:
    return alt.Chart(jeu(nom)).mark_line(color=couleur, **trait).encode(x=_x(), y=_y("valeur"))


def _couche_constate() -> Any:
    ronds = alt.OverlayMarkDef(size=40, filled=True)
    return _couche_ligne("constate", palette.REALISE, strokeWidth=3, point=ronds).encode(
        tooltip=[
            alt.Tooltip("nom:N", title="Fin de"),
            alt.Tooltip("valeur:Q", title="Constaté", format=",.0f"),
        ]
    )


def _couche_etiquettes() -> Any:
    return (
        alt.Chart(jeu("etiquettes"))
        .mark_text(align="left", dx=9, fontWeight=600)
        .encode(
            x=_x(),
            y=_y("y"),
            text=alt.Text("mot:N"),
            color=alt.Color("couleur:N", scale=None),
        )
    )


def _x() -> alt.X:
    axe = alt.Axis(
        values=trou("rangs"),
        labelExpr=trou_texte("noms"),
        labelOverlap=True,
        grid=False,
        title=None,
    )
    echelle = alt.Scale(domain=[0, trou("fin")], range=[0, trou("bord")], nice=False)
    return alt.X("rang:Q", axis=axe, scale=echelle)


def _y(champ: str) -> alt.Y:
    echelle = alt.Scale(domain=[0, trou("borne")], nice=False)
    axe = alt.Axis(title=None, format=",.0f", tickCount=5)
    return alt.Y(f"{champ}:Q", scale=echelle, axis=axe)
