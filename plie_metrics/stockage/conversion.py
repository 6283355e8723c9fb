"""Between pandas and Arrow, by the schema: same rows, same bytes; categories keep their order."""

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from plie_metrics.schema import Colonne, Table, Type, type_arrow
from plie_metrics.stockage.forme import (
    refus_code,
    refus_type,
    refus_vide,
    type_convient,
    verifier_colonnes,
)


def vers_arrow(table: Table, donnees: pd.DataFrame) -> Any:
    """pyarrow.Table of the columns of `donnees`, in the order of the schema, sorted by the key.

    Raises PublicationImpossible: unknown or missing column, value that the column cannot hold.
    """
    verifier_colonnes(table, tuple(donnees.columns))
    presentes = [colonne for colonne in table.colonnes if colonne.nom in donnees.columns]
    schema = table.schema_arrow([colonne.nom for colonne in presentes])
    colonnes = [_colonne_arrow(table, colonne, donnees[colonne.nom]) for colonne in presentes]
    resultat = pa.Table.from_arrays(colonnes, schema=schema)
    return resultat.take(_ordre_de_la_cle(table, resultat))


def vers_pandas(table: Table, lue: Any) -> pd.DataFrame:
    """DataFrame of a pyarrow.Table read from a file.

    Closed categories keep every modality in the order of the schema, open ones are sorted; dates
    are datetime64; a whole number that may be null is Int64. Raises ValueError on an unknown code.
    """
    presentes = [colonne for colonne in table.colonnes if colonne.nom in lue.column_names]
    typees = {
        colonne.nom: _categorie(colonne, lue.column(colonne.nom))
        if colonne.type is Type.CATEGORIE
        else lue.column(colonne.nom).cast(type_arrow(colonne.type))
        for colonne in presentes
    }
    donnees: pd.DataFrame = pa.table(typees).to_pandas(date_as_object=False)
    entiers = [c.nom for c in presentes if c.type is Type.ENTIER and c.nulle]
    return donnees.astype(dict.fromkeys(entiers, "Int64"))


def _ordre_de_la_cle(table: Table, donnees: Any) -> Any:
    cle = {nom: _texte(donnees.column(nom)) for nom in table.cle}
    # the rank last: rows that break the rule of unique keys keep a defined order
    triable = pa.table({**cle, "": pa.array(range(donnees.num_rows), pa.int64())})
    return pc.sort_indices(triable, sort_keys=[(nom, "ascending") for nom in triable.column_names])


def _colonne_arrow(table: Table, colonne: Colonne, valeurs: pd.Series) -> Any:
    if not colonne.nulle and bool(valeurs.isna().any()):
        raise refus_vide(table, colonne)
    try:
        typees = _typer(colonne, valeurs)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        raise refus_type(table, colonne) from None
    if colonne.type is not Type.CATEGORIE:
        return typees
    for code in pc.unique(typees.drop_null()).to_pylist() if colonne.fermee else ():
        if code not in colonne.modalites:
            raise refus_code(table, colonne, code)
    return _categorie(colonne, typees)


def _typer(colonne: Colonne, valeurs: pd.Series) -> Any:
    """Arrow array of the type of the column, plain texts for a category; never a silent change."""
    if colonne.type in (Type.TEXTE, Type.CATEGORIE):
        return pa.array(valeurs.astype(object), pa.string(), from_pandas=True)
    lues = pa.array(valeurs, from_pandas=True)
    if pa.types.is_timestamp(lues.type):
        lues = _jours(lues)
    nombre = pa.types.is_integer(lues.type) or pa.types.is_floating(lues.type)
    entier_ecrit_en_decimal = colonne.type is Type.ENTIER and nombre  # pandas does so around nulls
    convient = type_convient(colonne, lues.type) or entier_ecrit_en_decimal
    if not convient and lues.null_count < len(lues):
        raise pa.ArrowTypeError(colonne.nom)
    return lues.cast(type_arrow(colonne.type))  # refuses 1990.5 for a whole number


def _jours(instants: Any) -> Any:
    jours = instants.cast(pa.date32())
    if jours.cast(instants.type) != instants:
        raise pa.ArrowInvalid("time of day")
    return jours


def _categorie(colonne: Colonne, valeurs: Any) -> Any:
    textes = _texte(valeurs)
    if isinstance(textes, pa.ChunkedArray):
        textes = textes.combine_chunks()
    if colonne.fermee:
        codes = pa.array(list(colonne.modalites), pa.string())
    else:
        presents = pc.unique(textes.drop_null())
        codes = presents.take(pc.sort_indices(presents))
    rangs = pc.index_in(textes, value_set=codes)
    if rangs.null_count != textes.null_count:
        raise ValueError(colonne.nom)
    return pa.DictionaryArray.from_arrays(rangs, codes)


def _texte(valeurs: Any) -> Any:
    type_lu = valeurs.type
    texte = pa.types.is_dictionary(type_lu) or pa.types.is_large_string(type_lu)
    return valeurs.cast(pa.string()) if texte else valeurs
