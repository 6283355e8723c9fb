"""Where the data of this installation lie."""

from pathlib import Path
from typing import Final

RACINE: Final = Path(__file__).resolve().parent.parent
DONNEES: Final = RACINE / "data"
PUBLICATIONS: Final = DONNEES / "publications"
TERRITOIRE: Final = DONNEES / "territoire"
SNAPSHOTS: Final = DONNEES / "snapshots"
