"""What is shown: a finding, a chart, its words, its table. Enough for a screen, a slide, a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.tableau import Tableau

Genre = Literal["barres", "barres_groupees", "barres_empilees", "courbes", "carte", "aucun"]


class PlancheIndisponible(ErreurPlie):
    """A planche that cannot be made from this look; the sentence says why and what to do."""


@dataclass(frozen=True)
class Forme:
    """How an office suite draws the table as a native chart.

    `categories`: heading of the column of names; `series`: headings of the columns of numbers.
    """

    genre: Genre = "aucun"
    categories: str = ""
    series: tuple[str, ...] = ()


@dataclass(frozen=True)
class Planche:
    """A picture that stands alone.

    `cle`: its stable name, « page.sujet ». `titre`: the finding, computed. `sous_titre`: what is
    counted, over which period and population. `resume`: the text alternative, that says what is to
    be taken away. `tableau`: the same figures. `specification`: Vega-Lite, None for a table alone.
    `phrases`: sentences offered as the start of a comment. `indicateurs`: catalogue ids of what it
    shows. `source`: where the figures come from, and what to know of them. `filtree`: False when it
    is of the whole PLIE whatever the filters.
    """

    cle: str
    titre: str
    resume: str
    tableau: Tableau
    sous_titre: str = ""
    specification: Mapping[str, Any] | None = field(default=None, repr=False)
    forme: Forme = Forme()
    phrases: tuple[str, ...] = ()
    indicateurs: tuple[str, ...] = ()
    source: str = ""
    filtree: bool = True
