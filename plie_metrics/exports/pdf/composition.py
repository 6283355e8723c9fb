"""Set a document: a Typst template, its data as JSON, its pictures; out comes a tagged PDF."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.images import polices
from plie_metrics.presentation import palette

ICI: Final = Path(__file__).parent
NORME: Final = "ua-1"
"""PDF/UA-1: the compiler refuses a document that a screen reader could not follow."""
COULEURS: Final = {
    "encre": palette.TEXTE,
    "gris": palette.SECONDAIRE,
    "bleu": palette.REALISE,
    "orange": palette.SECONDE,
    "alerte": palette.SECONDE_TEXTE,
    "trait": palette.BORDURE,
    "fond": palette.FOND,
}


class ComposeImpossible(ErreurPlie):
    """A document that cannot be set; the sentence says which."""


def composer(
    modele: str,
    donnees: Mapping[str, Any],
    images: Mapping[str, bytes],
    quand: datetime,
) -> bytes:
    """The PDF of a template of this folder; raises ComposeImpossible.

    `quand` is the date written in the file: the same data gives the same bytes.
    """
    commun = (ICI / "commun.typ").read_bytes()
    fichiers = {
        "main": (ICI / f"{modele}.typ").read_bytes(),
        "commun.typ": commun,
        "donnees.json": json.dumps({**donnees, "couleurs": COULEURS}).encode(),
        **images,
    }
    try:
        octets: bytes = typst.compile(
            fichiers,
            format="pdf",
            font_paths=_polices(),
            pdf_standards=[NORME],
            timestamp=int(quand.replace(tzinfo=quand.tzinfo or UTC).timestamp()),
        )
    except typst.TypstError as erreur:
        raise ComposeImpossible(
            f"Le document PDF n’a pas pu être composé ({erreur}). Les autres formats restent "
            "disponibles."
        ) from erreur
    return octets


@cache
def _polices() -> Any:
    """Read once: the folder of the project's fonts, never those of the machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(polices())]
    )
