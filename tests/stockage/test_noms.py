"""Folder names of the snapshots."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.stockage.noms import lire_nom, nom_edition


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(1, 500))
def test_aller_et_retour(arrete: date, edition: int) -> None:
    assert lire_nom(nom_edition(arrete, edition)) == (arrete, edition)


@pytest.mark.parametrize(
    "nom",
    [
        "2016-13-31",
        "2016-12-31.0",
        "2016-12-31.1",
        "2016-12-31.02",
        "2016-12-31.retrait.json",
        ".brouillon-2016-12-31-ab",
        "copie de 2016-12-31",
        "2016-12-31\n",
        "",
    ],
)
def test_les_autres_noms_ne_sont_pas_des_arretes(nom: str) -> None:
    assert lire_nom(nom) is None
