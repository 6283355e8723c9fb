"""Small multiples in rows: where one starts, what is aimed at, a value of comparison.

Each row has its own scale: its start stands at the same place in all of them and the other marks
lie at their ratio to it, so that a change of 10 % is as long in every row. The values are written
at the right, in columns; a row whose figures do not compare says so in words instead of marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import pourcent
from plie_metrics.presentation.graphiques.ecarts_lignes import (
    ENTETE,
    MARGE,
    NOMS,
    PAS,
    Colonne,
    LigneEcart,
    milieu,
    ordonnee,
)
from plie_metrics.presentation.graphiques.ecarts_textes import colonnes_ecrites, mots, noms
from plie_metrics.presentation.graphiques.socle import bord_droit, habiller

GRADUATION: Final = 0.2


def ecarts(
    lignes: Sequence[LigneEcart], colonnes: Sequence[Colonne], depart: str
) -> dict[str, Any]:
    """The rows in the order given; `depart` names the start above its vertical line."""
    hauteur = ENTETE + PAS * len(lignes)
    largeur = sum(colonne.valeurs + colonne.details for colonne in colonnes)
    domaine = _domaine(lignes)
    x = _Abscisse(domaine, largeur)
    couches = [
        *_grille(lignes, x, depart, hauteur),
        *_marques(lignes, x, hauteur),
        *noms(lignes, hauteur),
        *mots(lignes, hauteur),
        *colonnes_ecrites(lignes, colonnes, largeur, hauteur),
    ]
    return habiller(alt.layer(*couches).properties(height=hauteur))


@dataclass(frozen=True)
class _Abscisse:
    """The horizontal scale between the names and the columns of values."""

    domaine: tuple[float, float]
    droite: int

    def __call__(self, champ: str) -> alt.X:
        gauche = NOMS + MARGE
        etendue: list[Any] = [gauche, bord_droit(self.droite + MARGE, gauche)]
        echelle = alt.Scale(domain=list(self.domaine), range=etendue, nice=False, zero=False)
        return alt.X(f"{champ}:Q", scale=echelle, axis=None)


def _domaine(lignes: Sequence[LigneEcart]) -> tuple[float, float]:
    positions = [
        position
        for ligne in lignes
        for valeur in (ligne.repere, ligne.cible)
        if (position := ligne.position(valeur)) is not None
    ]
    return (min([1 - GRADUATION, *positions]) - 0.04, max([1 + GRADUATION, *positions]) + 0.04)


def _grille(lignes: Sequence[LigneEcart], x: _Abscisse, depart: str, hauteur: int) -> list[Any]:
    debut, fin = (round(borne / GRADUATION) for borne in x.domaine)
    graduations = [
        {"x": rang * GRADUATION, "y": ENTETE, "bas": hauteur, "mot": _graduation(rang, depart)}
        for rang in range(debut, fin + 1)
        if x.domaine[0] <= rang * GRADUATION <= x.domaine[1]
    ]
    separations = [
        {"y": ENTETE + PAS * rang} for rang, ligne in enumerate(lignes) if not ligne.dont
    ]
    y = ordonnee(hauteur)
    reperes = alt.Chart(alt.Data(values=graduations)).encode(x=x("x"), y=y)
    return [
        alt.Chart(alt.Data(values=separations))
        .mark_rule(color=palette.BORDURE, x=0, x2="width")
        .encode(y=y),
        reperes.mark_rule(color=palette.BORDURE).encode(y2=alt.Y2("bas:Q")),
        reperes.mark_text(dy=-9, color=palette.SECONDAIRE, fontSize=12).encode(
            text=alt.Text("mot:N")
        ),
    ]


def _graduation(rang: int, depart: str) -> str:
    ecart = rang * GRADUATION - 1
    return depart if abs(ecart) < GRADUATION / 2 else pourcent(ecart, signe=True)


def _marques(lignes: Sequence[LigneEcart], x: _Abscisse, hauteur: int) -> list[Any]:
    placees = [(rang, ligne) for rang, ligne in enumerate(lignes) if not ligne.mot]
    donnees = [
        {
            "y": milieu(rang),
            "nom": ligne.nom,
            "depart": ligne.position(ligne.depart),
            "repere": ligne.position(ligne.repere),
            "cible": ligne.position(ligne.cible),
            "couleur": ligne.couleur,
        }
        for rang, ligne in placees
    ]
    base = alt.Chart(alt.Data(values=donnees)).encode(y=ordonnee(hauteur))
    trait = base.mark_rule(strokeWidth=2).encode(
        x=x("depart"), x2=alt.X2("cible:Q"), color=alt.Color("couleur:N", scale=None)
    )
    repere = base.mark_tick(orient="vertical", thickness=3, size=17, color=palette.REPERE).encode(
        x=x("repere")
    )
    point = base.mark_point(filled=True, size=62, opacity=1, color=palette.REALISE).encode(
        x=x("depart")
    )
    cible = base.mark_point(shape="diamond", size=110, strokeWidth=2, fill="#FFFFFF").encode(
        x=x("cible"), stroke=alt.Stroke("couleur:N", scale=None)
    )
    return [trait, repere, cible, point]
