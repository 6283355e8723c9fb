"""Which heading of the source holds which column of the contract, and how to read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from plie_metrics.importation.moteur import citer
from plie_metrics.schema import Colonne, Table, Type

ISO: Final = "%Y-%m-%d"
FORMATS: Final = (ISO, "%d/%m/%Y")


@dataclass(frozen=True)
class ColonneLue:
    """A column of the schema found at position `rang` (from 0) under the heading `titre`.

    `valeurs`: text of the source → value of the contract, "" for an empty cell; `dates`: strptime
    formats, tried in order; `nominative`: replaced by a keyed hash; `naissance`: a full
    date of birth, of which only the year is kept; `echelle_2019`: levels of training 3 to 8 instead
    of III+ to VI.
    """

    colonne: Colonne
    rang: int
    titre: str
    valeurs: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[str, ...] = FORMATS
    nominative: bool = False
    naissance: bool = False
    echelle_2019: bool = False

    @property
    def nom(self) -> str:
        """Name in the contract."""
        return self.colonne.nom

    @property
    def vides(self) -> tuple[str, ...]:
        """Texts of the source that mean an empty cell."""
        return tuple(source.strip() for source, valeur in self.valeurs.items() if not valeur)

    @property
    def montrable(self) -> bool:
        """False when a value must never be quoted back."""
        return not (self.nominative or self.naissance)


@dataclass(frozen=True)
class TableLue:
    """A table of the schema, where it was found and the columns that will be read.

    `origine` is the name of the file or of the sheet.
    """

    table: Table
    origine: str
    colonnes: tuple[ColonneLue, ...]

    @property
    def nom(self) -> str:
        """Name in the contract."""
        return self.table.nom

    @property
    def noms(self) -> tuple[str, ...]:
        """The columns present, in the order of the schema."""
        presentes = {lue.nom for lue in self.colonnes}
        return tuple(nom for nom in self.table.noms if nom in presentes)

    def lue(self, nom: str) -> ColonneLue | None:
        """The column of that name, None when the source has it not."""
        return next((lue for lue in self.colonnes if lue.nom == nom), None)

    def a(self, *noms: str) -> bool:
        """True when all these columns are present."""
        return set(noms) <= {lue.nom for lue in self.colonnes}


def brut(colonne: str) -> str:
    """Name of the text that a typed column was read from (see `texte_lu` to show it)."""
    return f"{colonne}__texte"


def texte_lu(lue: ColonneLue) -> str:
    """SQL of the text of a cell; that of an ISO date is not kept, as the date tells it."""
    if lue.colonne.type is not Type.DATE:
        return citer(brut(lue.nom))
    return f"coalesce({citer(brut(lue.nom))}, CAST({citer(lue.nom)} AS VARCHAR))"
