"""The rules of every extract, checked again on a snapshot: keys, references, dates and bounds.

The importer refuses what breaks them; a snapshot published another way is caught here.
"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from plie_metrics.qualite.donnees import Donnees, releve
from plie_metrics.qualite.modele import Constat, Gravite, Regle
from plie_metrics.schema import TABLES, Table

REMEDE: Final = "Corrigez la saisie, puis importez une nouvelle édition de l’arrêté."


def controler_relations(donnees: Donnees) -> tuple[Constat, ...]:
    """One finding a rule, table after table, in the order of the schema."""
    constats = []
    for nom, table in TABLES.items():
        lignes = donnees.table(nom)
        if lignes is not None:
            constats += [*_cles(table, lignes), *_references(donnees, table, lignes)]
            constats += [*_dates(donnees, table, lignes), *_bornes(table, lignes)]
    return tuple(constats)


def _cles(table: Table, lignes: pd.DataFrame) -> Iterator[Constat]:
    cle = list(table.cle)
    regle = _regle(f"cle_en_double_{table.nom}", table, "portent le même numéro")
    yield releve(regle, lignes, lignes.duplicated(cle, keep=False), cle[0])


def _references(donnees: Donnees, table: Table, lignes: pd.DataFrame) -> Iterator[Constat]:
    for colonne in table.colonnes:
        cible = donnees.table(colonne.reference) if colonne.reference else None
        if cible is None or colonne.nom not in lignes:
            continue
        valeurs = lignes[colonne.nom]
        regle = _regle(
            f"reference_inconnue_{table.nom}_{colonne.nom}",
            table,
            f"renvoient à un {colonne.nom} absent de la table {colonne.reference}",
        )
        # as plain objects: texts of Arrow are compared one by one
        connues = valeurs.astype(object).isin(cible[colonne.nom].astype(object))
        inconnues = valeurs.notna() & ~connues
        yield releve(regle, lignes, inconnues, table.cle[0])


def _dates(donnees: Donnees, table: Table, lignes: pd.DataFrame) -> Iterator[Constat]:
    for colonne in table.colonnes:
        if colonne.pas_apres_arrete and colonne.nom in lignes:
            regle = _regle(
                f"apres_arrete_{table.nom}_{colonne.nom}",
                table,
                f"ont une date postérieure à l’arrêté ({colonne.nom})",
            )
            tardives = lignes[colonne.nom] > pd.Timestamp(donnees.arrete)
            yield releve(regle, lignes, tardives, table.cle[0])


def _bornes(table: Table, lignes: pd.DataFrame) -> Iterator[Constat]:
    for colonne in table.colonnes:
        if colonne.nom not in lignes or (colonne.minimum is None and colonne.maximum is None):
            continue
        valeurs = lignes[colonne.nom]
        hors = pd.Series(data=False, index=lignes.index)
        if colonne.minimum is not None:
            hors |= (valeurs < colonne.minimum).fillna(False)
        if colonne.maximum is not None:
            hors |= (valeurs > colonne.maximum).fillna(False)
        regle = _regle(
            f"hors_bornes_{table.nom}_{colonne.nom}",
            table,
            f"ont une valeur impossible ({colonne.nom})",
        )
        yield releve(regle, lignes, hors, table.cle[0])


def _regle(code: str, table: Table, defaut: str) -> Regle:
    phrase = f"Des lignes de la table {table.nom} {defaut}."
    return Regle(code, Gravite.IMPOSSIBLE, table.nom, phrase, REMEDE)
