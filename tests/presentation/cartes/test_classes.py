"""Classes and their tints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.classes import classer
from plie_metrics.presentation.cartes.couleurs import rgba


@pytest.mark.parametrize(
    ("valeurs", "pas"),
    [([11.7, 6], 2.5), ([10], 2), ([10.1], 2.5), ([5], 1), ([0.4], 0.1), ([0], 1), ([], 1)],
)
def test_cinq_pas_ronds_qui_contiennent_tout(valeurs, pas):
    assert classer(valeurs).bornes == pytest.approx([0, pas, 2 * pas, 3 * pas, 4 * pas, 5 * pas])


def test_une_borne_est_dans_la_classe_qu_elle_ouvre():
    classes = classer([10])
    assert classes.couleur(0) == palette.SEQUENCE[0]
    assert classes.couleur(1.99) == palette.SEQUENCE[0]
    assert classes.couleur(2) == palette.SEQUENCE[1]
    assert classes.couleur(10) == palette.SEQUENCE[4]


def test_ce_qui_n_est_pas_detaille_n_a_la_couleur_d_aucune_valeur():
    assert classer([10]).couleur(None) == palette.NON_DETAILLE
    assert palette.NON_DETAILLE not in palette.SEQUENCE


@given(st.lists(st.floats(0.001, 1e6), min_size=1, max_size=9))
def test_la_plus_grande_valeur_tient_toujours(valeurs):
    bornes = classer(valeurs).bornes
    assert max(valeurs) <= bornes[-1] * (1 + 1e-9)
    assert max(valeurs) > bornes[1] * 0.99  # no step so wide that one class holds all


def test_rgba():
    assert rgba("#12436D") == [18, 67, 109, 255]
    assert rgba("#FFFFFF", 10) == [255, 255, 255, 10]
