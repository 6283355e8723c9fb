"""The same figures whatever the form of the columns, and on another engine."""

from datetime import date

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings

from plie_metrics.calcul.bases import construire, joindre
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.normalisation import normaliser
from plie_metrics.calcul.ventilation import ventilables, ventiler
from plie_metrics.calcul.vue import Vue
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait, tables
from tests.calcul.tirages import extraits, filtres, periodes


def sur_duckdb(donnees: dict[str, pd.DataFrame]):
    """The bases, each table held by DuckDB."""
    connexion = duckdb.connect()
    relations = {}
    for nom, table in normaliser(donnees).items():
        textes = {c: "str" for c in table if isinstance(table[c].dtype, pd.CategoricalDtype)}
        connexion.register(f"vue_{nom}", table.astype(textes))
        connexion.execute(f"create table {nom} as select * from vue_{nom}")
        relations[nom] = nw.from_native(connexion.table(nom))
    return joindre(relations)


@settings(max_examples=3, deadline=None, derandomize=True)
@given(extraits(), filtres(), periodes())
def test_pandas_and_duckdb_agree(extrait_tire, gardes, bornes):
    donnees, periode = tables(extrait_tire), Periode(*bornes)
    pandas = Vue(construire(donnees), Filtres(**gardes))
    duck = Vue(sur_duckdb(donnees), Filtres(**gardes))
    assert calculer(duck, periode) == calculer(pandas, periode)
    for dims in (("classe_age", "qpv"), ("secteur",)):
        ids = ventilables(dims)
        assert ventiler(duck, periode, ids, dims) == ventiler(pandas, periode, ids, dims)


@pytest.mark.parametrize("forme", ["objets", "arrow", "categories"])
def test_dates_and_texts_in_any_form(forme):
    donnees = tables(
        extrait(
            participants=[{}],
            parcours=[
                {
                    "date_entree": date(2016, 2, 29),
                    "date_sortie": date(2016, 12, 31),
                    "motif_sortie": "emploi_cdi",
                },
                {"date_entree": date(2016, 3, 1)},
            ],
        )
    )
    parcours = donnees["parcours"]
    for nom in ("date_entree", "date_sortie"):
        jours = [None if pd.isna(x) else x.date() for x in parcours[nom]]
        if forme == "objets":
            parcours[nom] = pd.Series(jours, dtype=object)
        if forme == "arrow":
            parcours[nom] = pd.Series(pd.array(jours, dtype=pd.ArrowDtype(pa.date32())))
    if forme == "categories":
        parcours["motif_sortie"] = parcours["motif_sortie"].astype("category")
    vue = Vue(construire(donnees))
    mesures = calculer(vue, Periode(date(2016, 2, 29), date(2016, 12, 31)))
    valeurs = [mesures[nom].valeur for nom in ("entrees", "sorties_positives", "file_active")]
    assert valeurs == [2, 1, 1]


def test_the_input_tables_are_left_untouched():
    donnees = tables(extrait(participants=[{}], parcours=[{}]))
    copies = {nom: table.copy() for nom, table in donnees.items()}
    construire(donnees)
    for nom, table in donnees.items():
        pd.testing.assert_frame_equal(table, copies[nom])
