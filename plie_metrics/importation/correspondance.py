"""A mapping: where the tables, the columns and the values of the contract are in an export."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from plie_metrics.importation.anomalie import SourceIllisible

ECHELLES: Final = ("ancienne", "2019")
FORMES: Final[Mapping[str, str]] = {
    "AAAA": "%Y",
    "AA": "%y",
    "MM": "%m",
    "JJ": "%d",
    "HH": "%H",
    "mm": "%M",
    "ss": "%S",
}
"""What a date format may hold, French letter by letter → strptime."""


class CorrespondanceInvalide(SourceIllisible):
    """The mapping is wrong: the message names every faulty key and its remedy."""


@dataclass(frozen=True)
class CorrespondanceTable:
    """How one table is written in the export.

    `origine`: file or sheet, empty when it is named after the table. `colonnes`: column of the
    contract → heading. `valeurs`: column → text of the export → value of the contract ("" for
    an empty cell). `dates`: formats such as `JJ/MM/AAAA`. `nominatives`: columns replaced by a
    keyed hash.
    `echelle_niveaux`: « ancienne » (III+ to VI) or « 2019 » (3 to 8).
    """

    table: str
    origine: str = ""
    colonnes: Mapping[str, str] = field(default_factory=dict)
    valeurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    nominatives: tuple[str, ...] = ()
    echelle_niveaux: str = "ancienne"


@dataclass(frozen=True)
class Correspondance:
    """The tables that need explaining; the others are read under their own names."""

    tables: Mapping[str, CorrespondanceTable] = field(default_factory=dict)

    def table(self, nom: str) -> CorrespondanceTable:
        """How a table is written; as the contract has it when nothing was said."""
        return self.tables.get(nom, CorrespondanceTable(nom))

    def en_toml(self) -> str:
        """The mapping as a file that `importer --correspondance` reads back."""
        return "\n".join(_table_en_toml(table) for table in self.tables.values())


def format_strptime(forme: str) -> str:
    """`JJ/MM/AAAA` → `%d/%m/%Y`; empty when something in it is not understood."""
    sortie, reste = "", forme
    while reste:
        jeton = next((jeton for jeton in FORMES if reste.startswith(jeton)), "")
        if not jeton and (reste[0].isalnum() or reste[0] == "%"):
            return ""
        sortie += FORMES.get(jeton, reste[0])
        reste = reste[len(jeton) or 1 :]
    return sortie if all(partie in sortie for partie in ("%d", "%m")) and "%" in sortie else ""


def _table_en_toml(table: CorrespondanceTable) -> str:
    lignes = [f"[{table.table}]"]
    if table.origine:
        lignes.append(f"origine = {_chaine(table.origine)}")
    for cle, liste in (("dates", table.dates), ("nominatives", table.nominatives)):
        if liste:
            lignes.append(f"{cle} = [{', '.join(map(_chaine, liste))}]")
    if table.echelle_niveaux != ECHELLES[0]:
        lignes.append(f"echelle_niveaux = {_chaine(table.echelle_niveaux)}")
    lignes += _section(f"{table.table}.colonnes", table.colonnes)
    for colonne, valeurs in table.valeurs.items():
        lignes += _section(f"{table.table}.valeurs.{colonne}", valeurs)
    return "\n".join(lignes) + "\n"


def _section(titre: str, paires: Mapping[str, str]) -> list[str]:
    if not paires:
        return []
    return [f"[{titre}]", *(f"{_chaine(cle)} = {_chaine(val)}" for cle, val in paires.items())]


def _chaine(texte: str) -> str:
    # a JSON string is a TOML basic string
    return json.dumps(texte, ensure_ascii=False)
