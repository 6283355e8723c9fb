"""One Parquet file of a draft: written from Arrow, checked against the schema, described."""

from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from plie_metrics.schema import Colonne, Table
from plie_metrics.stockage.disque import assurer, sha256
from plie_metrics.stockage.erreurs import PublicationImpossible
from plie_metrics.stockage.forme import (
    ATTENDUS,
    refus_code,
    refus_vide,
    type_convient,
    verifier_colonnes,
)
from plie_metrics.stockage.manifeste import FicheTable

LOT: Final = 131_072


def ecrire_parquet(donnees: Any, fichier: Path) -> None:
    """Write a pyarrow.Table: same rows, same bytes."""
    pq.write_table(donnees, fichier, compression="zstd", row_group_size=LOT)


def decrire(table: Table, fichier: Path) -> FicheTable:
    """Force a written file onto the disk, check its form and describe it for the manifest.

    Memory stays bounded whatever the size. Raises PublicationImpossible.
    """
    assurer(fichier)
    with pq.ParquetFile(fichier) as parquet:
        verifier_colonnes(table, tuple(parquet.schema_arrow.names))
        for champ in parquet.schema_arrow:
            _verifier_champ(table, table.colonne(champ.name), champ.type, parquet)
        lignes = parquet.metadata.num_rows
        noms = tuple(parquet.schema_arrow.names)
    return FicheTable(lignes, fichier.stat().st_size, sha256(fichier), noms)


def _verifier_champ(table: Table, colonne: Colonne, type_lu: Any, parquet: Any) -> None:
    if not type_convient(colonne, type_lu):
        raise PublicationImpossible(
            f"Table {table.nom}, colonne {colonne.nom} : le type {type_lu} ne convient pas, "
            f"il faut {ATTENDUS[colonne.type]}."
        )
    if not colonne.nulle and _a_des_vides(parquet, colonne.nom):
        raise refus_vide(table, colonne)
    for code in sorted(_codes(parquet, colonne.nom)) if colonne.fermee else ():
        if code not in colonne.modalites:
            raise refus_code(table, colonne, code)


def _a_des_vides(parquet: Any, nom: str) -> bool:
    metadonnees = parquet.metadata
    rang = parquet.schema_arrow.names.index(nom)
    groupes = [metadonnees.row_group(g).column(rang) for g in range(metadonnees.num_row_groups)]
    if all(groupe.is_stats_set and groupe.statistics.has_null_count for groupe in groupes):
        return any(groupe.statistics.null_count for groupe in groupes)
    return any(lot.column(0).null_count for lot in parquet.iter_batches(LOT, columns=[nom]))


def _codes(parquet: Any, nom: str) -> set[str]:
    vus: set[str] = set()
    for lot in parquet.iter_batches(LOT, columns=[nom]):
        valeurs = lot.column(0)
        if pa.types.is_dictionary(valeurs.type):
            # a dictionary may list modalities that no row uses
            valeurs = valeurs.dictionary_decode()
        vus.update(pc.unique(valeurs.drop_null()).to_pylist())
    return vus
