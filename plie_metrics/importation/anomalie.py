"""What the import tells: a fault that forbids publishing, or a warning that goes along."""

from dataclasses import dataclass

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.importation.textes import apercu


class SourceIllisible(ErreurPlie):
    """The folder, the workbook or the mapping cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Anomalie:
    """One faulty cell, line or table of the source.

    `table`: as the contract names it, or the file when it is no table. `ligne`: line of the file,
    heading = 1; None when the whole table is meant. `colonne`: as the contract names it, empty
    when the whole line is meant. `valeur`: as read, None when empty or not to be shown.
    """

    table: str
    raison: str
    remede: str
    ligne: int | None = None
    colonne: str = ""
    valeur: str | None = None

    def __str__(self) -> str:
        """« parcours, ligne 12, colonne date_entree, « 31/02/2016 » : … » on one line."""
        lieu = [self.table]
        if self.ligne is not None:
            lieu.append(f"ligne {self.ligne}")
        if self.colonne:
            lieu.append(f"colonne {self.colonne}")
        if self.valeur is not None:
            lieu.append(f"« {apercu(self.valeur)} »")
        return f"{', '.join(lieu)} : {self.raison} {self.remede}".rstrip()


@dataclass(frozen=True, slots=True)
class Avertissement:
    """Something unusual that is published all the same, and kept in the manifest.

    `nombre`: lines concerned (0 when the whole table is meant); `lignes`: the first of them.
    """

    table: str
    texte: str
    nombre: int = 0
    lignes: tuple[int, ...] = ()

    def __str__(self) -> str:
        """« parcours : 12 parcours durent plus de 30 mois (lignes 4, 18, 21…). »"""
        return f"{self.table} : {self.texte}{self._lieux()}."

    def _lieux(self) -> str:
        if not self.lignes:
            return ""
        suite = "…" if self.nombre > len(self.lignes) else ""
        mot = "ligne" if self.nombre == 1 else "lignes"
        return f" ({mot} {', '.join(map(str, self.lignes))}{suite})"
