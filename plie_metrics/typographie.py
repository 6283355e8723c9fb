"""French typography: written with a plain keyboard, read as printed.

Rules of the « Lexique des règles typographiques en usage à l'Imprimerie nationale »: typographic
apostrophe, no-break space before « : » and inside « », narrow one before « ; », « % » and between
thousands.
"""

import re
from typing import Final

INSECABLE: Final = "\u00a0"
FINE: Final = "\u202f"
REGLES: Final = (
    (re.compile(r"(?<=\w)'"), "’"),
    (re.compile(r" (?=:)"), INSECABLE),
    (re.compile(r"(?<=«) | (?=»)"), INSECABLE),
    (re.compile(r" (?=[;%?!])"), FINE),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), FINE),
)


def typographier(texte: str) -> str:
    """`"l'heure : 1 607"` with apostrophe and no-break spaces; applying it twice is safe."""
    for motif, remplacement in REGLES:
        texte = motif.sub(remplacement, texte)
    return texte
