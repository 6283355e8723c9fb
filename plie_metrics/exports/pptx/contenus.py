"""What fills the body of a slide: a native chart, a real table, or a picture."""

import io
from collections.abc import Mapping
from typing import Any, Final

from pptx.shapes.placeholder import ChartPlaceholder, PicturePlaceholder, TablePlaceholder
from pptx.util import Emu

from plie_metrics.editions.modele import VueFigee
from plie_metrics.exports.images import en_png
from plie_metrics.exports.mentions import utiles
from plie_metrics.exports.pptx.dispositions import IDX_CORPS
from plie_metrics.exports.pptx.graphiques import donnees, habiller, type_de
from plie_metrics.exports.pptx.masque import emu
from plie_metrics.exports.pptx.tableaux import Grille, Page, remplir
from plie_metrics.exports.pptx.textes import decrire
from plie_metrics.exports.series import Dessin

PIXELS_PAR_POUCE: Final = 96


def poser_graphique(diapositive: Any, vue: VueFigee, dessin: Dessin) -> None:
    """A native chart in the body, with its text alternative."""
    zone = ChartPlaceholder(*_corps(diapositive))
    cadre = zone.insert_chart(type_de(dessin), donnees(dessin))
    habiller(cadre.chart, dessin)
    decrire(cadre, f"Graphique : {vue.titre}", _alternative(vue, dessin))


def poser_tableau(diapositive: Any, vue: VueFigee, grille: Grille, page: Page) -> None:
    """A page of the table in the body."""
    zone = TablePlaceholder(*_corps(diapositive))
    cadre = zone.insert_table(len(page.lignes) + 1, len(grille.largeurs))
    remplir(cadre, utiles(vue.tableau), grille, page)
    cadre.width = Emu(sum(c.width for c in cadre.table.columns))
    cadre.height = Emu(sum(r.height for r in cadre.table.rows))
    decrire(cadre, f"Tableau : {vue.tableau.legende}", vue.tableau.legende)


def poser_image(diapositive: Any, vue: VueFigee, specification: Mapping[str, Any]) -> None:
    """The picture of a map or of a drawing that has no native form, whole, in the body."""
    element, parent = _corps(diapositive)
    zone = PicturePlaceholder(element, parent)
    boite = (zone.left, zone.top, zone.width, zone.height)
    png = en_png(specification, round(boite[2] / emu(1) * PIXELS_PAR_POUCE * 0.9))
    image = zone.insert_picture(io.BytesIO(png))
    image.crop_left = image.crop_right = image.crop_top = image.crop_bottom = 0
    _ajuster(image, boite)
    decrire(image, f"Image : {vue.titre}", vue.resume)


def _corps(diapositive: Any) -> tuple[Any, Any]:
    zone = diapositive.placeholders[IDX_CORPS]
    return zone._element, zone._parent


def _ajuster(image: Any, boite: tuple[int, int, int, int]) -> None:
    gauche, haut, large, hauteur = boite
    largeur_image, hauteur_image = image.image.size
    echelle = min(large / largeur_image, hauteur / hauteur_image)
    image.width = Emu(round(largeur_image * echelle))
    image.height = Emu(round(hauteur_image * echelle))
    image.left = Emu(gauche + (large - image.width) // 2)
    image.top = Emu(haut)


def _alternative(vue: VueFigee, dessin: Dessin) -> str:
    if not dessin.tues:
        return vue.resume
    return f"{vue.resume} Le tableau en annexe donne les {dessin.tues} autres lignes."
