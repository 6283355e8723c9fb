"""The sheet of a view: its finding, its table, the comment, the source."""

import math
import re
from collections.abc import Sequence
from textwrap import shorten
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from plie_metrics.editions.modele import Cellule, ColonneFigee, Edition, TableauFige, VueFigee
from plie_metrics.exports.classeur.pages import imprimer
from plie_metrics.exports.classeur.styles import Styles
from plie_metrics.exports.mentions import DEMONSTRATION, chiffre, lire, paragraphes, pied
from plie_metrics.exports.nombres import format_excel, valeur_excel

ENTETE: Final = 3
"""Row of the headings (from 0): the finding, what is counted, an empty row stand above."""
NOM: Final = 31
"""Characters of a sheet's name."""
INTERDITS: Final = re.compile(r"[\[\]:*?/\\']")
ADDITIFS: Final = ("nombre", "part", "euros", "millions_euros", "ecart")
LARGEURS: Final = (10, 46)


def nommer_feuilles(vues: Sequence[VueFigee]) -> list[str]:
    """« 1 Entrées par commune »: the rank makes them different."""
    sujets = (INTERDITS.sub(" ", vue.tableau.legende.split(",")[0]).split() for vue in vues)
    return [
        shorten(f"{rang} {' '.join(sujet)}", NOM, placeholder="")
        for rang, sujet in enumerate(sujets, 1)
    ]


def poser_vue(feuille: Any, edition: Edition, vue: VueFigee, styles: Styles) -> None:
    """Write a view and set its page up."""
    table = vue.tableau
    feuille.hide_gridlines(2)
    feuille.write_string(0, 0, vue.titre, styles.titre)
    feuille.write_string(1, 0, vue.sous_titre or table.legende, styles.discret)
    for rang, colonne in enumerate(table.colonnes):
        feuille.set_column(rang, rang, _largeur(table, rang))
        entete = styles.entete(numerique=colonne.numerique)
        feuille.write_string(ENTETE, rang, colonne.titre, entete)
        for place, ligne in enumerate(table.lignes, ENTETE + 1):
            total = table.total and place == ENTETE + len(table.lignes)
            _ecrire(feuille, (place, rang), colonne, ligne[rang], styles, total=total)
        if table.total:
            _totaliser(feuille, table, rang, styles)
    _sous_le_tableau(feuille, ENTETE + len(table.lignes) + 2, edition, vue, styles)
    feuille.freeze_panes(ENTETE + 1, 1)
    imprimer(feuille, edition, vue, titres=ENTETE)


def additif(table: TableauFige, rang: int) -> bool:
    """True when the total of this column is the sum of its rows, none being hidden or undefined."""
    colonne, valeurs = table.colonnes[rang], [chiffre(ligne[rang]) for ligne in table.lignes]
    if not table.total or colonne.code.split(":")[0] not in ADDITIFS or len(valeurs) < 3:
        return False
    connues = [valeur for valeur in valeurs if valeur is not None]
    return len(connues) == len(valeurs) and math.isclose(
        sum(connues[:-1]), connues[-1], rel_tol=1e-9, abs_tol=1e-9
    )


def _ecrire(
    feuille: Any,
    place: tuple[int, int],
    colonne: ColonneFigee,
    cellule: Cellule,
    styles: Styles,
    *,
    total: bool,
) -> None:
    """A number as a number, everything else as a text: never a formula, never a link."""
    if cellule.masque:
        feuille.write_string(*place, lire(cellule), styles.masque(total=total))
    elif cellule.valeur is not None and colonne.numerique and colonne.code:
        style = styles.nombre(format_excel(colonne.code), total=total)
        feuille.write_number(*place, valeur_excel(colonne.code, cellule.valeur), style)
    else:
        style = styles.mots(total=total, numerique=colonne.numerique)
        feuille.write_string(*place, cellule.texte, style)


def _totaliser(feuille: Any, table: TableauFige, rang: int, styles: Styles) -> None:
    if not additif(table, rang):
        return
    derniere, code = ENTETE + len(table.lignes), table.colonnes[rang].code
    lettre, valeur = xl_col_to_name(rang), table.lignes[-1][rang].valeur
    formule = f"=SUM({lettre}{ENTETE + 2}:{lettre}{derniere})"
    style = styles.nombre(format_excel(code), total=True)
    feuille.write_formula(derniere, rang, formule, style, valeur)


def _sous_le_tableau(
    feuille: Any, ligne: int, edition: Edition, vue: VueFigee, styles: Styles
) -> None:
    commentaire = [(mots, styles.style()) for mots in paragraphes(vue.commentaire)]
    origine = [(vue.source, styles.discret)] if vue.source else []
    alerte = [(DEMONSTRATION, styles.alerte)] if edition.demonstration else []
    repere = [(mots, styles.discret) for mots in pied(edition, vue)]
    for place, (mots, style) in enumerate([*commentaire, *origine, *alerte, *repere], ligne):
        feuille.write_string(place, 0, mots, style)


def _largeur(table: TableauFige, rang: int) -> float:
    longueurs = [len(lire(ligne[rang])) for ligne in table.lignes]
    titre = max((len(mot) for mot in table.colonnes[rang].titre.split()), default=0)
    voulue = max([titre, len(table.colonnes[rang].titre) / 2, *longueurs]) * 1.05 + 2
    return min(max(voulue, LARGEURS[0]), LARGEURS[1])
