"""Real tables, cut into pages that fit: headings repeated, the total set apart, masks marked."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from plie_metrics.editions.modele import Cellule, ColonneFigee, TableauFige
from plie_metrics.exports.mentions import lire
from plie_metrics.exports.pptx.dispositions import CORPS
from plie_metrics.exports.pptx.masque import emu
from plie_metrics.exports.pptx.mesure import INTERLIGNE, largeur, lignes

SANS_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""« Aucun style, aucune grille »: every line drawn is ours."""
COTE: Final = 0.1
HAUT: Final = 0.045
BORNES: Final = (0.9, 4.5)
"""Inches of the narrowest and of the widest column."""

Ligne = tuple[Cellule, ...]


@dataclass(frozen=True)
class Page:
    """Rows that fit on one slide; `total`: the last one is the total."""

    lignes: tuple[Ligne, ...]
    total: bool


@dataclass(frozen=True)
class Grille:
    """A table laid out: the size of its type, the widths of its columns, in inches, its pages."""

    taille: int
    largeurs: tuple[float, ...]
    pages: tuple[Page, ...]


def paginer(table: TableauFige) -> Grille:
    """The largest type that keeps the table on one slide, else 10 points on several alike."""
    for taille in (16, 14, 12, 11, 10):
        grille = _grille(table, taille)
        if len(grille.pages) == 1:
            return grille
    return grille


def remplir(objet: Any, table: TableauFige, grille: Grille, page: Page) -> None:
    """Write a page of the table into a native table."""
    natif = objet.table
    natif.first_row, natif.horz_banding, natif.last_row = True, False, page.total
    proprietes = natif._tbl.tblPr
    style = proprietes.find(qn("a:tableStyleId"))
    style.text = SANS_STYLE
    for rang, large in enumerate(grille.largeurs):
        natif.columns[rang].width = Emu(emu(large))
    entetes = [Cellule(colonne.titre) for colonne in table.colonnes]
    for rang, ligne in enumerate((entetes, *page.lignes)):
        dernier = page.total and rang == len(page.lignes)
        natif.rows[rang].height = Emu(emu(_hauteur(ligne, grille.taille, grille.largeurs)))
        for colonne, cellule in enumerate(ligne):
            _ecrire(
                natif.cell(rang, colonne),
                cellule,
                grille.taille,
                nombre=table.colonnes[colonne].numerique,
                entete=rang == 0,
                total=dernier,
            )


def _grille(table: TableauFige, taille: int) -> Grille:
    largeurs = _largeurs(table, taille)
    entetes = tuple(Cellule(colonne.titre) for colonne in table.colonnes)
    place = CORPS[3] - _hauteur(entetes, taille, largeurs)
    hautes = [_hauteur(ligne, taille, largeurs) for ligne in table.lignes]
    combien = math.ceil(sum(hautes) / place) or 1
    # pages of the same height: no total left alone on the last one
    pages = _couper(
        table.lignes, hautes, min(place, sum(hautes) / combien + max(hautes, default=0))
    )
    fin = len(pages) - 1
    coupees = tuple(Page(tuple(p), table.total and rang == fin) for rang, p in enumerate(pages))
    return Grille(taille, largeurs, coupees)


def _couper(lignes_: Sequence[Ligne], hautes: list[float], place: float) -> list[list[Ligne]]:
    pages: list[list[Ligne]] = [[]]
    reste = place
    for ligne, besoin in zip(lignes_, hautes, strict=True):
        if besoin > reste and pages[-1]:
            pages.append([])
            reste = place
        pages[-1].append(ligne)
        reste -= besoin
    return pages


def _largeurs(table: TableauFige, taille: int) -> tuple[float, ...]:
    """Each column as wide as its longest text, within bounds, then all fitted to the slide."""
    voulues, minimums = [], []
    for rang, colonne in enumerate(table.colonnes):
        textes_ = [lire(ligne[rang]) for ligne in table.lignes]
        besoin = max([largeur(t, taille) for t in textes_] + [_mot(colonne.titre, taille)])
        voulues.append(min(max(besoin + 2 * COTE + 0.1, BORNES[0]), BORNES[1]))
        mots = [mot for t in textes_ for mot in t.split(" ")]
        plus_long = max([largeur(mot, taille) for mot in mots] + [_mot_entier(colonne, taille)])
        minimums.append(min(plus_long + 2 * COTE + 0.05, voulues[-1]))
    return _ajuster(voulues, minimums)


def _ajuster(voulues: list[float], minimums: list[float]) -> tuple[float, ...]:
    """Fitted to the slide; when it is too narrow, what can break gives way before words do."""
    total, plancher = sum(voulues), sum(minimums)
    if total <= CORPS[2]:
        return tuple(v * min(CORPS[2] / total, 1.35) for v in voulues)
    if plancher >= CORPS[2]:
        return tuple(m * CORPS[2] / plancher for m in minimums)
    part = (CORPS[2] - plancher) / (total - plancher)
    return tuple(m + (v - m) * part for v, m in zip(voulues, minimums, strict=True))


def _mot_entier(colonne: ColonneFigee, taille: int) -> float:
    return max((largeur(mot, taille, gras=True) for mot in colonne.titre.split()), default=0)


def _mot(titre: str, taille: int) -> float:
    """A heading may break between words: its longest word counts, and half of it all."""
    mots = max((largeur(mot, taille, gras=True) for mot in titre.split()), default=0)
    return max(mots, largeur(titre, taille, gras=True) / 2)


def _hauteur(ligne: Sequence[Cellule], taille: int, largeurs: tuple[float, ...]) -> float:
    besoins = (
        lignes(lire(cellule), taille, large - 2 * COTE, gras=False)
        for cellule, large in zip(ligne, largeurs, strict=True)
    )
    return max(besoins) * taille * INTERLIGNE / 72 + 2 * HAUT


def _ecrire(
    case: Any, cellule: Cellule, taille: int, *, nombre: bool, entete: bool, total: bool
) -> None:
    case.margin_left = case.margin_right = Emu(emu(COTE))
    case.margin_top = case.margin_bottom = Emu(emu(HAUT))
    case.vertical_anchor = MSO_ANCHOR.BOTTOM if entete else MSO_ANCHOR.MIDDLE
    paragraphe = case.text_frame.paragraphs[0]
    paragraphe.alignment = PP_ALIGN.RIGHT if nombre else PP_ALIGN.LEFT
    passage = paragraphe.add_run()
    passage.text = lire(cellule)
    police = passage.font
    police.size, police.bold = Pt(taille), entete or total
    police.italic = cellule.masque
    police.language_id = MSO_LANGUAGE_ID.FRENCH
    gris = entete or cellule.masque
    police.color.theme_color = MSO_THEME_COLOR.TEXT_2 if gris else MSO_THEME_COLOR.TEXT_1
    _filets(case, entete=entete, total=total)


def _filets(case: Any, *, entete: bool, total: bool) -> None:
    """A dark line under the headings and above the total, a pale one under the rows."""
    proprietes = case._tc.get_or_add_tcPr()
    dessous = ("accent1", 19050) if entete else ("bg2", 9525)
    traits = {"lnT": ("tx2", 12700)} if total else {}
    for nom, (couleur, epaisseur) in {**traits, "lnB": dessous}.items():
        trait = etree.SubElement(proprietes, qn(f"a:{nom}"), w=str(epaisseur))
        plein = etree.SubElement(trait, qn("a:solidFill"))
        etree.SubElement(plein, qn("a:schemeClr"), val=couleur)
