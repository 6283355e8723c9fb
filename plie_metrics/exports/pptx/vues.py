"""The slides of the views: the finding, its chart, the comment beside it, the notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.mentions import DEMONSTRATION, paragraphes, pied, utiles
from plie_metrics.exports.pptx.contenus import poser_graphique, poser_image, poser_tableau
from plie_metrics.exports.pptx.dispositions import (
    COMMENTAIRE,
    CORPS,
    CORPS_GAUCHE,
    IDX_COMMENTAIRE,
    IDX_CORPS,
)
from plie_metrics.exports.pptx.masque import emu
from plie_metrics.exports.pptx.mesure import hauteur, taille_qui_tient
from plie_metrics.exports.pptx.notes import annoter
from plie_metrics.exports.pptx.tableaux import paginer
from plie_metrics.exports.pptx.textes import ecrire, poser_pied, sous_titrer, titrer
from plie_metrics.exports.series import Dessin, dessin, en_image

TAILLES: Final = (20, 18, 16, 14, 13, 12)
MARGES: Final = 0.45
"""Inches taken by the margins of the comment's box."""


@dataclass(frozen=True)
class Atelier:
    """The presentation being made, and the edition it shows."""

    presentation: Any
    edition: Edition

    def diapositive(
        self, nom: str, titre: str, *, vue: VueFigee | None = None, pied: bool = True
    ) -> Any:
        """A new slide of that layout, with its title and its footer."""
        mise_en_page = self.presentation.slide_layouts.get_by_name(nom)
        nouvelle = self.presentation.slides.add_slide(mise_en_page)
        titrer(nouvelle, titre)
        if pied:
            self._pied(nouvelle, vue)
        return nouvelle

    def ecrire(
        self, diapositive: Any, lignes: Sequence[str], tailles: Sequence[int], entre: float = 6
    ) -> None:
        """Fill the text zone of a slide, in the largest of these sizes that fits."""
        zone = diapositive.placeholders[IDX_CORPS]
        place, haut = zone.width / emu(1) - 0.05, zone.height / emu(1)
        taille = taille_qui_tient(lignes, tailles, place, haut, entre) or tailles[-1]
        ecrire(zone, lignes, None if taille == tailles[0] else taille)

    def numero(self, diapositive: Any) -> int:
        """The number that a slide shows."""
        return int(self.presentation.slides.index(diapositive)) + 1

    def _pied(self, diapositive: Any, vue: VueFigee | None) -> None:
        alerte = DEMONSTRATION if self.edition.demonstration else ""
        poser_pied(diapositive, pied(self.edition, vue), alerte)


def poser_vue(atelier: Atelier, vue: VueFigee) -> Any:
    """The slide of a view; the following ones when a table or a comment takes more room."""
    lignes = paragraphes(vue.commentaire)
    a_cote = lignes if _tient_a_cote(vue, lignes) else []
    if _se_dessine(vue):
        premiere = _vue_dessinee(atelier, vue, a_cote)
    else:
        premiere = poser_pages(atelier, vue, "Vue commentée" if a_cote else "Vue", "Tableau")
        _commenter(premiere, a_cote)
    annoter(premiere, atelier.edition, vue)
    for page in _pages([] if a_cote else lignes):
        suite = atelier.diapositive("Décisions", f"{vue.titre} : commentaire", vue=vue)
        atelier.ecrire(suite, page, TAILLES)
    return premiere


def poser_pages(atelier: Atelier, vue: VueFigee, *noms: str) -> Any:
    """The table of a view, on as many slides as it takes; the first of them."""
    grille = paginer(utiles(vue.tableau))
    posees = []
    for rang, page in enumerate(grille.pages):
        diapositive = atelier.diapositive(noms[min(rang, len(noms) - 1)], vue.titre, vue=vue)
        suite = f" ({rang + 1} sur {len(grille.pages)})" if len(grille.pages) > 1 else ""
        sous_titre = f"{vue.sous_titre or vue.tableau.legende}{suite}"
        sous_titrer(diapositive, sous_titre)
        poser_tableau(diapositive, vue, grille, page)
        posees.append(diapositive)
    return posees[0]


def _se_dessine(vue: VueFigee) -> bool:
    return en_image(vue) or dessin(vue) is not None


def _tient_a_cote(vue: VueFigee, lignes: list[str]) -> bool:
    """True when the comment fits beside the chart, or beside a table that leaves room."""
    if not lignes or _taille_a_cote(lignes) is None:
        return False
    if _se_dessine(vue):
        return True
    grille = paginer(utiles(vue.tableau))
    return len(grille.pages) == 1 and sum(grille.largeurs) <= CORPS_GAUCHE[2]


def _commenter(diapositive: Any, lignes: list[str]) -> None:
    if lignes:
        zone = diapositive.placeholders[IDX_COMMENTAIRE]
        ecrire(zone, lignes, _taille_a_cote(lignes))


def _vue_dessinee(atelier: Atelier, vue: VueFigee, lignes: list[str]) -> Any:
    nom = "Vue commentée" if lignes else "Vue"
    diapositive = atelier.diapositive(nom, vue.titre, vue=vue)
    natif = dessin(vue)
    sous_titrer(diapositive, _ce_qui_est_compte(vue, natif))
    _commenter(diapositive, lignes)
    if natif is not None:
        poser_graphique(diapositive, vue, natif)
    elif vue.specification is not None:
        poser_image(diapositive, vue, vue.specification)
    return diapositive


def _ce_qui_est_compte(vue: VueFigee, natif: Dessin | None) -> str:
    if natif is None or not natif.tues:
        return vue.sous_titre
    return f"{vue.sous_titre} · {len(natif.categories)} premières lignes, les autres en annexe"


def _taille_a_cote(lignes: list[str]) -> int | None:
    place, haut = COMMENTAIRE[2] - MARGES, COMMENTAIRE[3] - MARGES
    return taille_qui_tient(lignes, TAILLES, place, haut)


def _pages(lignes: list[str]) -> list[list[str]]:
    """Paragraphs shared out over slides, at the smallest size when they are many."""
    pages: list[list[str]] = []
    for ligne in lignes:
        essai = [*pages[-1], ligne] if pages else [ligne]
        if pages and hauteur(essai, TAILLES[-1], CORPS[2]) <= CORPS[3]:
            pages[-1] = essai
        else:
            pages.append([ligne])
    return pages
