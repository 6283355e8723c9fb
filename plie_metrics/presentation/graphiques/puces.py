"""Bullet bars side by side: each line has its own scale, its target always at the same place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele
from plie_metrics.presentation.graphiques.socle import a_la_largeur, en_lignes
from plie_metrics.typographie import typographier

BORNE: Final = 1.35
PAS: Final = 58


@dataclass(frozen=True)
class Puce:
    """A line: its name, what was done and aimed at (same unit), and its verdict in words."""

    nom: str
    realise: float
    objectif: float
    mot: str


def puces(lignes: Sequence[Puce]) -> dict[str, Any]:
    """Bars as shares of their own target, the targets on one vertical line."""
    donnees = [
        {
            "nom": typographier(puce.nom),
            "part": min(puce.realise / puce.objectif, BORNE) if puce.objectif else 0,
            "cible": 1,
            "valeur": f"{nombre(puce.realise)} sur {nombre(puce.objectif)}",
            "mot": typographier(puce.mot),
            "couleur": palette.REALISE,
        }
        for puce in lignes
    ]
    return _modele().remplir(puces=donnees, hauteur=en_lignes(PAS, len(lignes)))


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("puces")).encode(
        y=alt.Y("nom:N", sort=None, title=None, axis=alt.Axis(labelColor=palette.TEXTE))
    )
    echelle = alt.Scale(domain=[0, BORNE], nice=False)
    barre = base.mark_bar(size=18, cornerRadiusEnd=2).encode(
        x=alt.X("part:Q", scale=echelle, axis=None), color=alt.Color("couleur:N", scale=None)
    )
    trait = base.mark_tick(thickness=3, size=34, color=palette.TEXTE).encode(
        x=alt.X("cible:Q", scale=echelle, axis=None)
    )
    dans = base.mark_text(align="left", dx=8, color="#FFFFFF", fontWeight="bold").encode(
        x=alt.X(value=0), text=alt.Text("valeur:N")
    )
    mots = base.mark_text(align="left", dx=10, color=palette.TEXTE).encode(
        x=alt.X("cible:Q", scale=echelle, axis=None), text=alt.Text("mot:N")
    )
    return modele(a_la_largeur(alt.layer(barre, trait, dans, mots)))
