"""What the map of the PLIE shows, each thing in its place: frame, classes, circles, labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cadre import Cadre, Point, cadrer
from plie_metrics.presentation.cartes.cercles import Cercle, cercles
from plie_metrics.presentation.cartes.classes import Classes, classer, classer_effectifs
from plie_metrics.presentation.cartes.etiquettes import (
    Ancre,
    Etiquette,
    nommer_cercles,
    nommer_communes,
)
from plie_metrics.presentation.cartes.lieux import Etat, Legende, Lieu
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.officiel import Perimetre
from plie_metrics.typographie import typographier

TAILLE: Final = (660, 545)
"""Pixels of the frame: the largest that leaves room beside and below on a laptop."""
NOMMEES: Final = 6
"""Communes whose label may cross their border; the others are named inside or not at all."""
MARGE: Final = 6


@dataclass(frozen=True)
class Carte:
    """What a map shows, placed in its frame: enough to draw it and to test its geometry."""

    cadre: Cadre
    classes: Classes
    legende: Legende
    communes: Mapping[str, Lieu]
    quartiers: tuple[Lieu, ...]
    contours: tuple[Contour, ...]
    perimetres: tuple[Perimetre, ...]
    cercles: tuple[Cercle, ...]
    noms_quartiers: tuple[Etiquette, ...]
    noms_communes: tuple[Etiquette, ...]

    def couleur(self, lieu: Lieu) -> str:
        """The tint of a commune: white for zero and under hatching, grey without data."""
        if lieu.etat is Etat.VALEUR:
            return self.classes.couleur(lieu.valeur)
        return palette.NON_DETAILLE if lieu.etat is Etat.SANS_DONNEE else palette.BLANC


def composer(
    contours: Sequence[Contour],
    communes: Sequence[Lieu],
    quartiers: Sequence[Lieu],
    legende: Legende,
    *,
    perimetres: Sequence[Perimetre] = (),
    taille: tuple[int, int] = TAILLE,
) -> Carte:
    """Place everything: the frame around the outlines, the circles, then the labels.

    Labels leave the corners of the key free; those of the communes with the largest values first.
    """
    cadre = cadrer((point for contour in contours for point in contour.points), *taille)
    valeurs = [lieu.valeur for lieu in communes if lieu.valeur is not None]
    classes = (
        classer(valeurs) if legende.decimales or legende.en_part else classer_effectifs(valeurs)
    )
    places = cercles(quartiers, cadre)
    coins = tuple(Etiquette("", boite) for boite in coins_de(cadre))
    noms_quartiers = nommer_cercles(places, cadre, coins)
    carte = Carte(
        cadre,
        classes,
        legende,
        {lieu.code: lieu for lieu in communes},
        tuple(quartiers),
        tuple(contours),
        tuple(perimetres),
        places,
        noms_quartiers,
        (),
    )
    noms = nommer_communes(_ancres(carte), places, (*coins, *noms_quartiers), cadre)
    return Carte(**{**carte.__dict__, "noms_communes": noms})


def coins_de(cadre: Cadre) -> tuple[Boite, Boite]:
    """The corners of the key: communes at the bottom left, quartiers at the top right."""
    return (
        Boite(105 + MARGE, cadre.hauteur - 62 - MARGE, 210, 124),
        Boite(cadre.largeur - 108 - MARGE, 62 + MARGE, 216, 124),
    )


def _ancres(carte: Carte) -> list[Ancre]:
    """The communes to name, the largest values first; the outline is the largest of each."""
    ordre = sorted(carte.communes.values(), key=lambda lieu: -lieu.taille)
    ancres = []
    for rang, lieu in enumerate(ordre):
        anneaux = [c.points for c in carte.contours if c.insee == lieu.code]
        if lieu.etat in (Etat.VALEUR, Etat.MASQUE) and anneaux:
            anneau = tuple(carte.cadre.pixel(point) for point in max(anneaux, key=len))
            ancres.append(
                Ancre(
                    typographier(f"{lieu.nom}\n{lieu.ecrit}"),
                    carte.cadre.pixel(lieu.point) if lieu.point else _milieu(anneau),
                    anneau,
                    carte.couleur(lieu) if lieu.etat is Etat.VALEUR else "",
                    rang >= NOMMEES,
                )
            )
    return ancres


def _milieu(anneau: Sequence[Point]) -> Point:
    return (
        sum(x for x, _ in anneau) / len(anneau),
        sum(y for _, y in anneau) / len(anneau),
    )
