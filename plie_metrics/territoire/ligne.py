"""One line of a file of data/territoire, typed cell by cell."""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

from plie_metrics.erreurs import ErreurPlie

REMEDE: Final = "Rétablissez ce fichier depuis l'archive du projet."
T = TypeVar("T")


class TerritoireIllisible(ErreurPlie):
    """A file of data/territoire is missing or damaged; the message names it and the remedy."""


class Ligne:
    """One line of a file, whose cells are typed on demand and named when they are wrong.

    `lieu`: « data/territoire/qpv.csv, ligne 4 ». Every method raises TerritoireIllisible.
    """

    def __init__(
        self, fichier: str, numero: int, colonnes: tuple[str, ...], cellules: list[str]
    ) -> None:
        self.lieu = f"{fichier}, ligne {numero}"
        if len(cellules) != len(colonnes):
            raise TerritoireIllisible(
                f"{self.lieu} : {len(colonnes)} cellules attendues, {len(cellules)} trouvées. "
                f"{REMEDE}"
            )
        self.cellules = dict(zip(colonnes, cellules, strict=True))

    def texte(self, colonne: str) -> str:
        """The cell, which must not be empty."""
        return self.cellules[colonne] or self._refuser(colonne, "un texte")

    def entier(self, colonne: str) -> int:
        """The cell as a whole number."""
        return self._typer(colonne, int, "un nombre entier")

    def decimal(self, colonne: str) -> float:
        """The cell as a number."""
        return self._typer(colonne, float, "un nombre (point décimal)")

    def jour(self, colonne: str) -> date:
        """The cell as a date."""
        return self._typer(colonne, date.fromisoformat, "une date AAAA-MM-JJ")

    def si_rempli(self, colonne: str, lire: Callable[[str], T]) -> T | None:
        """The cell read by `lire`, None when it is empty."""
        return lire(colonne) if self.cellules[colonne] else None

    def _typer(self, colonne: str, type_: Callable[[str], T], attendu: str) -> T:
        try:
            return type_(self.cellules[colonne])
        except ValueError:
            return self._refuser(colonne, attendu)

    def _refuser(self, colonne: str, attendu: str) -> T:  # type: ignore[type-var]
        raise TerritoireIllisible(
            f"{self.lieu}, colonne {colonne} : « {self.cellules[colonne]} » n'est pas {attendu}. "
            f"{REMEDE}"
        )
