"""The first sheet: what the workbook is, what its figures mean, where to find each table."""

import math
from collections.abc import Sequence
from typing import Any, Final

from plie_metrics.editions.modele import DefinitionFigee, Edition
from plie_metrics.exports.classeur.pages import imprimer
from plie_metrics.exports.classeur.styles import Styles
from plie_metrics.exports.mentions import DEMONSTRATION, HACHURE, notice, origines, sources
from plie_metrics.typographie import typographier

LARGEURS: Final = (28, 110)
HAUTEUR: Final = 14
"""Points of a line of words."""
LECTURE: Final = (
    f"{HACHURE} : valeur masquée par le secret ; « n. d. » : non défini ; 0 : zéro observé.",
    "Les nombres sont entiers, non arrondis ; leur format seul les arrondit à l’écran.",
    "Un total est une formule quand les lignes s’additionnent ; sinon il est donné tel quel.",
)


def poser_notice(feuille: Any, edition: Edition, styles: Styles, noms: Sequence[str]) -> None:
    """Write the notice, the list of sheets, the definitions and the sources."""
    for rang, large in enumerate(LARGEURS):
        feuille.set_column(rang, rang, large, styles.texte)
    feuille.hide_gridlines(2)
    feuille.write_string(0, 0, edition.titre, styles.titre)
    ligne = 1
    if edition.demonstration:
        feuille.write_string(ligne, 0, DEMONSTRATION, styles.alerte)
    ligne = _paires(feuille, ligne + 1, notice(edition), styles)
    ligne = _titre(feuille, ligne, "Feuilles", styles)
    for nom, vue in zip(noms, edition.vues, strict=True):
        feuille.write_url(ligne, 0, f"internal:'{nom}'!A1", styles.texte, nom)
        feuille.write_string(ligne, 1, vue.titre, styles.texte)
        ligne += 1
    ligne = _titre(feuille, ligne, "Lecture", styles)
    ligne = _paires(feuille, ligne, [("", typographier(mots)) for mots in LECTURE], styles)
    ligne = _titre(feuille, ligne, "Définitions", styles)
    ligne = _paires(feuille, ligne, _definitions(edition), styles)
    ligne = _titre(feuille, ligne, "Sources", styles)
    _paires(feuille, ligne, [("", source) for source in sources(edition)], styles)
    imprimer(feuille, edition, titres=0)


def _paires(feuille: Any, ligne: int, paires: Sequence[tuple[str, str]], styles: Styles) -> int:
    for titre, mots in paires:
        if titre:
            feuille.write_string(ligne, 0, titre, styles.style(bold=True, valign="top"))
        feuille.write_string(ligne, 1, mots, styles.texte)
        # a spreadsheet does not always open a row as high as its words
        feuille.set_row(ligne, HAUTEUR * math.ceil((len(mots) + 1) / LARGEURS[1]))
        ligne += 1
    return ligne


def _titre(feuille: Any, ligne: int, mots: str, styles: Styles) -> int:
    """A heading after an empty row; the row that follows it."""
    feuille.write_string(ligne + 1, 0, mots, styles.style(bold=True, font_size=12))
    return ligne + 2


def _definitions(edition: Edition) -> list[tuple[str, str]]:
    return [
        (
            d.titre,
            typographier(
                f"{d.definition} Calcul : {d.formule}. Version {d.version}.{_origines(d)}"
            ),
        )
        for d in edition.definitions
    ]


def _origines(definition: DefinitionFigee) -> str:
    connues = origines(definition)
    return f" Source : {connues}." if connues else ""
