"""Horizontal bars sorted as given, the value at the end of each: for comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import a_la_largeur, bord, en_lignes
from plie_metrics.typographie import typographier


@dataclass(frozen=True)
class Barre:
    """A bar: its name, its length, what is written at its end, its colour by meaning."""

    nom: str
    valeur: float
    etiquette: str
    couleur: str = palette.REALISE


def barres(lignes: Sequence[Barre], *, pas: int = 26, largeur_noms: int = 230) -> dict[str, Any]:
    """One bar a line, in the order given, from zero; the value is written on the chart."""
    donnees = [
        {
            "nom": typographier(barre.nom),
            "valeur": barre.valeur,
            "etiquette": barre.etiquette,
            "couleur": barre.couleur,
        }
        for barre in lignes
    ]
    # room for the value written after the longest bar
    longue = max((len(b.etiquette) for b in lignes), default=0)
    return _modele(any(b.valeur for b in lignes)).remplir(
        barres=donnees,
        epaisseur=pas * 0.62,
        largeur_noms=largeur_noms,
        bord=bord(14 + 7 * (longue + longue % 2)),
        hauteur=en_lignes(pas, len(lignes)),
    )


@cache
def _modele(longues: bool) -> Modele:
    """`longues`: one bar at least is not empty."""
    base = alt.Chart(jeu("barres")).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=trou("largeur_noms"), labelColor=palette.TEXTE),
        ),
        x=alt.X("valeur:Q", axis=None, scale=_echelle(longues)),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("etiquette:N", title="Effectif")],
    )
    marques = base.mark_bar(size=trou("epaisseur"), cornerRadiusEnd=2).encode(
        color=alt.Color("couleur:N", scale=None)
    )
    valeurs = base.mark_text(align="left", dx=5).encode(text=alt.Text("etiquette:N"))
    return modele(a_la_largeur(alt.layer(marques, valeurs)))


def _echelle(longues: bool) -> Any:
    """From zero to the longest bar; to 1 when every bar is empty."""
    bornes = alt.Undefined if longues else [0, 1]
    return alt.Scale(domain=bornes, nice=False, zero=True, range=[0, trou("bord")])
