"""The Excel template of an extract: a sheet a table, drop-down lists, a notice in French."""

import io
from collections.abc import Iterator
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from plie_metrics.importation.textes import cle_texte
from plie_metrics.schema import TABLES, Colonne, Table, Type

NOTICE: Final = "Notice"
LISTES: Final = "Listes"
LIGNES: Final = 20_000  # of a sheet that have the lists and the formats
REQUISE: Final = PatternFill("solid", fgColor="12436D")
FACULTATIVE: Final = PatternFill("solid", fgColor="DDE3E9")
FORMATS: Final = {
    Type.DATE: "dd/mm/yyyy",
    Type.TEXTE: "@",
    Type.CATEGORIE: "@",
    Type.ENTIER: "0",
    Type.DECIMAL: "0.##",
    Type.BOOLEEN: "@",
}
ECRITURES: Final = {
    Type.DATE: "date JJ/MM/AAAA",
    Type.TEXTE: "texte",
    Type.CATEGORIE: "texte",
    Type.ENTIER: "nombre entier",
    Type.DECIMAL: "nombre",
    Type.BOOLEEN: "oui ou non",
}
OUI_NON: Final = ("oui", "non")
EXPLICATIONS: Final = (
    "Ce classeur sert à préparer un extrait pour le tableau de bord du PLIE : une feuille par "
    "table, une ligne par enregistrement.",
    "Les feuilles participants et parcours sont indispensables ; laissez les autres vides, ou "
    "supprimez-les, si vous n’avez pas ces données.",
    "Ne changez ni le nom des feuilles ni la première ligne. Un titre sur fond foncé est "
    "obligatoire, sur fond clair il est facultatif : une colonne facultative peut être supprimée.",
    "N’écrivez jamais de nom, d’adresse, de téléphone, d’adresse électronique ni de date de "
    "naissance complète : le numéro de dossier et l’année de naissance suffisent.",
    "Écrivez des valeurs, jamais de formules (copier, puis collage spécial « valeurs »).",
)


def modele_excel() -> bytes:
    """The template; filled in, it is imported as it stands (empty optional sheets included)."""
    classeur = Workbook()
    notice = classeur.active
    notice.title = NOTICE
    _remplir_notice(notice)
    listes = _Listes(classeur.create_sheet(LISTES))
    for table in TABLES.values():
        _remplir_table(classeur.create_sheet(table.nom), table, listes)
    classeur.move_sheet(LISTES, offset=len(TABLES))
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


class _Listes:
    """The sheet that the drop-down lists read: one column a list."""

    def __init__(self, feuille: Any) -> None:
        self._feuille = feuille
        self._plages: dict[tuple[str, ...], str] = {}

    def plage(self, titre: str, valeurs: tuple[str, ...]) -> str:
        """The cells that hold `valeurs`, written at the first call."""
        if valeurs not in self._plages:
            rang = len(self._plages) + 1
            lettre = get_column_letter(rang)
            for ligne, valeur in enumerate((titre, *valeurs), 1):
                self._feuille.cell(ligne, rang, valeur)
            self._feuille.column_dimensions[lettre].width = max(map(len, (titre, *valeurs))) + 2
            self._plages[valeurs] = f"{LISTES}!${lettre}$2:${lettre}${len(valeurs) + 1}"
        return self._plages[valeurs]


def _remplir_table(feuille: Any, table: Table, listes: _Listes) -> None:
    feuille.freeze_panes = "A2"
    for rang, colonne in enumerate(table.colonnes, 1):
        lettre = get_column_letter(rang)
        _titrer(feuille.cell(1, rang, colonne.nom), colonne)
        feuille.column_dimensions[lettre].width = max(len(colonne.nom) + 4, 14)
        feuille.column_dimensions[lettre].number_format = FORMATS[colonne.type]
        choix = _choix(colonne)
        if choix:
            liste = DataValidation("list", formula1=listes.plage(colonne.nom, choix))
            liste.allow_blank = colonne.nulle
            liste.error = f"Choisissez une valeur de la liste ({colonne.libelle})."
            liste.errorTitle = "Valeur non prévue"
            liste.showErrorMessage = True
            liste.add(f"{lettre}2:{lettre}{LIGNES}")
            feuille.add_data_validation(liste)


def _titrer(cellule: Any, colonne: Colonne) -> None:
    cellule.fill = REQUISE if colonne.requise else FACULTATIVE
    cellule.font = Font(bold=True, color="FFFFFF" if colonne.requise else "1C2733")
    cellule.comment = Comment(f"{colonne.libelle}. {_ecriture(colonne)}.", "Modèle d’extrait")


def _choix(colonne: Colonne) -> tuple[str, ...]:
    """What the list offers: the French label, or the code where the label reads as another."""
    if colonne.type is Type.BOOLEEN:
        return OUI_NON
    return tuple(
        libelle if code == cle_texte(code) else code for code, libelle in colonne.modalites.items()
    )


def _ecriture(colonne: Colonne) -> str:
    vide = "ne peut pas être vide"
    if colonne.nulle:
        vide = f"vide = {colonne.sens_null}" if colonne.sens_null else "peut être vide"
    forme = "à choisir dans la liste" if _choix(colonne) else ECRITURES[colonne.type]
    return f"{forme[0].upper()}{forme[1:]} ; {vide}"


def _remplir_notice(feuille: Any) -> None:
    feuille.column_dimensions["A"].width = 24
    for lettre, largeur in (("B", 24), ("C", 44), ("D", 14), ("E", 52)):
        feuille.column_dimensions[lettre].width = largeur
    feuille.append(["Modèle d’extrait du PLIE"])
    feuille["A1"].font = Font(bold=True, size=14)
    for texte in EXPLICATIONS:
        feuille.append([texte])
        feuille.merge_cells(
            start_row=feuille.max_row, end_row=feuille.max_row, end_column=5, start_column=1
        )
        feuille.cell(feuille.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        feuille.row_dimensions[feuille.max_row].height = 32
    feuille.append([])
    feuille.append(["Table", "Colonne", "Contenu", "Obligatoire", "Écriture"])
    for cellule in feuille[feuille.max_row]:
        cellule.font = Font(bold=True)
    for ligne in _lignes_notice():
        feuille.append(ligne)


def _lignes_notice() -> Iterator[list[str]]:
    for table in TABLES.values():
        for colonne in table.colonnes:
            oui = "oui" if colonne.requise else "non"
            yield [table.nom, colonne.nom, colonne.libelle, oui, _ecriture(colonne)]
