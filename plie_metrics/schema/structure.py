"""What a column and a table are, and their Arrow form (no table is named here)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pyarrow as pa


class Type(StrEnum):
    """The types of the extract; a `categorie` is a text kept dictionary-encoded."""

    ENTIER = "entier"
    DECIMAL = "decimal"
    TEXTE = "texte"
    BOOLEEN = "booleen"
    DATE = "date"
    CATEGORIE = "categorie"


@dataclass(frozen=True)
class Colonne:
    """A column and every rule that one cell can break by itself.

    `requise`: the column must be there. `nulle`: a cell may be empty; `sens_null` says what an
    empty cell means (« en cours », « hors QPV »), and is empty when it is merely unknown.
    `modalites`: code → French label, empty when the values are open; `motif`: regular expression
    of a whole value. `reference`: table whose key the value must exist in (null excepted).
    `minimum`, `maximum`: bounds, included. `pas_apres_arrete`: a later date is an error.
    """

    nom: str
    type: Type
    libelle: str
    requise: bool = True
    nulle: bool = False
    sens_null: str = ""
    modalites: Mapping[str, str] = field(default_factory=dict, hash=False)
    motif: str = ""
    reference: str = ""
    minimum: float | None = None
    maximum: float | None = None
    pas_apres_arrete: bool = False
    premier_du_mois: bool = False

    @property
    def fermee(self) -> bool:
        """True when the values are a closed list of modalities."""
        return bool(self.modalites)

    def accepte(self, valeur: str) -> bool:
        """True when a text is one of the modalities and has the form asked for."""
        if self.modalites and valeur not in self.modalites:
            return False
        return not self.motif or re.fullmatch(self.motif, valeur) is not None


@dataclass(frozen=True)
class Table:
    """A table: its columns, its key (no two rows share it) and whether an extract needs it."""

    nom: str
    libelle: str
    colonnes: tuple[Colonne, ...]
    cle: tuple[str, ...]
    requise: bool = False

    def colonne(self, nom: str) -> Colonne:
        """The column of that name; KeyError when the table has none."""
        for colonne in self.colonnes:
            if colonne.nom == nom:
                return colonne
        raise KeyError(nom)

    @property
    def noms(self) -> tuple[str, ...]:
        """Every column name, in order."""
        return tuple(colonne.nom for colonne in self.colonnes)

    @property
    def noms_requis(self) -> tuple[str, ...]:
        """The names of the columns that must be there, in order."""
        return tuple(colonne.nom for colonne in self.colonnes if colonne.requise)

    def schema_arrow(self, presentes: Sequence[str] | None = None) -> Any:
        """pyarrow.Schema of the table, categories dictionary-encoded (int32 → string).

        With `presentes`, only these columns, in the order of the schema.
        """
        return pa.schema(
            [
                pa.field(colonne.nom, type_arrow(colonne.type), nullable=colonne.nulle)
                for colonne in self.colonnes
                if presentes is None or colonne.nom in presentes
            ]
        )


def type_arrow(type_: Type) -> Any:
    """The pyarrow type of a column type."""
    return {
        Type.ENTIER: pa.int64(),
        Type.DECIMAL: pa.float64(),
        Type.TEXTE: pa.string(),
        Type.BOOLEEN: pa.bool_(),
        Type.DATE: pa.date32(),
        Type.CATEGORIE: pa.dictionary(pa.int32(), pa.string()),
    }[type_]
