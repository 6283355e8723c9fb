"""Tables of a snapshot scanned in place by DuckDB: nothing is loaded before a figure is asked."""

import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

import duckdb

from plie_metrics.schema import TABLES, Type
from plie_metrics.stockage.snapshot import Snapshot

MEMOIRE: Final = "384MB"
"""What DuckDB may hold; beyond it, it spills to a temporary folder."""
FILS: Final = 4
JOURS: Final = "_jours"


def balayer_tables(snapshot: Snapshot, noms: Collection[str]) -> dict[str, Any]:
    """A DuckDB relation for each of these tables that the snapshot holds, on one connection.

    The columns are those of the file; beside each date `x`, `x_jours` is its whole number of days
    since 1970-01-01. The connection reads the snapshot's folder and nothing else.
    """
    moteur = _ouvrir(snapshot.chemin)
    presentes = [nom for nom in noms if nom in snapshot.tables]
    if not snapshot.actuel:  # an older schema: brought to today's in memory
        for nom in presentes:
            moteur.register(nom, snapshot.arrow(nom))
    return {nom: moteur.sql(_requete(snapshot, nom)) for nom in presentes}


def _ouvrir(dossier: Path) -> Any:
    debordement = Path(tempfile.gettempdir()) / f"plie-duckdb-{os.getpid()}"
    moteur = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMOIRE,
            "temp_directory": str(debordement),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        },
    )
    fils = moteur.execute("SELECT current_setting('threads')").fetchone()[0]
    moteur.execute(f"SET threads = {min(int(fils), FILS)}")
    moteur.execute("SET enable_progress_bar = false")
    moteur.execute(f"SET allowed_directories = [{_litteral(str(dossier.resolve()))}]")
    moteur.execute("SET enable_external_access = false")
    moteur.execute("SET lock_configuration = true")
    return moteur


def _requete(snapshot: Snapshot, nom: str) -> str:
    fichier = _litteral(str(snapshot.chemin_table(nom).resolve()))
    source = f"read_parquet({fichier})" if snapshot.actuel else f'"{nom}"'
    dates = [c.nom for c in TABLES[nom].colonnes if c.type is Type.DATE]
    jours = [
        f', "{date}" - DATE \'1970-01-01\' AS "{date}{JOURS}"'
        for date in dates
        if date in snapshot.colonnes(nom)
    ]
    return f"SELECT *{''.join(jours)} FROM {source}"


def _litteral(texte: str) -> str:
    return "'" + texte.replace("'", "''") + "'"
