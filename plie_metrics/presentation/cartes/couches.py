"""The layers of the map, as pydeck specifications."""

from collections.abc import Sequence
from typing import Any, Final

import pydeck as pdk

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cadre import Cadre
from plie_metrics.presentation.cartes.cercles import Cercle
from plie_metrics.presentation.cartes.composition import Carte
from plie_metrics.presentation.cartes.couleurs import rgba
from plie_metrics.presentation.cartes.etiquettes import (
    HAUTEUR,
    INTERLIGNE,
    MARGE_X,
    TAILLE,
    Etiquette,
)
from plie_metrics.presentation.cartes.hachures import hachurer
from plie_metrics.presentation.cartes.lieux import NATURES, Etat, Lieu, Nature
from plie_metrics.typographie import typographier

CLE_LIEU: Final = "lieu"
NATURE: Final = "nature"
ANCRES: Final = {-1: "start", 0: "middle", 1: "end"}
SOMBRES: Final = palette.SEQUENCE[3:]  # white text reads better on these
VOILE: Final = 150
"""Opacity of a circle laid over its own official perimeter."""


def couche_communes(carte: Carte, lieu: str) -> pdk.Layer:
    """The communes, tinted by value; each can be clicked, whatever is known of it."""
    return pdk.Layer(
        "PolygonLayer",
        data=[
            {
                **_bulle(carte.communes[contour.insee]),
                "contour": contour.points,
                "couleur": rgba(carte.couleur(carte.communes[contour.insee])),
            }
            for contour in carte.contours
        ],
        id=f"communes-{lieu}",
        get_polygon="contour",
        get_fill_color="couleur",
        get_line_color=rgba(palette.LIMITE),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1,
        pickable=True,
    )


def couche_hachures(carte: Carte) -> pdk.Layer:
    """The hatching of the communes whose figure is hidden."""
    segments = [
        {"de": carte.cadre.degres(de), "a": carte.cadre.degres(a)}
        for contour in carte.contours
        if carte.communes[contour.insee].etat is Etat.MASQUE
        for de, a in hachurer([carte.cadre.pixel(point) for point in contour.points])
    ]
    return pdk.Layer(
        "LineLayer",
        data=segments,
        id="hachures",
        get_source_position="de",
        get_target_position="a",
        get_color=rgba(palette.REPERE),
        get_width=1,
        width_units=pdk.types.String("pixels"),
        pickable=False,
    )


def couche_choisies(carte: Carte, commune: str) -> pdk.Layer:
    """The outline of the commune chosen, over the others."""
    return pdk.Layer(
        "PolygonLayer",
        data=[{"contour": c.points} for c in carte.contours if c.insee == commune],
        id="choisies",
        get_polygon="contour",
        filled=False,
        get_line_color=rgba(palette.TEXTE),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=3,
        pickable=False,
    )


def couche_perimetres(carte: Carte) -> pdk.Layer:
    """The official perimeters of the QPV, where they are installed."""
    return pdk.Layer(
        "PolygonLayer",
        data=[
            {"contour": anneau} for perimetre in carte.perimetres for anneau in perimetre.anneaux
        ],
        id="perimetres",
        get_polygon="contour",
        get_fill_color=rgba(palette.SECONDE),
        get_line_color=rgba(palette.SECONDE_TEXTE),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1,
        pickable=False,
    )


def couche_cercles(carte: Carte, lieu: str) -> pdk.Layer:
    """The quartiers as circles; the one chosen has a dark ring."""
    perimetres = {perimetre.code for perimetre in carte.perimetres}
    return pdk.Layer(
        "ScatterplotLayer",
        data=[_cercle(cercle, lieu, cercle.lieu.code in perimetres) for cercle in carte.cercles],
        id=f"quartiers-{lieu}",
        get_position="position",
        get_radius="rayon",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="couleur",
        stroked=True,
        get_line_color="trait",
        get_line_width="epaisseur",
        line_width_units=pdk.types.String("pixels"),
        pickable=True,
    )


def couleurs(lieu: Lieu) -> tuple[str, str]:
    """Fill and stroke of a circle: hollow when it has no size to tell, or is no QPV."""
    plein = lieu.taille > 0 and lieu.nature is Nature.QPV
    trait = palette.BLANC if plein else palette.REPERE_TEXTE
    if lieu.nature is Nature.QPV and not plein:
        trait = palette.SECONDE
    return (palette.SECONDE if plein else palette.BLANC), trait


def _cercle(cercle: Cercle, choisi: str, perimetre: bool) -> dict[str, Any]:
    plein, trait = couleurs(cercle.lieu)
    retenu = cercle.lieu.code == choisi
    return {
        **_bulle(cercle.lieu),
        "position": cercle.point,
        "rayon": cercle.rayon,
        "couleur": rgba(plein, VOILE) if perimetre else rgba(plein),
        "trait": rgba(palette.TEXTE if retenu else trait),
        "epaisseur": 3 if retenu else 2,
    }


def _bulle(lieu: Lieu) -> dict[str, Any]:
    """What can be clicked and read: a hidden value is in none of it."""
    nature = "" if lieu.nature is Nature.COMMUNE else f". {NATURES[lieu.nature]}"
    return {
        CLE_LIEU: lieu.code,
        NATURE: lieu.nature.value,
        "titre": typographier(lieu.nom),
        "detail": typographier(f"{lieu.detail}{nature}"),
    }


def couche_textes(
    nom: str, etiquettes: Sequence[Etiquette], cadre: Cadre, couleur: str
) -> pdk.Layer:
    """Labels, each in the place that `etiquettes` found for it."""
    return pdk.Layer(
        "TextLayer",
        data=[_texte(etiquette, cadre, couleur) for etiquette in etiquettes],
        id=nom,
        get_position="position",
        get_text="texte",
        get_text_anchor="ancre",
        get_size=TAILLE,
        get_color="couleur",
        # plain strings would become accessors, and nothing would be drawn
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String("Source Sans, Arial, sans-serif"),
        font_weight=600,
        font_settings={"fontSize": 2 * TAILLE, "buffer": 4},
        line_height=INTERLIGNE,
        background=True,
        get_background_color="fond",
        background_padding=[MARGE_X, (HAUTEUR - TAILLE) / 2 - 1],
        pickable=False,
    )


def _texte(etiquette: Etiquette, cadre: Cadre, couleur: str) -> dict[str, Any]:
    boite, cote = etiquette.boite, etiquette.alignement
    bord = boite.x + cote * (boite.largeur / 2 - MARGE_X)
    clair = etiquette.fond in SOMBRES
    return {
        "texte": etiquette.texte,
        "position": cadre.degres((bord, boite.y)),
        "ancre": ANCRES[cote],
        "couleur": rgba(palette.BLANC if clair else couleur),
        "fond": rgba(palette.BLANC, 0 if etiquette.fond else 225),
    }
