"""Dots against a mean: one line a place, a rule for the whole, a stroke for the gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import a_la_largeur, en_lignes

MARGE: Final = 1.6  # room on the right for what is written beside the dot
EFFACE: Final = 0.35


@dataclass(frozen=True)
class LignePoint:
    """One place: its name, its value, what is written beside, its colour by meaning.

    `plein=False` draws a hollow dot (a group, not one place); `choisi=False` fades the line when
    another is chosen.
    """

    nom: str
    valeur: float
    etiquette: str
    couleur: str = palette.REALISE
    plein: bool = True
    choisi: bool = True


def points_moyenne(
    lignes: Sequence[LignePoint], moyenne: float, mot_moyenne: str, *, pas: int = 25
) -> dict[str, Any]:
    """One dot a line, in the order given, on a scale from zero, with the mean as a rule."""
    donnees = [
        {
            "nom": ligne.nom,
            "valeur": ligne.valeur,
            "moyenne": moyenne,
            "etiquette": ligne.etiquette,
            "couleur": ligne.couleur,
            "fond": ligne.couleur if ligne.plein else "white",
            "opacite": 1 if ligne.choisi else EFFACE,
            "encre": palette.TEXTE if ligne.choisi else palette.SECONDAIRE,
        }
        for ligne in lignes
    ]
    borne = max((ligne.valeur for ligne in lignes), default=1) * MARGE
    return _modele().remplir(
        points=donnees,
        moyenne=[{"moyenne": moyenne, "mot": mot_moyenne}],
        borne=max(borne, moyenne * MARGE),
        hauteur=en_lignes(pas, len(lignes)),
    )


@cache
def _modele() -> Modele:
    echelle = alt.Scale(domain=[0, trou("borne")], nice=False)
    base = alt.Chart(jeu("points")).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=190, labelColor=palette.TEXTE, grid=False),
        ),
        x=alt.X("valeur:Q", axis=None, scale=echelle),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("etiquette:N", title=" ")],
    )
    texte = alt.Text("etiquette:N")
    couches = alt.layer(
        _regle(echelle),
        base.mark_rule(strokeWidth=2, color=palette.BORDURE).encode(alt.X2("moyenne:Q")),
        base.mark_point(size=130, filled=False, strokeWidth=2.5, fillOpacity=1).encode(
            stroke=alt.Stroke("couleur:N", scale=None),
            fill=alt.Fill("fond:N", scale=None),
            opacity=alt.Opacity("opacite:Q", scale=None),
        ),
        # white under the words, so that the rule of the mean never strikes them out
        base.mark_text(align="left", dx=11, stroke="white", strokeWidth=4).encode(texte),
        base.mark_text(align="left", dx=11).encode(texte, color=alt.Color("encre:N", scale=None)),
    )
    return modele(a_la_largeur(couches))


def _regle(echelle: alt.Scale) -> Any:
    base = alt.Chart(jeu("moyenne")).encode(x=alt.X("moyenne:Q", axis=None, scale=echelle))
    trait = base.mark_rule(color=palette.REPERE, strokeDash=[4, 3], strokeWidth=1.5)
    texte = base.mark_text(
        y=-8, align="center", baseline="bottom", color=palette.SECONDAIRE, fontSize=12
    )
    return alt.layer(trait, texte.encode(text=alt.Text("mot:N")))
