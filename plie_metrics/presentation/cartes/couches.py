"""The layers of the map, as pydeck specifications."""

from collections.abc import Sequence
from typing import Any, Final

import pydeck as pdk

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cadre import Cadre
from plie_metrics.presentation.cartes.cercles import Cercle, valeur_ecrite
from plie_metrics.presentation.cartes.composition import Carte
from plie_metrics.presentation.cartes.couleurs import rgba
from plie_metrics.presentation.cartes.etiquettes import (
    HAUTEUR,
    INTERLIGNE,
    MARGE_X,
    TAILLE,
    Etiquette,
)
from plie_metrics.presentation.formats import INSECABLE, avec_unite, nombre
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.indicateurs import Nature, Repartition
from plie_metrics.territoire.participation import POUR, Participation
from plie_metrics.typographie import typographier

CLE_LIEU: Final = "lieu"
BLANC: Final = "#FFFFFF"
COULEURS: Final = {
    Nature.QPV: (palette.SECONDE, BLANC),
    Nature.VEILLE: (BLANC, palette.REPERE_TEXTE),
    Nature.MIXTE: (BLANC, palette.SECONDE),
}
MOTS: Final = {
    Nature.QPV: "Quartier prioritaire (QPV)",
    Nature.VEILLE: "Quartier de veille : ce n'est pas un QPV",
    Nature.MIXTE: "Un QPV et un quartier de veille que le rapport ne sépare pas",
}
ANCRES: Final = {-1: "start", 0: "middle", 1: "end"}
SOMBRES: Final = palette.SEQUENCE[3:]  # white text reads better on these


def couche_communes(carte: Carte, lieu: str) -> pdk.Layer:
    """The communes, tinted by rate; what is not detailed is grey, and can be clicked too."""
    donnees = [_commune(contour, carte) for contour in carte.contours]
    return pdk.Layer(
        "PolygonLayer",
        data=donnees,
        id=f"communes-{lieu}",
        get_polygon="contour",
        get_fill_color="couleur",
        get_line_color=rgba(BLANC),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1.2,
        pickable=True,
    )


def _commune(contour: Contour, carte: Carte) -> dict[str, Any]:
    lieu = carte.participations.du_code(contour.insee)
    return {
        CLE_LIEU: lieu.code,
        "contour": contour.points,
        "couleur": rgba(carte.classes.couleur(lieu.taux if lieu.detaillee else None)),
        "titre": typographier(contour.nom),
        "detail": typographier(_detail(lieu)),
    }


def _detail(lieu: Participation) -> str:
    personnes = avec_unite(lieu.participants, "participant", "participants")
    taux = f"{nombre(lieu.taux, 1)} pour {nombre(POUR)}{INSECABLE}habitants"
    if lieu.detaillee:
        return f"{personnes}, {taux}"
    return f"Non détaillée par le rapport : {lieu.nom.lower()} comptent {personnes}, {taux}"


def couche_choisies(carte: Carte, commune: str) -> pdk.Layer:
    """The outline of the place chosen, over the communes."""
    lieux = [lieu for lieu in carte.participations.lieux if lieu.code == commune]
    codes = {membre.insee for lieu in lieux for membre in lieu.communes}
    return pdk.Layer(
        "PolygonLayer",
        data=[{"contour": c.points} for c in carte.contours if c.insee in codes],
        id="choisies",
        get_polygon="contour",
        filled=False,
        stroked=True,
        get_line_color=rgba(palette.TEXTE),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=1.5 if len(codes) > 1 else 3,
        pickable=False,
    )


def couche_cercles(carte: Carte, lieu: str) -> pdk.Layer:
    """The quartiers as circles; the one chosen has a dark ring."""
    return pdk.Layer(
        "ScatterplotLayer",
        data=[_cercle(cercle, carte.repartition, lieu) for cercle in carte.cercles],
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


def _cercle(cercle: Cercle, repartition: Repartition, lieu: str) -> dict[str, Any]:
    choisi = lieu in {quartier.code for quartier in cercle.chiffre.quartiers}
    plein, trait = COULEURS[cercle.nature]
    quoi = repartition.indicateur
    unite = quoi.singulier if cercle.chiffre.valeur < 2 else quoi.pluriel
    return {
        CLE_LIEU: cercle.chiffre.code,
        "position": cercle.lieu,
        "rayon": cercle.rayon,
        "couleur": rgba(plein),
        "trait": rgba(palette.TEXTE if choisi else trait),
        "epaisseur": 3 if choisi else 2,
        "titre": typographier(f"{cercle.chiffre.nom} ({cercle.chiffre.quartiers[0].commune})"),
        "detail": typographier(
            f"{valeur_ecrite(quoi, cercle.chiffre.valeur)}{INSECABLE}{unite}. {MOTS[cercle.nature]}"
        ),
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
        "couleur": rgba(BLANC if clair else couleur),
        "fond": rgba(BLANC, 0 if etiquette.fond else 225),
    }
