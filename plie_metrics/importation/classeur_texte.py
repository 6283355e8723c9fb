"""A sheet of an XLSX workbook, written as the same plain text as a CSV."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from warnings import catch_warnings, simplefilter

import numpy as np
from openpyxl import load_workbook

from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.classeur_gardes import ENREGISTRER, verifier_classeur
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.texte_normalise import (
    AUTRES_BLANCS,
    EN_TETE,
    NUMEROS,
    Blancs,
    TableRefusee,
    TexteNormalise,
    numeros_utiles,
)

LIGNES_EXCEL: Final = 1_048_576
DELIMITEUR: Final = ","
_BLANCS: Final = {ord(blanc): " " for blanc in ("\t", "\r", *AUTRES_BLANCS)} | {0: ""}
PAS: Final = 10_000  # rows between two signs of progress


@contextmanager
def ouvrir_classeur(fichier: Path, limites: Limites) -> Iterator[Any]:
    """The workbook, read row by row, after its guards; raises SourceIllisible."""
    verifier_classeur(fichier, limites)
    with fichier.open("rb") as flux, catch_warnings():
        simplefilter("ignore")  # openpyxl warns of styles and validations it will not keep
        try:
            classeur = load_workbook(flux, read_only=True, keep_links=False)
        except Exception:  # the file is anybody's: openpyxl raises whatever its XML made it meet
            raise SourceIllisible(f"Le classeur {fichier.name} est abîmé. {ENREGISTRER}") from None
        try:
            yield classeur
        finally:
            classeur.close()


def lire_entetes_feuille(feuille: Any, limites: Limites) -> tuple[str, ...]:
    """The headings of a sheet: its first row; raises TableRefusee."""
    return _entete(next(_lignes(feuille, _Compte(limites)), ()), limites)


def normaliser_feuille(
    feuille: Any, cible: Path, limites: Limites, avancer: Callable[[int], None] = lambda _: None
) -> TexteNormalise:
    """Write the rows of `feuille` to `cible`, heading excluded; `avancer` is told the rows read.

    A formula is written as its text, so that the checks refuse the cell by its place. Raises
    TableRefusee: empty sheet, too many columns or cells, unreadable XML.
    """
    lignes = _lignes(feuille, _Compte(limites))
    entetes = _entete(next(lignes, ()), limites)
    largeur, compte, ecarts = len(entetes), 0, []
    with cible.open("w", encoding="utf-8", newline="") as flux:
        redaction = csv.writer(flux, delimiter=DELIMITEUR, lineterminator="\n")
        for compte, cellules in enumerate(lignes, 1):
            textes = [_texte(cellule) for cellule in cellules]
            if any(textes[largeur:]):
                ecarts.append((compte - 1, _derniere(textes)))
            manquantes = [""] * (largeur - len(textes))
            redaction.writerow([*textes[:largeur], *manquantes])
            if compte % PAS == 0:
                avancer(compte)
    return TexteNormalise(
        cible,
        DELIMITEUR,
        entetes,
        compte,
        numeros_utiles(np.arange(EN_TETE + 1, compte + EN_TETE + 1, dtype=NUMEROS)),
        np.array(ecarts, np.int64).reshape(-1, 2),
        Blancs.SAUTS,
    )


@dataclass
class _Compte:
    limites: Limites
    cellules: int = field(default=0)


def _lignes(feuille: Any, compte: _Compte) -> Iterator[tuple[Any, ...]]:
    """The rows, whatever size the sheet claims to have, until there are too many cells."""
    feuille.reset_dimensions()  # a sheet may claim sixteen thousand empty columns
    lues = feuille.iter_rows()
    for rang in range(1, LIGNES_EXCEL + 2):
        try:
            cellules = next(lues)
        except StopIteration:
            return
        except Exception:  # anybody's XML
            raise TableRefusee("la feuille est abîmée.", ENREGISTRER, rang) from None
        compte.cellules += len(cellules) + 1
        if rang > LIGNES_EXCEL or compte.cellules > compte.limites.classeur_cellules:
            raise TableRefusee(
                "la feuille compte plus de cases qu’un extrait n’en a.",
                "Supprimez les lignes et les colonnes vides, ou exportez la table en CSV.",
                rang,
            )
        yield cellules


def _entete(cellules: tuple[Any, ...], limites: Limites) -> tuple[str, ...]:
    titres = [_texte(cellule).strip() for cellule in cellules]
    while titres and not titres[-1]:
        titres.pop()
    if not titres:
        raise TableRefusee("la feuille est vide.", "Sa première ligne doit porter les titres.")
    if len(titres) > limites.colonnes:
        raise TableRefusee(
            f"l’en-tête compte {len(titres)} colonnes, plus que les {limites.colonnes} permises.",
            "Ne gardez dans l’extrait que les colonnes utiles.",
            EN_TETE,
        )
    return tuple(titres)


def _derniere(textes: list[str]) -> int:
    return max(rang for rang, texte in enumerate(textes, 1) if texte)


def _texte(cellule: Any) -> str:
    valeur = cellule.value
    if valeur is None:
        return ""
    if cellule.data_type == "f":
        return str(valeur) if isinstance(valeur, str) else "=formule"
    return _texte_de(valeur).translate(_BLANCS)


def _texte_de(valeur: Any) -> str:
    if isinstance(valeur, bool):
        return "true" if valeur else "false"
    if isinstance(valeur, datetime):
        midi = valeur.time() == time()
        return valeur.date().isoformat() if midi else valeur.isoformat(sep=" ")
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, float):
        return str(int(valeur)) if valeur.is_integer() else f"{Decimal(repr(valeur)):f}"
    return str(valeur)
