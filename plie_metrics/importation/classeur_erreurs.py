"""The errors of an extract as a workbook: the list, then each faulty line, its cells coloured."""

import io
from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from plie_metrics.importation.anomalie import Anomalie
from plie_metrics.importation.atelier import TableChargee
from plie_metrics.importation.rapport import Rapport
from plie_metrics.presentation.formats import nombre

LIGNES: Final = 20_000  # of a sheet: a workbook that nobody can open helps nobody
FAUTIF: Final = PatternFill("solid", fgColor="FFC7CE")
ENTETE: Final = PatternFill("solid", fgColor="DDE3E9")
GRAS: Final = Font(bold=True)
TITRES: Final = ("Table", "Fichier ou feuille", "Ligne", "Colonne", "Valeur", "Raison", "Remède")
LARGEURS: Final = (22, 24, 9, 20, 28, 60, 60)


def classeur_erreurs(rapport: Rapport) -> bytes:
    """An XLSX: sheet « Erreurs », then one sheet a faulty table with its faulty lines as read.

    Each sheet holds 20 000 lines at most and says so when there are more. Values are texts,
    never formulas; those of nominative columns are not shown.
    """
    classeur = Workbook(write_only=True)
    _feuille_liste(classeur, rapport)
    for chargee in rapport.atelier.tables.values():
        if next(rapport.anomalies(chargee.nom), None) is not None:
            _feuille_table(classeur, rapport, chargee)
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


def _feuille_liste(classeur: Any, rapport: Rapport) -> None:
    feuille = _feuille(classeur, "Erreurs", TITRES, LARGEURS)
    origines = {nom: chargee.lue.origine for nom, chargee in rapport.atelier.tables.items()}
    for anomalie in islice(rapport.anomalies(), LIGNES):
        valeurs = (
            anomalie.table,
            origines.get(anomalie.table, ""),
            anomalie.ligne,
            anomalie.colonne,
            anomalie.valeur,
            anomalie.raison,
            anomalie.remede,
        )
        feuille.append([_cellule(feuille, valeur) for valeur in valeurs])
    if rapport.nombre_anomalies > LIGNES:
        feuille.append([_cellule(feuille, _suite(rapport.nombre_anomalies - LIGNES))])


def _feuille_table(classeur: Any, rapport: Rapport, chargee: TableChargee) -> None:
    colonnes = chargee.lue.colonnes
    titres = ("Ligne", *(lue.titre for lue in colonnes), "Ce qui ne va pas")
    feuille = _feuille(classeur, chargee.nom, titres, (9, *([18] * len(colonnes)), 90))
    par_ligne = groupby(
        (a for a in rapport.anomalies(chargee.nom) if a.ligne and a.ligne > 1),
        key=lambda anomalie: anomalie.ligne,
    )
    fautives = {ligne: list(anomalies) for ligne, anomalies in islice(par_ligne, LIGNES)}
    for ligne, textes in rapport.atelier.lignes_fautives(chargee.nom, LIGNES):
        feuille.append(list(_ligne(feuille, chargee, ligne, textes, fautives.get(ligne, []))))
    reste = rapport.atelier.nombre_lignes_fautives(chargee.nom) - LIGNES
    if reste > 0:
        feuille.append([_cellule(feuille, _suite(reste))])


def _ligne(
    feuille: Any,
    chargee: TableChargee,
    ligne: int,
    textes: Mapping[str, str | None],
    anomalies: list[Anomalie],
) -> Iterator[Any]:
    entiere = any(not anomalie.colonne for anomalie in anomalies)
    fautives = {anomalie.colonne for anomalie in anomalies}
    yield _cellule(feuille, ligne)
    for lue in chargee.lue.colonnes:
        valeur = textes[lue.nom] if lue.montrable else "(non affichée)"
        yield _cellule(feuille, valeur, fautive=entiere or lue.nom in fautives)
    yield _cellule(feuille, " ".join(f"{a.colonne} : {a.raison} {a.remede}" for a in anomalies))


def _feuille(classeur: Any, nom: str, titres: tuple[str, ...], largeurs: tuple[int, ...]) -> Any:
    feuille = classeur.create_sheet(nom)
    feuille.freeze_panes = "A2"
    for rang, largeur in enumerate(largeurs, 1):
        feuille.column_dimensions[get_column_letter(rang)].width = largeur
    entete = [_cellule(feuille, titre) for titre in titres]
    for cellule in entete:
        cellule.font, cellule.fill = GRAS, ENTETE
    feuille.append(entete)
    return feuille


def _cellule(feuille: Any, valeur: str | int | None, *, fautive: bool = False) -> Any:
    if isinstance(valeur, str):
        valeur = ILLEGAL_CHARACTERS_RE.sub("", valeur)
    cellule = WriteOnlyCell(feuille, valeur)
    if isinstance(valeur, str):
        cellule.data_type = "s"  # « =1+1 » stays a text
        cellule.alignment = Alignment(vertical="top", wrap_text=True)
    if fautive:
        cellule.fill = FAUTIF
    return cellule


def _suite(combien: int) -> str:
    return f"Non montrées ici : {nombre(combien)}. La commande « importer » les dit toutes."
