"""How a sheet prints: A4 landscape, as wide as the page, headings repeated, footer on each page."""

from typing import Any, Final

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.mentions import DEMONSTRATION, pied

A4: Final = 9
AU_PLUS: Final = 250
"""Characters that a spreadsheet accepts in a footer."""


def imprimer(feuille: Any, edition: Edition, vue: VueFigee | None = None, *, titres: int) -> None:
    """Set the page up; `titres`: the rows down to the headings, repeated on each page."""
    feuille.set_landscape()
    feuille.set_paper(A4)
    feuille.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.9)
    feuille.fit_to_pages(1, 0)
    if titres:
        feuille.repeat_rows(0, titres)
    premiere, seconde = pied(edition, vue)
    alerte = f"{DEMONSTRATION} · " if edition.demonstration else ""
    gauche = f"{premiere}\n{alerte}{seconde}".replace("&", "&&")[: AU_PLUS - 20]
    feuille.set_footer(f"&L&8{gauche}&R&8&P / &N")
