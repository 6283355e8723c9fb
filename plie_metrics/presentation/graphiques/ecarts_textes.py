"""The words of small multiples in rows: names, favourable ways, written values."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.ecarts_lignes import (
    MARGE,
    NOMS,
    SENS,
    Colonne,
    LigneEcart,
    donnees,
    ordonnee,
)


def noms(lignes: Sequence[LigneEcart], hauteur: int) -> list[Any]:
    """The names at the left, « dont » further in, and the favourable ways."""
    textes = donnees(lignes, nom=lambda ligne: ligne.nom, dont=lambda ligne: ligne.dont)
    couche = (
        alt.Chart(textes)
        .mark_text(
            align="left",
            x=0,
            dx=alt.ExprRef("datum.dont ? 16 : 0"),
            fontWeight=alt.ExprRef("datum.dont ? 400 : 600"),
            limit=NOMS - SENS,
        )
        .encode(y=ordonnee(hauteur), text=alt.Text("nom:N"))
    )
    return [couche, *_sens(lignes, hauteur)]


def _sens(lignes: Sequence[LigneEcart], hauteur: int) -> list[Any]:
    titres = alt.Data(values=[{"y": 9, "mot": "sens"}, {"y": 25, "mot": "favorable"}])
    return [
        alt.Chart(titres)
        .mark_text(align="right", x=NOMS, color=palette.SECONDAIRE, fontSize=12)
        .encode(y=ordonnee(hauteur), text=alt.Text("mot:N")),
        alt.Chart(donnees(lignes, sens=lambda ligne: ligne.sens))
        .mark_text(align="right", x=NOMS - SENS / 2, color=palette.SECONDAIRE)
        .encode(y=ordonnee(hauteur), text=alt.Text("sens:N")),
    ]


def mots(lignes: Sequence[LigneEcart], hauteur: int) -> list[Any]:
    """What stands in place of the marks."""
    textes = donnees(lignes, mot=lambda ligne: ligne.mot)
    return [
        alt.Chart(textes)
        .mark_text(
            align="left", x=NOMS + MARGE, color=palette.SECONDAIRE, fontStyle="italic", fontSize=12
        )
        .encode(y=ordonnee(hauteur), text=alt.Text("mot:N"))
    ]


def colonnes_ecrites(
    lignes: Sequence[LigneEcart], colonnes: Sequence[Colonne], largeur: int, hauteur: int
) -> list[Any]:
    """The values at the right; `largeur` is that of all the columns, in pixels."""
    couches: list[Any] = []
    reste = largeur
    for rang, colonne in enumerate(colonnes):
        droite = reste - colonne.valeurs
        couches += _colonne(lignes, colonne, rang, droite, hauteur)
        reste = droite - colonne.details
    return couches


def _colonne(
    lignes: Sequence[LigneEcart], colonne: Colonne, rang: int, droite: int, hauteur: int
) -> list[Any]:
    """`droite`: where the values end, in pixels from the right edge; details start just after."""
    bord = alt.ExprRef(f"width - {droite}")
    apres = alt.ExprRef(f"width - {droite - 5}")
    textes = donnees(
        lignes,
        valeur=lambda ligne: ligne.cellules[rang].valeur,
        detail=lambda ligne: ligne.cellules[rang].detail,
        couleur=lambda ligne: ligne.cellules[rang].couleur,
    )
    titres = alt.Data(values=[{"y": 9, "mot": colonne.titre}, {"y": 25, "mot": colonne.suite}])
    base, y = alt.Chart(textes), ordonnee(hauteur)
    return [
        alt.Chart(titres)
        .mark_text(align="right", x=bord, color=palette.SECONDAIRE, fontSize=12)
        .encode(y=y, text=alt.Text("mot:N")),
        base.mark_text(align="right", x=bord).encode(
            y=y, text=alt.Text("valeur:N"), color=alt.Color("couleur:N", scale=None)
        ),
        base.mark_text(align="left", x=apres, color=palette.SECONDAIRE, fontSize=11).encode(
            y=y, text=alt.Text("detail:N")
        ),
    ]
