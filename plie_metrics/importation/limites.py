"""What an extract may weigh: beyond, it is refused in bounded memory and time."""

from dataclasses import dataclass
from typing import Final

MIO: Final = 1024 * 1024


@dataclass(frozen=True)
class Limites:
    """Bounds of a source; all in bytes unless the name says otherwise.

    Ten years of all the PLIE of France weigh about 300 Mio of CSV: the bounds leave room, and
    stay under what the machine of a PLIE holds. `memoire` is what DuckDB may use; the rest of
    the process takes some 300 Mio more.
    """

    fichier: int = 8 * 1024 * MIO
    ligne: int = MIO
    colonnes: int = 256
    texte: int = 1000  # characters of one cell
    graphies: int = 500  # distinct spellings of the values of one closed list
    classeur: int = 200 * MIO
    classeur_deplie: int = 1024 * MIO
    classeur_textes: int = 128 * MIO  # sharedStrings.xml, which is held whole in memory
    classeur_rapport: int = 200  # times smaller once zipped
    classeur_cellules: int = 20_000_000
    fichiers: int = 1000  # entries of a folder or of a workbook's archive
    memoire: str = "800MB"
    bloc: int = 4 * MIO


LIMITES: Final = Limites()
