"""Charts as pictures, with the house's font and no network."""

import copy
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import vl_convert

POLICE: Final = "Source Sans Pro"
RETRAIT: Final = 13
"""Pixels that the sign of a mask takes."""
SIGNE: Final = re.compile(r'<text ([^>]*)font-family="[^"]*"([^>]*)>▨ ([^<]*)</text>')
"""A text that begins with the sign of a mask, which the house's font has not."""
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
    return SIGNE.sub(_a_part, svg)


def en_png(specification: Mapping[str, Any], largeur: int, *, echelle: float = 2.5) -> bytes:
    """The chart as a picture of about `largeur` × `echelle` pixels, for a slide or a mail."""
    sur_blanc = {**specification, "background": "white"}
    png: bytes = vl_convert.svg_to_png(en_svg(sur_blanc, largeur), scale=echelle)
    return png


@cache
def _preparer() -> None:
    vl_convert.register_font_directory(str(polices()))


def _a_part(trouve: re.Match[str]) -> str:
    """The sign alone in a font that has it: else its words would leave the house's font too."""
    avant, apres, mots = trouve.groups()
    signe = f'<text {avant}font-family="DejaVu Sans Mono, DejaVu Sans"{apres}>▨</text>'
    return f'{signe}<text {avant}font-family="{POLICE}"{apres} dx="{RETRAIT}">{mots}</text>'


def _a_la_largeur(specification: Mapping[str, Any], largeur: int) -> dict[str, Any]:
    copie: dict[str, Any] = copy.deepcopy(dict(specification))
    copie["config"] = {**copie.get("config", {}), "font": POLICE}
    if _SEULES & set(copie) and "width" not in copie:
        copie["width"] = round(largeur * TRACE)
        copie["autosize"] = {"type": "pad"}
    return copie
