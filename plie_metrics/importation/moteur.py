"""DuckDB, shut in one folder: no network, no other file, bounded memory."""

from pathlib import Path
from typing import Any, Final

import duckdb

from plie_metrics.importation.limites import Limites

FILS: Final = 4  # each thread needs its own buffers: more of them would need more memory


def ouvrir_moteur(dossier: Path, limites: Limites) -> Any:
    """A connection that reads and writes inside `dossier` only, and spills there."""
    moteur = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": limites.memoire,
            "temp_directory": str(dossier / "debordement"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": True,
        },
    )
    fils = moteur.execute("SELECT current_setting('threads')").fetchone()[0]
    moteur.execute(f"SET threads = {min(int(fils), FILS)}")
    moteur.execute("SET enable_progress_bar = false")
    moteur.execute(f"SET allowed_directories = [{litteral(str(dossier))}]")
    moteur.execute("SET enable_external_access = false")
    moteur.execute("SET lock_configuration = true")
    return moteur


def litteral(texte: str) -> str:
    """A text as an SQL literal (DuckDB gives the backslash no meaning)."""
    return "'" + texte.replace("'", "''") + "'"


def citer(nom: str) -> str:
    """A name as an SQL identifier."""
    return '"' + nom.replace('"', '""') + '"'
