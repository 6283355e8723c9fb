"""Names inside the folder of the snapshots: `AAAA-MM-JJ`, then `AAAA-MM-JJ.2`, `.3`…"""

import re
from datetime import date
from typing import Final

MANIFESTE: Final = "manifest.json"
PREFIXE_BROUILLON: Final = ".brouillon-"
SUFFIXE_RETRAIT: Final = ".retrait.json"
_FORME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([2-9]|[1-9]\d+))?")


def nom_edition(arrete: date, edition: int) -> str:
    """`2016-12-31, 1` → « 2016-12-31 »; `2016-12-31, 2` → « 2016-12-31.2 »."""
    return arrete.isoformat() if edition == 1 else f"{arrete.isoformat()}.{edition}"


def lire_nom(nom: str) -> tuple[date, int] | None:
    """The arrêté and the edition that a folder name tells; None when it is not such a name."""
    forme = _FORME.fullmatch(nom)
    if forme is None:
        return None
    try:
        return date.fromisoformat(forme[1]), int(forme[2] or 1)
    except ValueError:
        return None


def fichier_table(nom: str) -> str:
    """File name of a table."""
    return f"{nom}.parquet"
