"""A table as CSV for a French spreadsheet: UTF-8 with BOM, « ; », decimal comma."""

import csv
import io
import math
from collections.abc import Sequence
from typing import Any, Final

from plie_metrics.presentation.tableau import Tableau

FORMULES: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def en_csv(tableau: Tableau, notes: Sequence[str] = ()) -> bytes:
    """The raw values (not rounded) under the headings; a text can never start a formula.

    `notes` stand under the table, after an empty line: what is counted, when, for whom.
    """
    flux = io.StringIO()
    redaction = csv.writer(flux, delimiter=";", lineterminator="\r\n")
    redaction.writerow([_cellule(colonne.titre) for colonne in tableau.colonnes])
    redaction.writerows([_cellule(valeur) for valeur in ligne] for ligne in tableau.lignes)
    if notes:
        redaction.writerow([])
        redaction.writerows([_cellule(note)] for note in notes)
    return flux.getvalue().encode("utf-8-sig")


def _cellule(valeur: Any) -> str:
    if valeur is None:
        return ""
    if isinstance(valeur, float):
        if math.isnan(valeur):
            return ""
        return (f"{valeur:.0f}" if valeur.is_integer() else repr(valeur)).replace(".", ",")
    texte = str(valeur)
    return f"'{texte}" if texte.startswith(FORMULES) and isinstance(valeur, str) else texte
