"""A clean report made a snapshot: the engine writes the files, the store publishes them."""

import shutil
from datetime import date
from pathlib import Path
from typing import Final

import duckdb

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.importation.analyse import SATURATION, Progression
from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.moteur import citer, litteral
from plie_metrics.importation.rapport import Rapport
from plie_metrics.schema import Type
from plie_metrics.stockage import brouillon

GROUPE: Final = 131_072  # rows of a Parquet row group
TYPES_SQL: Final = {
    Type.ENTIER: "BIGINT",
    Type.DECIMAL: "DOUBLE",
    Type.TEXTE: "VARCHAR",
    Type.BOOLEEN: "BOOLEAN",
    Type.DATE: "DATE",
    Type.CATEGORIE: "VARCHAR",
}


class ExtraitRefuse(ErreurPlie):
    """A report that holds errors cannot be published."""


def publier(
    rapport: Rapport,
    vers: Path = SNAPSHOTS,
    *,
    produit_le: date | None = None,
    progression: Progression = lambda _part, _quoi: None,
) -> Path:
    """Publish the tables of a report without errors in the folder `vers`; return the snapshot.

    Its warnings are kept in the manifest. `produit_le`: today unless told. Raises ExtraitRefuse,
    PublicationImpossible (disk full, folder closed to writing).
    """
    if not rapport.publiable:
        raise ExtraitRefuse(rapport.resume())
    tables = list(rapport.atelier.tables)
    with brouillon(vers, rapport.arrete) as chantier:
        for rang, nom in enumerate(tables):
            progression(rang / (len(tables) + 1), f"Écriture de {nom}")
            ecrite = _ecrire(rapport, nom)
            shutil.move(ecrite, chantier.chemin(nom))
        progression(len(tables) / (len(tables) + 1), "Publication")
        return chantier.publier(
            produit_le=produit_le or date.today(),
            source=f"import de {rapport.source}",
            avertissements=[str(avertissement) for avertissement in rapport.avertissements],
        )


def _ecrire(rapport: Rapport, nom: str) -> Path:
    """Write a table's Parquet in the workshop, the only folder that the engine may write to."""
    fichier = rapport.atelier.dossier / f"{nom}.parquet"
    lue = rapport.atelier.tables[nom].lue
    champs = ", ".join(
        f"CAST({citer(c)} AS {TYPES_SQL[lue.table.colonne(c).type]}) AS {citer(c)}"
        for c in lue.noms
    )
    try:
        rapport.atelier.moteur.execute(
            f"COPY (SELECT {champs} FROM net_{nom}) TO {litteral(str(fichier))} "
            f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUPE})"
        )
    except (duckdb.OutOfMemoryException, duckdb.IOException):
        raise SourceIllisible(SATURATION) from None
    return fichier
