"""What the map of the PLIE shows, each thing in its place: frame, classes, circles, labels."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation.cartes.cadre import Cadre, cadrer
from plie_metrics.presentation.cartes.cercles import Cercle, cercles
from plie_metrics.presentation.cartes.classes import Classes, classer
from plie_metrics.presentation.cartes.etiquettes import (
    Ancre,
    Etiquette,
    nommer_cercles,
    nommer_communes,
)
from plie_metrics.presentation.formats import nombre
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.indicateurs import Repartition
from plie_metrics.territoire.participation import Participation, Participations
from plie_metrics.territoire.referentiel import Referentiel
from plie_metrics.typographie import typographier

LARGEUR: Final = 600
HAUTEUR_CARTE: Final = 496


@dataclass(frozen=True)
class Carte:
    """What a map shows, placed in its frame: enough to draw it and to test its geometry."""

    cadre: Cadre
    classes: Classes
    participations: Participations
    repartition: Repartition
    contours: tuple[Contour, ...]
    cercles: tuple[Cercle, ...]
    noms_quartiers: tuple[Etiquette, ...]
    noms_communes: tuple[Etiquette, ...]


def composer(
    territoire: Referentiel,
    participations: Participations,
    repartition: Repartition,
    maximum: float,
) -> Carte:
    """Place everything: the frame around the outlines, the circles, then the labels.

    `maximum`: the value of the largest circle (`cercles.echelle`), the same from one count to the
    next so that changing the indicator can be compared by eye.
    """
    cadre = cadrer(
        (point for contour in territoire.contours for point in contour.points),
        LARGEUR,
        HAUTEUR_CARTE,
    )
    places = cercles(repartition, maximum, cadre)
    noms_quartiers = nommer_cercles(places, cadre)
    classes = classer(lieu.taux or 0 for lieu in participations.detaillees)
    ancres = [_ancre(lieu, territoire, cadre, classes) for lieu in participations.detaillees]
    return Carte(
        cadre=cadre,
        classes=classes,
        participations=participations,
        repartition=repartition,
        contours=territoire.contours,
        cercles=places,
        noms_quartiers=noms_quartiers,
        noms_communes=nommer_communes(ancres, places, noms_quartiers, cadre),
    )


def _ancre(lieu: Participation, territoire: Referentiel, cadre: Cadre, classes: Classes) -> Ancre:
    commune = lieu.communes[0]
    contour = next(c for c in territoire.contours if c.insee == lieu.code)
    return Ancre(
        texte=typographier(f"{lieu.nom}\n{nombre(lieu.taux, 1)}"),
        centre=cadre.pixel((commune.lon, commune.lat)),
        anneau=tuple(cadre.pixel(point) for point in contour.points),
        couleur=classes.couleur(lieu.taux),
    )
