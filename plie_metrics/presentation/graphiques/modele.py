"""A chart's specification made once for its shape, then fed with what changes.

Altair checks and copies every chart that it makes: that costs more than the figures the chart
shows. A module therefore draws with *holes* (`trou`, `jeu`) in place of all that depends on the
data, keeps the `Modele`, and only fills it afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation.graphiques.socle import habiller

SIGNE: Final = "§"
"""Begins the name of a hole; no word of a chart does."""
HAUTEUR: Final = "hauteur"
"""The hole of the height in pixels, for a chart that does not fix its own."""


def trou(nom: str) -> Any:
    """Stands for a value where Altair takes an expression: a bound, a position, a range."""
    return alt.ExprRef(trou_texte(nom))


def trou_texte(nom: str) -> str:
    """Stands for words: a title, a label expression."""
    return f"{SIGNE}{nom}"


def jeu(nom: str) -> alt.Data:
    """Stands for the rows of a chart or of a layer."""
    return alt.Data(values=trou_texte(nom))


@dataclass(frozen=True)
class Modele:
    """A specification with holes, and the way to each of them. Never written into."""

    specification: Mapping[str, Any]
    trous: Mapping[str, Any]

    def remplir(self, **valeurs: Any) -> dict[str, Any]:
        """The specification with each hole filled; raises KeyError for one without a value.

        Only what leads to a hole is copied: the rest is shared, and must not be changed.
        """
        remplie: dict[str, Any] = _remplir(self.specification, self.trous, valeurs)
        return remplie


def modele(graphique: Any) -> Modele:
    """The chart with the house configuration, ready to be filled: the last step of its drawing."""
    specification = {"height": trou_texte(HAUTEUR), **habiller(graphique)}
    return Modele(specification, _trous(specification) or {})


def _trous(noeud: Any) -> Any:
    """The name of the hole that stands here, or the ways to those below; None without any."""
    if isinstance(noeud, str):
        return noeud.removeprefix(SIGNE) if noeud.startswith(SIGNE) else None
    if isinstance(noeud, dict) and set(noeud) == {"expr"}:
        return _trous(noeud["expr"])
    if not isinstance(noeud, dict | list):
        return None
    enfants = noeud.items() if isinstance(noeud, dict) else enumerate(noeud)
    return {cle: trous for cle, enfant in enfants if (trous := _trous(enfant))} or None


def _remplir(noeud: Any, trous: Any, valeurs: Mapping[str, Any]) -> Any:
    if isinstance(trous, str):
        return valeurs[trous]
    copie = noeud.copy()
    for cle, suite in trous.items():
        copie[cle] = _remplir(noeud[cle], suite, valeurs)
    return copie
