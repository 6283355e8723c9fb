"""Does a table have the columns and the types of the schema? The refusals, in French."""

from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa

from plie_metrics.schema import Colonne, Table, Type
from plie_metrics.stockage.erreurs import PublicationImpossible

COMPATIBLES: Final[Mapping[Type, tuple[Any, ...]]] = {
    Type.ENTIER: (pa.types.is_integer,),
    Type.DECIMAL: (pa.types.is_floating, pa.types.is_integer),
    Type.TEXTE: (pa.types.is_string, pa.types.is_large_string),
    Type.CATEGORIE: (pa.types.is_string, pa.types.is_large_string),
    Type.BOOLEEN: (pa.types.is_boolean,),
    Type.DATE: (pa.types.is_date32,),
}
ATTENDUS: Final[Mapping[Type, str]] = {
    Type.ENTIER: "un nombre entier",
    Type.DECIMAL: "un nombre",
    Type.TEXTE: "un texte",
    Type.CATEGORIE: "un texte",
    Type.BOOLEEN: "vrai ou faux",
    Type.DATE: "une date",
}


def type_convient(colonne: Colonne, type_lu: Any) -> bool:
    """True when an Arrow type can hold the column (a text may be dictionary-encoded or not)."""
    if pa.types.is_dictionary(type_lu):
        type_lu = type_lu.value_type
    return any(essai(type_lu) for essai in COMPATIBLES[colonne.type])


def verifier_colonnes(table: Table, noms: tuple[str, ...]) -> None:
    """Raise PublicationImpossible when a required column lacks or a column is not of the schema.

    A column that the schema does not know never enters a snapshot: it could name people.
    """
    manquantes = [nom for nom in table.noms_requis if nom not in noms]
    if manquantes:
        raise PublicationImpossible(
            f"Table {table.nom} : la colonne « {manquantes[0]} » manque ; ajoutez-la à l’extrait."
        )
    inconnues = [nom for nom in noms if nom not in table.noms]
    if inconnues:
        raise PublicationImpossible(
            f"Table {table.nom} : la colonne « {inconnues[0]} » n’est pas prévue ; retirez-la."
        )


def refus_code(table: Table, colonne: Colonne, code: str) -> PublicationImpossible:
    """The error for a code outside a closed list."""
    return PublicationImpossible(
        f"Table {table.nom}, colonne {colonne.nom} : « {code} » n’est pas prévu ; valeurs "
        f"possibles : {', '.join(colonne.modalites)}."
    )


def refus_vide(table: Table, colonne: Colonne) -> PublicationImpossible:
    """The error for an empty cell where the schema wants a value."""
    return PublicationImpossible(
        f"Table {table.nom}, colonne {colonne.nom} : une cellule est vide ; renseignez-la."
    )


def refus_type(table: Table, colonne: Colonne) -> PublicationImpossible:
    """The error for values that the column cannot hold."""
    return PublicationImpossible(
        f"Table {table.nom}, colonne {colonne.nom} : une valeur n’est pas "
        f"{ATTENDUS[colonne.type]} ; corrigez-la."
    )
