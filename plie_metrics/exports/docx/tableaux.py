"""Real Word tables: headings repeated on each page, rows kept whole, described."""

from typing import Any, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from plie_metrics.editions.modele import Cellule, TableauFige
from plie_metrics.exports.docx.styles import UTILE, couleur
from plie_metrics.exports.mentions import lire
from plie_metrics.presentation import palette

TAILLE: Final = 9.5
ENTETE: Final = "entête"
TOTAL: Final = "total"
COURT: Final = 14
"""Rows of a table that is kept on one page."""
LETTRE: Final = 0.19
GOUTTIERE: Final = 0.42
"""Centimetres of a letter, and of the margins of a cell."""
LONG: Final = 60
"""Letters beyond which a text is read on several lines."""


def poser_tableau(document: Any, table: TableauFige) -> Any:
    """Add the table to the document."""
    natif = document.add_table(rows=1, cols=len(table.colonnes))
    natif.alignment = WD_TABLE_ALIGNMENT.LEFT
    natif.autofit = False
    largeurs = _largeurs(table)
    for colonne, large in zip(natif.columns, largeurs, strict=True):
        colonne.width = Cm(large)  # the grid: some readers look at nothing else
    entetes = tuple(Cellule(colonne.titre) for colonne in table.colonnes)
    _remplir(natif.rows[0], entetes, table, largeurs, ENTETE)
    for rang, ligne in enumerate(table.lignes, 1):
        total = table.total and rang == len(table.lignes)
        _remplir(natif.add_row(), ligne, table, largeurs, TOTAL if total else "")
    if len(table.lignes) <= COURT:
        _garder_ensemble(natif)
    _repeter(natif.rows[0])
    _decrire(natif, table.legende)
    return natif


def _remplir(
    rangee: Any, ligne: tuple[Cellule, ...], table: TableauFige, largeurs: list[float], role: str
) -> None:
    _garder_entiere(rangee)
    for rang, (case, cellule) in enumerate(zip(rangee.cells, ligne, strict=True)):
        case.width = Cm(largeurs[rang])
        paragraphe = case.paragraphs[0]
        paragraphe.paragraph_format.space_after = Pt(2)
        paragraphe.paragraph_format.space_before = Pt(2)
        if table.colonnes[rang].numerique:
            paragraphe.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraphe.add_run(lire(cellule))
        run.font.size, run.bold = Pt(TAILLE), bool(role)
        run.italic = cellule.masque
        if role == ENTETE or cellule.masque:
            run.font.color.rgb = couleur(palette.SECONDAIRE)
        _filets(case, role)


def _largeurs(table: TableauFige) -> list[float]:
    """In cm: no word is cut, and the long texts share what is left."""
    textes = [
        [colonne.titre, *(lire(ligne[rang]) for ligne in table.lignes)]
        for rang, colonne in enumerate(table.colonnes)
    ]
    mots = [max(len(mot) for dit in dits for mot in dit.split(" ")) for dits in textes]
    entiers = [max(map(len, dits)) for dits in textes]
    moindres = [GOUTTIERE + LETTRE * nombre for nombre in mots]
    voulues = [GOUTTIERE + LETTRE * min(nombre, LONG) for nombre in entiers]
    reste = UTILE - sum(moindres)
    if reste <= 0:
        return [UTILE * moindre / sum(moindres) for moindre in moindres]
    manques = [voulue - moindre for voulue, moindre in zip(voulues, moindres, strict=True)]
    part = min(1.0, reste / sum(manques)) if any(manques) else 0.0
    return [moindre + part * manque for moindre, manque in zip(moindres, manques, strict=True)]


def _filets(case: Any, role: str) -> None:
    bordures = OxmlElement("w:tcBorders")
    traits = {"top": (8, palette.SECONDAIRE)} if role == TOTAL else {}
    traits["bottom"] = (12, palette.REALISE) if role == ENTETE else (4, palette.BORDURE)
    for cote, (epaisseur, teinte) in traits.items():
        trait = OxmlElement(f"w:{cote}")
        trait.set(qn("w:val"), "single")
        trait.set(qn("w:sz"), str(epaisseur))
        trait.set(qn("w:color"), teinte.lstrip("#"))
        bordures.append(trait)
    case._tc.get_or_add_tcPr().append(bordures)


def _repeter(rangee: Any) -> None:
    marque = OxmlElement("w:tblHeader")
    marque.set(qn("w:val"), "true")
    rangee._tr.get_or_add_trPr().append(marque)


def _garder_entiere(rangee: Any) -> None:
    rangee._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _garder_ensemble(natif: Any) -> None:
    for rangee in natif.rows[:-1]:
        for case in rangee.cells:
            case.paragraphs[0].paragraph_format.keep_with_next = True


def _decrire(natif: Any, legende: str) -> None:
    """The text alternative of a table, after the properties that the file wants before it."""
    for nom in ("tblCaption", "tblDescription"):
        description = OxmlElement(f"w:{nom}")
        description.set(qn("w:val"), legende)
        natif._tbl.tblPr.append(description)
