"""The same map as a still picture (Vega-Lite), for files: a pydeck map cannot be written to one."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cadre import Cadre, Point
from plie_metrics.presentation.cartes.composition import Carte
from plie_metrics.presentation.cartes.couches import SOMBRES, couleurs
from plie_metrics.presentation.cartes.etiquettes import INTERLIGNE, TAILLE, Etiquette
from plie_metrics.presentation.cartes.hachures import hachurer
from plie_metrics.presentation.cartes.legende_image import legende_image
from plie_metrics.presentation.cartes.lieux import Etat
from plie_metrics.presentation.graphiques.socle import habiller, porter

PIXELS: Final[dict[str, Any]] = {"type": "identity", "scale": 1, "translate": [0, 0]}


def image(carte: Carte) -> dict[str, Any]:
    """Everything in pixels of the frame: outlines, hatching, circles, labels, key."""
    couches = [
        _formes(_polygones(carte))
        .mark_geoshape(stroke=palette.LIMITE, strokeWidth=1)
        .encode(fill=alt.Fill("properties.couleur:N", scale=None)),
        _formes(_hachures(carte)).mark_geoshape(filled=False, stroke=palette.REPERE, strokeWidth=1),
        _cercles(carte),
        *_textes([*carte.noms_communes, *carte.noms_quartiers]),
        *legende_image(carte),
    ]
    return habiller(
        alt.layer(*couches).properties(width=carte.cadre.largeur, height=carte.cadre.hauteur)
    )


def _formes(objets: list[dict[str, Any]]) -> Any:
    return alt.Chart(porter(objets)).project(**PIXELS)


def _polygones(carte: Carte) -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "properties": {"couleur": carte.couleur(carte.communes[contour.insee])},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[_xy(carte.cadre, point) for point in contour.points]],
            },
        }
        for contour in carte.contours
    ]


def _hachures(carte: Carte) -> list[dict[str, Any]]:
    lignes = [
        [list(de), list(a)]
        for contour in carte.contours
        if carte.communes[contour.insee].etat is Etat.MASQUE
        for de, a in hachurer([carte.cadre.pixel(point) for point in contour.points])
    ]
    geometrie = {"type": "MultiLineString", "coordinates": lignes}
    return [{"type": "Feature", "properties": {}, "geometry": geometrie}]


def _xy(cadre: Cadre, point: Point) -> list[float]:
    x, y = cadre.pixel(point)
    return [round(x, 1), round(y, 1)]


def _cercles(carte: Carte) -> Any:
    donnees = [
        {
            "x": cercle.centre[0],
            "y": cercle.centre[1],
            "aire": 3.1416 * cercle.rayon**2,
            "plein": couleurs(cercle.lieu)[0],
            "trait": couleurs(cercle.lieu)[1],
        }
        for cercle in carte.cercles
    ]
    return (
        _points(donnees)
        .mark_circle(opacity=1, strokeWidth=2)
        .encode(
            size=alt.Size("aire:Q", scale=None),
            fill=alt.Fill("plein:N", scale=None),
            stroke=alt.Stroke("trait:N", scale=None),
        )
    )


def _textes(etiquettes: Sequence[Etiquette]) -> list[Any]:
    """One line of words a row: a text of two lines is two rows."""
    lignes = []
    for etiquette in etiquettes:
        mots = etiquette.texte.split("\n")
        for rang, mot in enumerate(mots):
            decalage = (rang - (len(mots) - 1) / 2) * INTERLIGNE * TAILLE
            clair = etiquette.fond in SOMBRES
            lignes.append(
                {
                    "x": etiquette.boite.x,
                    "y": etiquette.boite.y + decalage,
                    "mot": mot,
                    "encre": palette.BLANC if clair else palette.TEXTE,
                    "halo": etiquette.fond or palette.BLANC,
                }
            )
    base = alt.Chart(porter(lignes)).encode(
        x=alt.XValue(alt.ExprRef("datum.x")),
        y=alt.YValue(alt.ExprRef("datum.y")),
        text=alt.Text("mot:N"),
    )
    return [
        base.mark_text(strokeWidth=3, fontSize=TAILLE, fontWeight=600).encode(
            stroke=alt.Stroke("halo:N", scale=None)
        ),
        base.mark_text(fontSize=TAILLE, fontWeight=600).encode(
            color=alt.Color("encre:N", scale=None)
        ),
    ]


def _points(donnees: list[dict[str, Any]]) -> Any:
    return alt.Chart(porter(donnees)).encode(
        x=alt.XValue(alt.ExprRef("datum.x")), y=alt.YValue(alt.ExprRef("datum.y"))
    )
