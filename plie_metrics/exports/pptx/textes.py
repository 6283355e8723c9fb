"""Texts in placeholders: French, sized to fit, named for who listens to the slide."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.util import Pt

from plie_metrics.exports.pptx.dispositions import IDX_SOUS_TITRE, SOUS_TITRE, TITRE
from plie_metrics.exports.pptx.mesure import lignes

TITRES: Final = (26, 24, 22, 20, 18, 16)
SOUS_TITRES: Final = (13, 12, 11, 10, 9)
DEUX_LIGNES: Final = 2


def passage(paragraphe: Any, texte: str, *, gras: bool = False, taille: float | None = None) -> Any:
    """A run of French text; size and colour of the placeholder unless given."""
    run = paragraphe.add_run()
    run.text = texte
    run.font.language_id = MSO_LANGUAGE_ID.FRENCH
    if gras:
        run.font.bold = True
    if taille:
        run.font.size = Pt(taille)
    return run


def ecrire(zone: Any, paragraphes: Sequence[str], taille: float | None = None) -> None:
    """Fill a placeholder, one paragraph each."""
    cadre = zone.text_frame
    for rang, texte in enumerate(paragraphes):
        paragraphe = cadre.paragraphs[0] if rang == 0 else cadre.add_paragraph()
        passage(paragraphe, texte, taille=taille)


def titrer(diapositive: Any, titre: str) -> None:
    """The finding, in the largest size that holds on two lines."""
    taille = next(
        (t for t in TITRES if lignes(titre, t, TITRE[2], gras=True) <= DEUX_LIGNES), TITRES[-1]
    )
    paragraphe = diapositive.shapes.title.text_frame.paragraphs[0]
    passage(paragraphe, titre, taille=None if taille == TITRES[0] else taille)


def sous_titrer(diapositive: Any, mots: str) -> None:
    """What is counted, on one line if a size allows it."""
    place = SOUS_TITRE[2] - 0.05
    taille = next((t for t in SOUS_TITRES if lignes(mots, t, place) == 1), SOUS_TITRES[-1])
    ecrire(
        diapositive.placeholders[IDX_SOUS_TITRE],
        [mots],
        None if taille == SOUS_TITRES[0] else taille,
    )


def decrire(objet: Any, nom: str, alternative: str) -> None:
    """The name and the text alternative of a chart, a picture or a table."""
    proprietes = objet._element.xpath(".//p:cNvPr")[0]
    proprietes.set("name", nom)
    proprietes.set("descr", alternative)


def poser_pied(diapositive: Any, deux_lignes: tuple[str, str], alerte: str) -> None:
    """Footer and number: python-pptx leaves those of the layout behind."""
    for zone in diapositive.slide_layout.placeholders:
        genre = zone._element.xpath(".//p:ph")[0].get("type")
        if genre not in ("ftr", "sldNum"):
            continue
        idx = zone.placeholder_format.idx
        _poser_zone(diapositive, zone, idx)
        cadre = diapositive.placeholders[idx].text_frame
        if genre == "ftr":
            _ecrire_pied(cadre, deux_lignes, alerte)
        else:
            cadre._txBody.replace(cadre._txBody.p_lst[0], _champ(zone))


def _poser_zone(diapositive: Any, zone: Any, idx: int) -> None:
    arbre = diapositive.shapes._spTree
    numeros = arbre.xpath("//p:cNvPr/@id")
    prochain = max(int(n) for n in numeros) + 1
    arbre.add_placeholder(prochain, zone.name, zone.placeholder_format.type, "horz", "full", idx)


def _ecrire_pied(cadre: Any, deux_lignes: tuple[str, str], alerte: str) -> None:
    passage(cadre.paragraphs[0], deux_lignes[0])
    seconde = cadre.add_paragraph()
    if alerte:
        marque = passage(seconde, f"{alerte} · ", gras=True)
        marque.font.color.theme_color = MSO_THEME_COLOR.ACCENT_6
    passage(seconde, deux_lignes[1])


def _champ(zone: Any) -> Any:
    """The field of the layout that shows the number of the slide."""
    return deepcopy(zone._element.find(qn("p:txBody")).find(qn("a:p")))
