"""Rates side by side against the whole: a dot a line, with what it is made of; masks are words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import a_la_largeur, bord, en_lignes
from plie_metrics.typographie import typographier

LARGEUR_CARACTERE: Final = 7


@dataclass(frozen=True)
class Taux:
    """A line: its name, its rate (0 to 1; None where hidden or undefined), what is written of it.

    `bas`, `haut`: the bounds that the unknown leave to the rate, drawn as a bar.
    """

    nom: str
    valeur: float | None
    mot: str
    bas: float | None = None
    haut: float | None = None
    couleur: str = palette.REALISE


def taux(
    lignes: Sequence[Taux], ensemble: float | None, *, pas: int = 27, largeur_noms: int = 230
) -> dict[str, Any]:
    """Dots on a scale from 0 to 100 %; `ensemble` is the rate of the whole, a dashed rule."""
    return _modele(ensemble is None).remplir(
        taux=[_donnee(ligne) for ligne in lignes],
        ensemble=[{"ensemble": ensemble}],
        largeur_noms=largeur_noms,
        bord=bord(_marge(lignes)),
        hauteur=en_lignes(pas, len(lignes)),
    )


@cache
def _modele(seuls: bool) -> Modele:
    """`seuls`: without the rule of the whole."""
    echelle = alt.Scale(domain=[0, 1], range=[0, trou("bord")])
    base = alt.Chart(jeu("taux")).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(
                labelLimit=trou("largeur_noms"),
                labelColor=palette.TEXTE,
                labelPadding=10,  # a rate of 0 never covers the name
                grid=True,
            ),
        ),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("mot:N", title=" ")],
    )
    x = alt.X("valeur:Q", axis=None, scale=echelle)
    couches = [
        base.mark_rule(strokeWidth=7, opacity=0.3).encode(
            x=alt.X("bas:Q", axis=None, scale=echelle),
            x2=alt.X2("haut:Q"),
            color=alt.Color("couleur:N", scale=None),
        ),
        base.mark_point(filled=True, size=110, opacity=1).encode(
            x=x, color=alt.Color("couleur:N", scale=None)
        ),
    ]
    depart = alt.X("apres:Q", axis=None, scale=echelle)
    halo = base.mark_text(align="left", dx=10, stroke="white", strokeWidth=4)
    mots = base.mark_text(align="left", dx=10)
    textes = [m.encode(x=depart, text=alt.Text("mot:N")) for m in (halo, mots)]
    regle = [] if seuls else [_regle(echelle)]
    return modele(a_la_largeur(alt.layer(*regle, *couches, *textes)))


def _marge(lignes: Sequence[Taux]) -> int:
    """Room for the words of the line that goes the farthest to the right."""
    besoins = [
        LARGEUR_CARACTERE * len(ligne.mot) for ligne in lignes if (ligne.valeur or 0) > 1 / 2
    ]
    return 24 + max(besoins, default=120)


def _donnee(ligne: Taux) -> dict[str, Any]:
    sans = ligne.valeur is None
    bas = ligne.bas if ligne.bas is not None else ligne.valeur
    haut = ligne.haut if ligne.haut is not None else ligne.valeur
    return {
        "nom": typographier(ligne.nom),
        "valeur": ligne.valeur,
        "bas": bas,
        "haut": haut,
        "apres": 0 if sans and haut is None else haut,
        "mot": ligne.mot,
        "couleur": ligne.couleur,
    }


def _regle(echelle: alt.Scale) -> Any:
    return (
        alt.Chart(jeu("ensemble"))
        .mark_rule(color=palette.REPERE, strokeDash=[4, 3], strokeWidth=1.5)
        .encode(x=alt.X("ensemble:Q", axis=None, scale=echelle))
    )
