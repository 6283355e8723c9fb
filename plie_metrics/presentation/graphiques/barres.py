"""Horizontal bars sorted as given, the value at the end of each: for comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import (
    bord_droit,
    en_lignes,
    habiller,
    porter,
    sans_donnees,
)
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
    # room for the value written after the longest bar, by steps so that few specifications exist
    longue = max((len(b.etiquette) for b in lignes), default=0)
    marge = 14 + 7 * (longue + longue % 2)
    modele = _modele(pas, largeur_noms, marge, len(lignes), any(b.valeur for b in lignes))
    return {**modele, "data": {"values": donnees}}


@lru_cache(maxsize=256)
def _modele(pas: int, largeur_noms: int, marge: int, combien: int, longues: bool) -> dict[str, Any]:
    """The specification without its data: building one costs more than all the figures it shows."""
    base = alt.Chart(porter([])).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=largeur_noms, labelColor=palette.TEXTE),
        ),
        x=alt.X("valeur:Q", axis=None, scale=_echelle(marge, longues)),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("etiquette:N", title="Effectif")],
    )
    marques = base.mark_bar(size=pas * 0.62, cornerRadiusEnd=2).encode(
        color=alt.Color("couleur:N", scale=None)
    )
    valeurs = base.mark_text(align="left", dx=5).encode(text=alt.Text("etiquette:N"))
    return sans_donnees(habiller(en_lignes(alt.layer(marques, valeurs), pas, combien)))


def _echelle(marge: int, longues: bool) -> Any:
    """From zero to the longest bar; to 1 when every bar is empty."""
    bornes = alt.Undefined if longues else [0, 1]
    return alt.Scale(domain=bornes, nice=False, zero=True, range=[0, bord_droit(marge)])
