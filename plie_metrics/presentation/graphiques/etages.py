"""Stacked bars with their words inside: one whole a line, cut in parts that are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, bord, en_lignes
from plie_metrics.typographie import typographier

PAS: Final = 64
EPAISSEUR: Final = 30
LARGEUR_CARACTERE: Final = 7.5


@dataclass(frozen=True)
class Etage:
    """A part: its length, its words, its colour; `vide` outlines what is taken out of the whole."""

    longueur: float
    mot: str
    couleur: str
    vide: bool = False


@dataclass(frozen=True)
class Ligne:
    """A whole: its name, its parts from the left, what is said at its end."""

    nom: str
    etages: tuple[Etage, ...]
    verdict: str


def etages(lignes: Sequence[Ligne]) -> dict[str, Any]:
    """One bar a line on a common scale from zero, the verdict after it; names above the bars."""
    borne = max((sum(e.longueur for e in ligne.etages) for ligne in lignes), default=0) or 1
    marge = 20 + int(LARGEUR_CARACTERE * max((len(x.verdict) for x in lignes), default=0))
    return _modele().remplir(
        etages=list(_segments(lignes)),
        verdicts=_fins(lignes),
        borne=borne,
        bord=bord(marge),
        hauteur=en_lignes(PAS, len(lignes)),
    )


@cache
def _modele() -> Modele:
    echelle = alt.Scale(domain=[0, trou("borne")], range=[0, trou("bord")])
    base = alt.Chart(jeu("etages")).encode(y=_y())
    barres = base.mark_bar(size=EPAISSEUR).encode(
        x=alt.X("debut:Q", axis=None, scale=echelle),
        x2=alt.X2("fin:Q"),
        fill=alt.Fill("fond:N", scale=None),
        stroke=alt.Stroke("trait:N", scale=None),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("mot:N", title=" ")],
    )
    dedans = base.mark_text(align="left", dx=7, fontWeight="bold", clip=True).encode(
        x=alt.X("debut:Q", axis=None, scale=echelle),
        text=alt.Text("ecrit:N"),
        color=alt.Color("encre:N", scale=None),
    )
    couches = alt.layer(barres, dedans, *_verdicts(echelle))
    return modele(a_la_largeur(couches).properties(padding=SANS_MARGE))


def _y() -> alt.Y:
    return alt.Y("ligne:N", sort=None, axis=None)


def _segments(lignes: Sequence[Ligne]) -> Any:
    for rang, ligne in enumerate(lignes):
        debut = 0.0
        total = sum(e.longueur for e in ligne.etages) or 1
        for etage in ligne.etages:
            yield {
                "ligne": rang,
                "nom": typographier(ligne.nom),
                "debut": debut,
                "fin": debut + etage.longueur,
                "mot": typographier(etage.mot),
                # a part too thin for its words says them in its tooltip and in the table
                "ecrit": typographier(etage.mot) if etage.longueur / total > 0.2 else "",
                "fond": "white" if etage.vide else etage.couleur,
                "trait": etage.couleur,
                "encre": palette.TEXTE if etage.vide else "white",
            }
            debut += etage.longueur


def _fins(lignes: Sequence[Ligne]) -> list[dict[str, Any]]:
    return [
        {
            "ligne": rang,
            "nom": typographier(ligne.nom),
            "verdict": typographier(ligne.verdict),
            "fin": sum(e.longueur for e in ligne.etages),
        }
        for rang, ligne in enumerate(lignes)
    ]


def _verdicts(echelle: alt.Scale) -> list[Any]:
    base = alt.Chart(jeu("verdicts")).encode(y=_y())
    noms = base.mark_text(align="left", dy=-24, color=palette.SECONDAIRE).encode(
        x=alt.XValue(0), text=alt.Text("nom:N")
    )
    fins = base.mark_text(align="left", dx=8, fontWeight="bold").encode(
        x=alt.X("fin:Q", axis=None, scale=echelle), text=alt.Text("verdict:N")
    )
    return [noms, fins]
