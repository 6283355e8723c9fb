"""Charts as pictures, with the house's font and no network."""

import copy
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import vl_convert

POLICE: Final = "Source Sans Pro"
_SEULES: Final = frozenset({"layer", "mark"})
"""A single view takes a width; views side by side have their own."""


@cache
def polices() -> Path:
    """The folder of the fonts that travel with the project."""
    trouve = find_spec("font_source_sans_pro")
    assert trouve is not None and trouve.origin is not None
    return Path(trouve.origin).parent / "files"


def en_svg(specification: Mapping[str, Any], largeur: int) -> str:
    """The chart as vectors, `largeur` pixels wide."""
    _preparer()
    svg: str = vl_convert.vegalite_to_svg(_a_la_largeur(specification, largeur))
    return svg


def en_png(specification: Mapping[str, Any], largeur: int, *, echelle: float = 2.5) -> bytes:
    """The chart as a picture of `largeur` × `echelle` pixels, for a slide or a mail."""
    _preparer()
    fond = {**_a_la_largeur(specification, largeur), "background": "white"}
    fond["config"] = {**fond.get("config", {}), "background": "white"}
    png: bytes = vl_convert.vegalite_to_png(fond, scale=echelle)
    return png


@cache
def _preparer() -> None:
    vl_convert.register_font_directory(str(polices()))


def _a_la_largeur(specification: Mapping[str, Any], largeur: int) -> dict[str, Any]:
    copie: dict[str, Any] = copy.deepcopy(dict(specification))
    copie["config"] = {**copie.get("config", {}), "font": POLICE}
    if _SEULES & set(copie) and "width" not in copie:
        copie["width"] = largeur
        copie["autosize"] = {"type": "fit-x", "contains": "padding"}
    return copie
