"""Is a file of a snapshot the one its manifest describes, in the form of the schema?"""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from plie_metrics.schema import TABLES, TABLES_REQUISES, Table
from plie_metrics.stockage.disque import sha256
from plie_metrics.stockage.erreurs import InstantaneIllisible
from plie_metrics.stockage.forme import type_convient
from plie_metrics.stockage.manifeste import FicheTable, Manifeste
from plie_metrics.stockage.migrations import migrer
from plie_metrics.stockage.noms import fichier_table, lire_nom


def controler_presence(instantane: Path, manifeste: Manifeste) -> None:
    """Cheap checks, without reading the data: name, required tables, files and their sizes.

    Raises InstantaneIllisible.
    """
    nom = lire_nom(instantane.name)
    if nom is not None and nom[0] != manifeste.arrete:
        raise InstantaneIllisible(
            instantane.name,
            "manifest.json",
            f"son manifeste est celui de l’arrêté du {manifeste.arrete:%d/%m/%Y}",
        )
    for table in TABLES_REQUISES:
        if table not in manifeste.tables:
            raise InstantaneIllisible(
                instantane.name,
                fichier_table(table),
                f"la table {table}, indispensable, n’est pas dans son manifeste",
            )
    for table, fiche in manifeste.tables.items():
        _controler_taille(instantane, table, fiche)


def controler_contenu(instantane: Path, manifeste: Manifeste) -> None:
    """Every byte of every file against the manifest, then rows and columns against the schema.

    Raises InstantaneIllisible.
    """
    for table, fiche in manifeste.tables.items():
        fichier = instantane / fichier_table(table)
        if sha256(fichier) != fiche.sha256:
            raise alteration(instantane, table)
        _controler_forme(instantane, TABLES[table], fiche, manifeste.version_schema)


def alteration(instantane: Path, table: str) -> InstantaneIllisible:
    """The error for a file whose bytes are not those of the manifest."""
    fichier = fichier_table(table)
    return InstantaneIllisible(
        instantane.name,
        fichier,
        f"le fichier {fichier} a été modifié, son empreinte n’est pas celle du manifeste",
    )


def _controler_taille(instantane: Path, table: str, fiche: FicheTable) -> None:
    fichier = instantane / fichier_table(table)
    if not fichier.is_file():
        raise InstantaneIllisible(
            instantane.name, fichier.name, f"le fichier {fichier.name} manque"
        )
    octets = fichier.stat().st_size
    if octets != fiche.octets:
        defaut = "est tronqué" if octets < fiche.octets else "a été modifié"
        raise InstantaneIllisible(
            instantane.name,
            fichier.name,
            f"le fichier {fichier.name} {defaut} ({octets} octets au lieu de {fiche.octets})",
        )


def _controler_forme(instantane: Path, table: Table, fiche: FicheTable, version: int) -> None:
    fichier = instantane / fichier_table(table.nom)
    try:
        parquet = pq.ParquetFile(fichier)
        lignes, schema = parquet.metadata.num_rows, parquet.schema_arrow
        parquet.close()
    except (pa.ArrowException, OSError):
        raise InstantaneIllisible(
            instantane.name, fichier.name, f"le fichier {fichier.name} n’est pas lisible"
        ) from None
    defaut = _defaut_forme(table, fiche, lignes, schema, version)
    if defaut:
        raise InstantaneIllisible(
            instantane.name, fichier.name, f"le fichier {fichier.name} {defaut}"
        )


def _defaut_forme(table: Table, fiche: FicheTable, lignes: int, lu: Any, version: int) -> str:
    if lignes != fiche.lignes:
        return f"contient {lignes} lignes au lieu de {fiche.lignes}"
    if tuple(lu.names) != fiche.colonnes:
        return "n’a pas les colonnes que son manifeste annonce"
    schema = migrer(table.nom, lu.empty_table(), version).schema
    manquantes = [nom for nom in table.noms_requis if nom not in schema.names]
    if manquantes:
        return f"n’a pas la colonne « {manquantes[0]} »"
    for champ in schema:
        if champ.name not in table.noms:
            return f"contient la colonne « {champ.name} », qui n’est pas prévue"
        if not type_convient(table.colonne(champ.name), champ.type):
            return f"n’a pas le bon type dans la colonne « {champ.name} »"
    return ""
