"""The presentation that slides are added to: the PLIE's own template, else the house's."""

import io
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.pptx.dispositions import (
    BANDE,
    COUVERTURE,
    DISPOSITIONS,
    HAUTEUR,
    LARGEUR,
    LOGO,
    MARGE,
    Boite,
)
from plie_metrics.exports.pptx.masque import emu, fond_de, fond_du_masque, styles_de_texte
from plie_metrics.exports.pptx.theme import theme_xml

_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
THEME: Final = "/theme"
LOGO_COUVERTURE: Final[Boite] = (9.2, 4.55, LARGEUR - MARGE - 9.2, 0.95)
BANDE_COUVERTURE: Final[Boite] = (MARGE, 6.35, LARGEUR - 2 * MARGE, 0.8)


def ouvrir_modele(charte: Charte) -> Any:
    """An empty presentation with every layout of DISPOSITIONS."""
    if charte.modele is not None and manque(charte.modele) is None:
        return _vider(Presentation(io.BytesIO(charte.modele)))
    return _modele_de_la_maison(charte)


def manque(modele: bytes) -> str | None:
    """Why this file cannot be the template, in French; None when it can."""
    try:
        presentation = Presentation(io.BytesIO(modele))
    except Exception:  # a damaged zip, an old .ppt, another kind of file: any reason is the same
        return "ce fichier n’est pas une présentation PowerPoint (.pptx) lisible"
    par_nom = {
        d.name: {p.placeholder_format.idx for p in d.placeholders}
        for d in presentation.slide_layouts
    }
    for voulue in DISPOSITIONS:
        if voulue.nom not in par_nom:
            return f"il n’a pas de disposition nommée « {voulue.nom} »"
        if not {zone.idx for zone in voulue.zones} <= par_nom[voulue.nom]:
            return f"il manque une zone à sa disposition « {voulue.nom} »"
    return None


def _modele_de_la_maison(charte: Charte) -> Any:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(emu(LARGEUR)), Emu(emu(HAUTEUR))
    presentation.element.sldSz.attrib.pop("type", None)  # « 4:3 » in the template of python-pptx
    masque = presentation.slide_master
    for en_trop in list(presentation.slide_layouts)[len(DISPOSITIONS) :]:
        presentation.slide_layouts.remove(en_trop)
    _remplacer(masque, fond_du_masque())
    _remplacer_enfant(masque.element, "txStyles", styles_de_texte())
    for part in (r.target_part for r in masque.part.rels.values()):
        if THEME in str(part.partname):
            part._blob = theme_xml()
    for disposition, cible in zip(DISPOSITIONS, presentation.slide_layouts, strict=True):
        _remplacer(cible, fond_de(disposition))
        cible.element.set("type", disposition.genre)
        if disposition is COUVERTURE:
            cible.element.set("showMasterSp", "0")
    _poser_les_marques(presentation, charte)
    return presentation


def _poser_les_marques(presentation: Any, charte: Charte) -> None:
    """Logos live in the template: slides stay light, and one change is enough."""
    masque, couverture = presentation.slide_master, presentation.slide_layouts[0]
    if charte.logo:
        _image(masque, charte.logo, LOGO, droite=True)
        _image(couverture, charte.logo, LOGO_COUVERTURE, droite=True)
    _rangee(masque, charte.financeurs, BANDE, droite=True)
    _rangee(couverture, charte.financeurs, BANDE_COUVERTURE)


def _rangee(
    support: Any, marques: tuple[Marque, ...], bande: Boite, *, droite: bool = False
) -> None:
    if not marques:
        return
    x, y, large, haut = bande
    pas = min(large / len(marques), 2.2)
    depart = x + large - pas * len(marques) if droite else x
    for rang, marque in enumerate(marques):
        _image(support, marque, (depart + rang * pas, y, pas - 0.15, haut), droite=droite)


def _image(support: Any, marque: Marque, boite: Boite, *, droite: bool = False) -> None:
    """A logo, whole, as large as its box allows, described by its name."""
    x, y, large, haut = boite
    echelle = min(large / marque.largeur, haut / marque.hauteur)
    posee, haute = marque.largeur * echelle, marque.hauteur * echelle
    _, rid = support.part.get_or_add_image_part(io.BytesIO(marque.octets))
    arbre = support.shapes._spTree
    numero = max((int(i) for i in arbre.xpath("//@id") if i.isdigit()), default=1) + 1
    place = (x + (large - posee if droite else 0), y + (haut - haute) / 2, posee, haute)
    image = arbre.add_pic(numero, marque.nom, f"Logo : {marque.nom}", rid, *map(emu, place))
    image.nvPicPr.find(f"{_P}nvPr").set("userDrawn", "1")


def _remplacer(support: Any, csld: str) -> None:
    _remplacer_enfant(support.element, "cSld", csld)


def _remplacer_enfant(element: Any, nom: str, xml: str) -> None:
    ancien = element.find(f"{_P}{nom}")
    nouveau = etree.fromstring(xml, parser=_analyseur())
    element.replace(ancien, nouveau)


def _analyseur() -> Any:
    """python-pptx's own parser: its elements have its methods."""
    from pptx.oxml import oxml_parser  # noqa: PLC0415

    return oxml_parser


def _vider(presentation: Any) -> Any:
    """The same without its slides: a template is often saved from a presentation."""
    liste = presentation.slides._sldIdLst
    for diapositive in list(liste):
        presentation.part.drop_rel(diapositive.rId)
        liste.remove(diapositive)
    return presentation
