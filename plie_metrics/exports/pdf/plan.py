"""Where the chart and the table of a view stand on its page, in millimetres."""

import re
from dataclasses import dataclass, replace
from typing import Final

from plie_metrics.editions.modele import TableauFige
from plie_metrics.exports.mentions import lire

UTILE: Final = 261.0
PAGE: Final = 146.0
"""Height left under the finding."""
GOUTTIERE: Final = 9.0
LARGEURS: Final = (500, 640)
"""Pixels of a chart beside a short table, a long one: the fewer, the larger its type."""
LARGEUR_SEUL: Final = 860
COURT: Final = 14
"""Rows of a short table."""
CORPS: Final = ((10, 11.5, 5.0), (18, 10.0, 3.6), (10**6, 8.3, 2.2))
"""Up to so many rows, the size of a table's type and the air around its lines, in points."""
A_COTE: Final = (26, 4)
"""Rows and columns of a table that stands beside its chart."""
ETROITE: Final = 62
"""Characters of the widest line of such a table."""
ETENDUE: Final = 100
LIGNE_DE_TITRE: Final = 9.0
TITRE: Final = 76
"""Characters of a line of the finding."""
LIGNE: Final = 6.6
LIGNE_DE_COMMENTAIRE: Final = 6.6
CARACTERES: Final = 125
"""Of a line of comment."""
_TAILLE: Final = re.compile(r'<svg[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')


@dataclass(frozen=True)
class Plan:
    """`cote`: chart and table side by side; `part`: the share of the chart, `large` its width.

    `etendu`: the first column takes what the others leave. `place` is « cote », « dessous » (both
    on the page), or « suite » (the table on the next one).
    """

    cote: bool
    part: float
    reste: float
    lignes: int
    etendu: bool
    large: float = 0.0

    def avec(self, svg: str) -> "Plan":
        """The same once the shape of the chart is known: never higher than the page."""
        vue = _TAILLE.search(svg)
        rapport = float(vue[2]) / float(vue[1]) if vue else 0.5
        place = self.part * (UTILE - GOUTTIERE) if self.cote else UTILE
        return replace(self, large=round(min(place, self.reste / rapport), 1))._sous(rapport)

    def _sous(self, rapport: float) -> "Plan":
        return replace(self, reste=self.reste - self.large * rapport)

    @property
    def pixels(self) -> int:
        """The width to draw the chart at."""
        if not self.cote:
            return LARGEUR_SEUL
        return LARGEURS[0] if self.lignes <= COURT else LARGEURS[1]

    @property
    def corps(self) -> tuple[float, float]:
        """Size of the table's type, air around its lines."""
        return next((taille, air) for borne, taille, air in CORPS if self.lignes <= borne)

    @property
    def place(self) -> str:
        """Where the table is."""
        if self.cote:
            return "cote"
        return "dessous" if (self.lignes + 3) * LIGNE <= self.reste else "suite"


def caracteres(table: TableauFige) -> int:
    """Characters of a line that would hold the longest text of each column."""
    return sum(
        max([len(lire(ligne[rang])) for ligne in table.lignes] + [len(colonne.titre) // 2])
        for rang, colonne in enumerate(table.colonnes)
    )


def planifier(table: TableauFige, commentaire: list[str], titre: str = "") -> Plan:
    """The plan of a page, before its chart is drawn."""
    lignes, colonnes = A_COTE
    dites = sum(1 + len(mots) // CARACTERES for mots in commentaire)
    reste = (
        PAGE
        - LIGNE_DE_TITRE * (len(titre) // TITRE)
        - dites * LIGNE_DE_COMMENTAIRE
        - (8 if dites else 0)
    )
    tient = len(table.lignes) <= lignes and len(table.colonnes) <= colonnes
    cote = tient and caracteres(table) <= ETROITE
    part = 0.5 if len(table.colonnes) > 3 else 0.58
    etendu = caracteres(table) <= ETENDUE
    return Plan(cote, part, max(reste, 60.0), len(table.lignes), etendu)
