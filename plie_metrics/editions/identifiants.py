"""Names of editions and drafts: the date of the meeting and its title, safe as a file name."""

import re
import unicodedata
from datetime import date
from typing import Final

from plie_metrics.erreurs import ErreurPlie

FORME: Final = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]{1,48}(?:\.\d{1,3})?")
LONGUEUR: Final = 40


class IdentifiantInvalide(ErreurPlie):
    """A name that no edition can bear."""


def proposer(seance: date, titre: str, rang: int = 1) -> str:
    """« 2017-01-20-copil-de-janvier », then « ….2 » when it is taken."""
    nu = unicodedata.normalize("NFKD", titre).encode("ascii", "ignore").decode().lower()
    court = re.sub(r"[^a-z0-9]+", "-", nu)[:LONGUEUR].strip("-") or "copil"
    return f"{seance.isoformat()}-{court}" + ("" if rang == 1 else f".{rang}")


def verifier(identifiant: str) -> str:
    """The same name; raises IdentifiantInvalide when it could not be that of an edition."""
    if not FORME.fullmatch(identifiant):
        raise IdentifiantInvalide(f"« {identifiant[:80]} » n’est pas le nom d’une édition.")
    return identifiant
