"""Charts as pictures, with the house's font and no network."""

import copy
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

import vl_convert
from PIL import ImageFont

POLICE: Final = "Source Sans Pro"
SIGNES: Final = re.compile(r"([▨●○])")
"""Signs that the house's font has not: in one text with them, its words would leave it too."""
AVEC_SIGNE: Final = re.compile(r"<text ([^>]*)>([^<]*[▨●○][^<]*)</text>")
POLICE_DES_SIGNES: Final = "DejaVu Sans Mono, DejaVu Sans"
SIGNE: Final = 0.602
"""Width of a sign, for a type of one pixel."""
ANCRES: Final = {"middle": 0.5, "end": 1.0}
FONTE: Final = 100
"""Pixels of the type that widths are measured with."""
TITRE, SOUS_TITRE = 88, 120
"""Letters of a line above a chart of the usual width."""
TRACE: Final = 0.75
"""Share of the width for the marks: names and values outside of them are never cut."""
_SEULES: Final = frozenset({"layer", "mark"})
"""A single view takes a width; views side by side have their own."""


@cache
def polices() -> Path:
    """The folder of the fonts that travel with the project."""
    trouve = find_spec("font_source_sans_pro")
    assert trouve is not None and trouve.origin is not None
    return Path(trouve.origin).parent / "files"


def en_svg(specification: Mapping[str, Any], largeur: int) -> str:
    """The chart as vectors, about `largeur` pixels wide: nothing that it writes is cut."""
    _preparer()
    svg: str = vl_convert.vegalite_to_svg(_a_la_largeur(specification, largeur))
    return AVEC_SIGNE.sub(_a_part, svg)


def en_png(specification: Mapping[str, Any], largeur: int, *, echelle: float = 2.5) -> bytes:
    """The chart as a picture of about `largeur` × `echelle` pixels, for a slide or a mail."""
    sur_blanc = {**specification, "background": "white"}
    png: bytes = vl_convert.svg_to_png(en_svg(sur_blanc, largeur), scale=echelle)
    return png


def titrer(
    specification: Mapping[str, Any], titre: str, sous_titres: Sequence[str]
) -> dict[str, Any]:
    """The chart under its finding, with what is counted, when and for whom: it stands alone."""
    dits = [ligne for mots in sous_titres if mots for ligne in wrap(mots, SOUS_TITRE)]
    return {
        **specification,
        "title": {
            "text": wrap(titre, TITRE),
            "subtitle": dits,
            "anchor": "start",
            "frame": "group",
            "fontSize": 16,
            "subtitleFontSize": 12,
            "subtitlePadding": 4,
            "offset": 14,
        },
    }


@cache
def _preparer() -> None:
    vl_convert.register_font_directory(str(polices()))


def _a_part(trouve: re.Match[str]) -> str:
    """Each sign in a font that has it, the words in the house's, side by side where they stood."""
    attributs, mots = trouve.groups()
    taille, ancre = _lu(attributs, "font-size"), _lu(attributs, "text-anchor")
    pixels = float(taille.removesuffix("px") or 11)
    gras = _lu(attributs, "font-weight") in ("bold", "600", "650", "700")
    morceaux = [morceau for morceau in SIGNES.split(mots) if morceau]
    larges = [_largeur(unescape(morceau), gras) * pixels for morceau in morceaux]
    x = -ANCRES.get(ancre, 0.0) * sum(larges)
    reste = re.sub(r'\s*(font-family|text-anchor)="[^"]*"', "", attributs)
    dits = ""
    for morceau, large in zip(morceaux, larges, strict=True):
        police = POLICE_DES_SIGNES if SIGNES.fullmatch(morceau) else POLICE
        decale = large - _largeur(unescape(morceau.lstrip()), gras) * pixels  # leading spaces
        if morceau.strip():
            dits += (
                f'<text {reste} text-anchor="start" font-family="{police}" '
                f'dx="{x + decale:.1f}">{morceau.strip()}</text>'
            )
        x += large
    return dits


def _lu(attributs: str, nom: str) -> str:
    trouve = re.search(rf'{nom}="([^"]*)"', attributs)
    return trouve[1] if trouve else ""


def _largeur(mots: str, gras: bool) -> float:
    """Of a text in the house's font, or of a sign, for a type of one pixel."""
    if SIGNES.fullmatch(mots):
        return SIGNE
    return float(_fonte(gras).getlength(mots)) / FONTE


@cache
def _fonte(gras: bool) -> Any:
    nom = "SourceSansPro-Semibold.ttf" if gras else "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(str(polices() / nom), FONTE)


def _a_la_largeur(specification: Mapping[str, Any], largeur: int) -> dict[str, Any]:
    copie: dict[str, Any] = copy.deepcopy(dict(specification))
    copie["config"] = {**copie.get("config", {}), "font": POLICE}
    if _SEULES & set(copie) and "width" not in copie:
        copie["width"] = round(largeur * TRACE)
        copie["autosize"] = {"type": "pad"}
    return copie
