"""How much room a text takes, so that nothing overflows its box: a careful estimate."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from PIL import ImageFont

from plie_metrics.exports.images import polices

PLUS_LARGE: Final = 1.14
"""Arial is about that much wider than the font measured here."""
INTERLIGNE: Final = 1.2
_FINESSE: Final = 100


def largeur(texte: str, taille: float, *, gras: bool = False) -> float:
    """Inches of a line of that text, in points."""
    mesuree: float = _police(gras).getlength(texte)
    return mesuree / _FINESSE * taille / 72 * PLUS_LARGE


def lignes(texte: str, taille: float, place: float, *, gras: bool = False) -> int:
    """Lines of a paragraph in `place` inches, broken between words."""
    combien, reste = 1, place
    espace = largeur(" ", taille, gras=gras)
    for mot in texte.split():
        besoin = largeur(mot, taille, gras=gras)
        if besoin > reste and reste < place:
            combien, reste = combien + 1, place
        while besoin > place:
            combien, besoin = combien + 1, besoin - place
        reste -= besoin + espace
    return combien


def hauteur(paragraphes: Sequence[str], taille: float, place: float, entre: float = 6) -> float:
    """Inches of paragraphs, `entre` points apart."""
    total = sum(lignes(p, taille, place) for p in paragraphes)
    return (total * taille * INTERLIGNE + max(0, len(paragraphes) - 1) * entre) / 72


def taille_qui_tient(
    paragraphes: Sequence[str],
    tailles: Sequence[int],
    place: float,
    haut: float,
    entre: float = 6,
) -> int | None:
    """The largest of these sizes (from the largest) that fits; None when none does."""
    return next((t for t in tailles if hauteur(paragraphes, t, place, entre) <= haut), None)


@cache
def _police(gras: bool) -> Any:
    nom = "SourceSansPro-Bold.ttf" if gras else "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(str(polices() / nom), _FINESSE)
