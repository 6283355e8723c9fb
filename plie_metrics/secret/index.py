"""The cells of the list by count and period: which ones are known, and which are zero."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from plie_metrics.periodes import Periode
from plie_metrics.secret.calendrier import Niveau
from plie_metrics.secret.grandeurs import GRANDEURS, Cle, Croisement
from plie_metrics.secret.liste import Liste

Valeurs = Mapping[Cle, float]


class Index:
    """The cells by count and period, and how finely each period is known."""

    def __init__(self, valeurs: Valeurs, liste: Liste) -> None:
        self.valeurs = valeurs
        self.liste = liste
        self.groupes: dict[tuple[str, date, date], list[Croisement]] = defaultdict(list)
        for nom, du, au, croisement in valeurs:
            self.groupes[nom, du, au].append(croisement)
        self.fins: dict[date, Niveau] = {}
        for periode, niveau in liste.niveaux.items():
            self.fins[periode.au] = max(niveau, self.fins.get(periode.au, niveau))

    def connue(self, cellule: Cle) -> bool:
        """True when the cell is in the list: if absent from the values, it is zero."""
        indicateur = GRANDEURS[cellule[0]].indicateur
        return cellule in self.valeurs or self.offert(indicateur, cellule)

    def complete(self, marge: Cle, dimension: str) -> bool:
        """True when every modality of the dimension is in the list, under that margin.

        Women alone may be known, through part_femmes.
        """
        nom, du, au, croisement = marge
        niveau = self.niveau(nom, du, au)
        dims = frozenset(d for d, _ in croisement)
        if self.liste.montre(GRANDEURS[nom].indicateur, niveau, dims | {dimension}):
            return True
        femmes = nom == "personnes" and ("sexe", "F") in croisement
        return femmes and self.liste.montre("part_femmes", niveau, dims - {"sexe"} | {dimension})

    def isolee(self, croisement: Croisement) -> bool:
        """True for a modality merged elsewhere: it is only known where it stands in the values."""
        return any(self.liste.fond(*paire) for paire in croisement)

    def niveau(self, nom: str, du: date, au: date) -> Niveau:
        """How finely this count is offered over this period."""
        if nom in GRANDEURS and GRANDEURS[nom].stock:
            return self.fins[au]
        return self.liste.niveaux.get(Periode(du, au), Niveau.SIMPLE)

    def periodes(self, niveau: int) -> list[Periode]:
        """The periods offered at least that finely."""
        return [p for p, n in self.liste.niveaux.items() if n >= niveau]

    def offert(self, indicateur: str, cellule: Cle) -> bool:
        """True when the list offers the indicator at the crossing and period of the cell."""
        nom, du, au, croisement = cellule
        if self.isolee(croisement):
            return False
        niveau = self.niveau(nom, du, au)
        return self.liste.montre(indicateur, niveau, frozenset(d for d, _ in croisement))
