"""The slides around the views: contents, decisions, tables in full, definitions and sources."""

from typing import Any, Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from plie_metrics.editions.modele import DefinitionFigee, VueFigee
from plie_metrics.exports.mentions import notice, sources
from plie_metrics.exports.pptx.dispositions import IDX_CORPS, SOURCES, UTILE
from plie_metrics.exports.pptx.mesure import hauteur
from plie_metrics.exports.pptx.notes import ecrire_notes
from plie_metrics.exports.pptx.textes import passage
from plie_metrics.exports.pptx.vues import Atelier, poser_pages
from plie_metrics.exports.series import dessin, en_image
from plie_metrics.typographie import typographier

SAUT: Final = "ppaction://hlinksldjump"
COULEUR_DU_TEXTE: Final = (
    "{A12FA001-AC4F-418D-AE19-62706E023703}",
    "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
)
"""How a link keeps the colour of its text."""
ENTRE: Final = 3
"""Points between two lines of the contents."""
TAILLE: Final = 12
DEUX_COLONNES: Final = 2 * SOURCES.zones[1].boite[3] - 0.7
"""Inches of text in two columns, less what a paragraph kept whole may waste."""
COLONNE: Final = (UTILE - 0.4) / 2 - 0.05

Bloc = tuple[str, str]


def poser_decisions(atelier: Atelier) -> None:
    """The decisions to take or taken, when the edition has any."""
    decisions = list(atelier.edition.decisions)
    if decisions:
        diapositive = atelier.diapositive("Décisions", "Décisions")
        atelier.ecrire(diapositive, decisions, (20, 18, 16, 14, 12))
        ecrire_notes(diapositive, decisions)


def poser_annexes(atelier: Atelier) -> None:
    """The table of each view whose chart does not say it all."""
    for vue in atelier.edition.vues:
        if _dit_plus(vue):
            poser_pages(atelier, vue, "Tableau")


def poser_definitions(atelier: Atelier) -> None:
    """The definitions as they stood, then the sources and the notice of the edition."""
    edition = atelier.edition
    definitions = [_bloc(definition) for definition in edition.definitions]
    _poser_blocs(atelier, "Définitions", definitions)
    _poser_blocs(
        atelier,
        "Sources et repères",
        [*notice(edition), *(("Source", source) for source in sources(edition))],
    )


def poser_sommaire(atelier: Atelier, diapositive: Any, vues: list[Any]) -> None:
    """The findings in their order, each a link to its slide."""
    numeros = [atelier.numero(vue) for vue in vues]
    titres = [
        f"{n:\u2007>2}\u2003{vue.titre}"
        for vue, n in zip(atelier.edition.vues, numeros, strict=True)
    ]
    atelier.ecrire(diapositive, titres, (18, 16, 14, 13, 12, 11, 10, 9, 8), ENTRE)
    lignes = diapositive.placeholders[IDX_CORPS].text_frame.paragraphs
    for ligne, vue in zip(lignes, vues, strict=True):
        ligne.space_before = Pt(ENTRE)
        _lier(diapositive, ligne.runs[0], vue)


def _dit_plus(vue: VueFigee) -> bool:
    natif = dessin(vue)
    if natif is None:
        return en_image(vue)
    montrees = 1 + len(natif.series)
    return bool(natif.tues) or vue.tableau.total or len(vue.tableau.colonnes) > montrees


def _bloc(definition: DefinitionFigee) -> Bloc:
    titre = f"{definition.titre} (version {definition.version})"
    return titre, f"{definition.definition} Calcul : {definition.formule}."


def _poser_blocs(atelier: Atelier, titre: str, blocs: list[Bloc]) -> None:
    pages: list[list[Bloc]] = []
    for bloc in blocs:
        essai = [*pages[-1], bloc] if pages else [bloc]
        if pages and _haut(essai) <= DEUX_COLONNES:
            pages[-1] = essai
        else:
            pages.append([bloc])
    for rang, page in enumerate(pages, 1):
        suite = f" ({rang} sur {len(pages)})" if len(pages) > 1 else ""
        diapositive = atelier.diapositive("Définitions et sources", f"{titre}{suite}")
        _ecrire_blocs(diapositive.placeholders[IDX_CORPS].text_frame, page)


def _haut(blocs: list[Bloc]) -> float:
    return hauteur([typographier(f"{titre} : {mots}") for titre, mots in blocs], TAILLE, COLONNE)


def _ecrire_blocs(cadre: Any, blocs: list[Bloc]) -> None:
    for rang, (titre, mots) in enumerate(blocs):
        paragraphe = cadre.paragraphs[0] if rang == 0 else cadre.add_paragraph()
        passage(paragraphe, typographier(f"{titre} : "), gras=True)
        passage(paragraphe, typographier(mots))


def _lier(diapositive: Any, run: Any, vers: Any) -> None:
    """A jump inside the presentation."""
    rid = diapositive.part.relate_to(vers.part, RELATIONSHIP_TYPE.SLIDE)
    lien = etree.SubElement(run._r.get_or_add_rPr(), qn("a:hlinkClick"))
    lien.set(qn("r:id"), rid)
    lien.set("action", SAUT)
    suites = etree.SubElement(lien, qn("a:extLst"))
    suite = etree.SubElement(suites, qn("a:ext"), uri=COULEUR_DU_TEXTE[0])
    teinte = etree.SubElement(suite, f"{{{COULEUR_DU_TEXTE[1]}}}hlinkClr")
    teinte.set("val", "tx")
