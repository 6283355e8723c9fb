"""Whole numbers that add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.demonstration.repartition import (
    Marge,
    MargesIncompatibles,
    affecter,
    ajuster,
    croiser,
    etaler,
    repartir,
    tirer_exact,
)


@pytest.mark.parametrize(
    ("total", "poids", "attendu"),
    [
        (10, [1, 1], [5, 5]),
        (10, [1, 1, 1], [4, 3, 3]),
        (3, [0, 1, 2], [0, 1, 2]),
        (0, [3, 1], [0, 0]),
        (100, [2, 1], [67, 33]),
    ],
)
def test_repartir_au_plus_fort_reste(total, poids, attendu):
    assert repartir(total, poids).tolist() == attendu


@given(
    st.integers(0, 10_000),
    st.lists(st.floats(0, 1000), min_size=1, max_size=12).filter(lambda p: sum(p) > 0.01),
)
def test_repartir_fait_le_total_a_une_unite_pres_par_part(total, poids):
    parts = repartir(total, poids)
    exact = total * np.array(poids) / sum(poids)
    assert parts.sum() == total
    assert (np.abs(parts - exact) < 1 + 1e-6).all()


def test_ajuster_donne_les_deux_marges():
    table = ajuster(np.array([[1.0, 2.0], [3.0, 4.0]]), [(0, [10, 20]), (1, [12, 18])])
    assert table.sum(axis=1) == pytest.approx([10, 20])
    assert table.sum(axis=0) == pytest.approx([12, 18])


def test_croiser_tient_les_marges_et_laisse_les_zeros():
    attendu = np.array([[2.5, 0.0], [1.5, 4.0]])
    lignes, colonnes = np.indices(attendu.shape)
    marges = [Marge(lignes == 0, 3), Marge(lignes == 1, 5), Marge(colonnes == 1, 4)]
    assert croiser(attendu, marges).tolist() == [[3, 0], [1, 4]]


def test_croiser_refuse_des_marges_impossibles():
    attendu = np.ones((2, 2))
    lignes, _ = np.indices(attendu.shape)
    with pytest.raises(MargesIncompatibles):
        croiser(attendu, [Marge(lignes == 0, 3), Marge(lignes == 0, 4)])


def test_etaler():
    assert etaler(np.array([2, 0, 1])).tolist() == [0, 0, 2]


def test_affecter_respecte_les_capacites_et_le_cout():
    cout = np.array([[0.0, 5.0], [0.0, 1.0], [5.0, 0.0]])
    assert affecter(cout, np.array([1, 2])).tolist() == [0, 1, 1]


def test_tirer_exact_prend_le_nombre_et_suit_les_certitudes():
    rng = np.random.default_rng(1)
    masque = tirer_exact(rng, np.array([0.0, 1.0, 0.5, 0.5, 0.0]), 3)
    assert masque.tolist() == [False, True, True, True, False]
