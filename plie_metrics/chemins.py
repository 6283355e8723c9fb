"""Where the data of this installation lie.

`data/` beside the code, or the folder that the variable PLIE_DONNEES names (a server's own disk, a
container's volume). Such a folder may hold only what is its own: settings, territory and published
documents are then those delivered with the application. An empty folder means « none ».
"""

import os
from pathlib import Path
from typing import Final

RACINE: Final = Path(__file__).resolve().parent.parent
LIVREES: Final = RACINE / "data"
DONNEES: Final = Path(os.environ.get("PLIE_DONNEES") or LIVREES).resolve()


def _propre_ou_livre(nom: str) -> Path:
    return DONNEES / nom if (DONNEES / nom).exists() else LIVREES / nom


CONFIGURATION: Final = _propre_ou_livre("plie.toml")
PUBLICATIONS: Final = _propre_ou_livre("publications")
TERRITOIRE: Final = _propre_ou_livre("territoire")
SNAPSHOTS: Final = DONNEES / "snapshots"
COPIL: Final = DONNEES / "copil"
JOURNAL: Final = Path(os.environ.get("PLIE_JOURNAL") or DONNEES / "journal")
