"""The look of the report: a document that the team completes keeps it by its styles."""

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from plie_metrics.presentation import palette

POLICE: Final = "Arial"
A_COMPLETER: Final = "À compléter"
DISCRET: Final = "Source"
TITRES: Final = ((1, 20, palette.REALISE), (2, 14, palette.REALISE), (3, 12, palette.TEXTE))
MARGES: Final = {"left": 2.3, "right": 2.3, "top": 2.2, "bottom": 2.2}
UTILE: Final = 21.0 - MARGES["left"] - MARGES["right"]
"""Centimetres between the margins of an A4 page."""


def habiller(document: Any) -> None:
    """Set the page, the language and the styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for cote, marge in MARGES.items():
        setattr(section, f"{cote}_margin", Cm(marge))
    styles = document.styles
    _police(styles["Normal"], 10.5, palette.TEXTE)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    _en_francais(styles["Normal"])
    _police(styles["Title"], 30, palette.REALISE, gras=True)
    _sans_filet(styles["Title"])
    for niveau, taille, couleur in TITRES:
        _police(styles[f"Heading {niveau}"], taille, couleur, gras=True)
        styles[f"Heading {niveau}"].paragraph_format.space_before = Pt(18 - 3 * niveau)
        styles[f"Heading {niveau}"].paragraph_format.space_after = Pt(6)
    _police(styles["Caption"], 9.5, palette.SECONDAIRE, gras=True)
    styles["Caption"].paragraph_format.keep_with_next = True
    for nom, couleur in ((A_COMPLETER, palette.SECONDE_TEXTE), (DISCRET, palette.SECONDAIRE)):
        style = styles.add_style(nom, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _police(style, 10.5 if nom == A_COMPLETER else 8.5, couleur)
        style.font.italic = nom == A_COMPLETER


def couleur(code: str) -> Any:
    """A colour of the palette, as the library takes it."""
    return RGBColor.from_string(code.lstrip("#"))


def _police(style: Any, taille: float, teinte: str, *, gras: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = POLICE, Pt(taille), gras
    style.font.color.rgb = couleur(teinte)
    polices = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribut in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        polices.attrib.pop(qn(attribut), None)
    for attribut in ("w:ascii", "w:hAnsi", "w:cs"):
        polices.set(qn(attribut), POLICE)


def _en_francais(style: Any) -> None:
    langue = OxmlElement("w:lang")
    langue.set(qn("w:val"), "fr-FR")
    style.element.get_or_add_rPr().append(langue)


def _sans_filet(style: Any) -> None:
    proprietes = style.element.get_or_add_pPr()
    for filet in proprietes.findall(qn("w:pBdr")):
        proprietes.remove(filet)
