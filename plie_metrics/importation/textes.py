"""Headings and values compared as a person reads them: no accent, no case, no stray space."""

import re
import unicodedata
from typing import Final

APERCU: Final = 80
_HORS_MOT: Final = re.compile(r"[^a-z0-9+/]+")


def cle_texte(texte: str) -> str:
    """`" Date d’Entrée "` → `date_d_entree`; « + » and « / » are kept (III+, C/PRO)."""
    decompose = unicodedata.normalize("NFKD", texte.casefold().replace("œ", "oe"))
    sans_accent = "".join(c for c in decompose if not unicodedata.combining(c))
    return _HORS_MOT.sub("_", sans_accent).strip("_")


def apercu(texte: str) -> str:
    """The text on one line, cut after 80 characters: what a message may quote."""
    plat = " ".join(texte.split())
    return plat if len(plat) <= APERCU else f"{plat[: APERCU - 1]}…"
