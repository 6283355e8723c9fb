"""Tables as an XLSX workbook: one sheet each, its caption on the first line."""

import io
import math
from collections.abc import Mapping
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from plie_metrics.presentation.tableau import Tableau

GRAS: Final = Font(bold=True)
ENTETE: Final = PatternFill("solid", fgColor="DDE3E9")
HAUT: Final = Alignment(vertical="top", wrap_text=True)
LARGEURS: Final = (9, 70)  # in characters, of the narrowest and the widest column


def en_xlsx(feuilles: Mapping[str, Tableau]) -> bytes:
    """Name of a sheet → its table; raw values (not rounded), and no text is ever a formula."""
    classeur = Workbook(write_only=True)
    for nom, tableau in feuilles.items():
        _feuille(classeur, nom, tableau)
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


def _feuille(classeur: Any, nom: str, tableau: Tableau) -> None:
    feuille = classeur.create_sheet(nom)
    feuille.freeze_panes = "A3"
    titres = [colonne.titre for colonne in tableau.colonnes]
    for rang, titre in enumerate(titres):
        largeur = _largeur(titre, [ligne[rang] for ligne in tableau.lignes])
        feuille.column_dimensions[get_column_letter(rang + 1)].width = largeur
    legende = _cellule(feuille, tableau.legende)
    legende.alignment = Alignment()
    feuille.append([legende])
    entetes = [_cellule(feuille, titre) for titre in titres]
    for cellule in entetes:
        cellule.font, cellule.fill = GRAS, ENTETE
    feuille.append(entetes)
    for ligne in tableau.lignes:
        feuille.append([_cellule(feuille, valeur) for valeur in ligne])


def _cellule(feuille: Any, valeur: Any) -> Any:
    if isinstance(valeur, float) and math.isnan(valeur):
        valeur = None
    if isinstance(valeur, str):
        valeur = ILLEGAL_CHARACTERS_RE.sub("", valeur)
    cellule = WriteOnlyCell(feuille, valeur)
    if isinstance(valeur, str):
        cellule.data_type = "s"  # « =1+1 » stays a text
        cellule.alignment = HAUT
    return cellule


def _largeur(titre: str, valeurs: list[Any]) -> int:
    plus_longue = max((len(str(v)) for v in (titre, *valeurs) if v is not None), default=0)
    return min(max(plus_longue + 2, LARGEURS[0]), LARGEURS[1])
