"""Closed rings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.territoire.contours import ContourInvalide, assembler, contiennent

ANNEAU = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 1.0), (0.0, 4.0), (0.0, 0.0))


def sommets(points):
    return [("1", "Alpha", ordre, *point) for ordre, point in enumerate(points, 1)]


def test_les_sommets_se_remettent_dans_l_ordre():
    (contour,) = assembler(reversed(sommets(ANNEAU)))
    assert contour.points == ANNEAU


@pytest.mark.parametrize("points", [ANNEAU[:-1], ANNEAU[:2], ((0.0, 0.0), (0.0, 0.0))])
def test_un_anneau_ouvert_est_refuse_et_nomme(points):
    with pytest.raises(ContourInvalide, match=r"Alpha \(1\) n'est pas un anneau fermé"):
        assembler(sommets(points))


@pytest.mark.parametrize(
    ("point", "attendu"),
    [((1, 1), True), ((3, 1), True), ((2, 3), False), ((5, 1), False), ((-1, 0.5), False)],
)
def test_un_point_est_dedans_ou_dehors_d_un_anneau_creux(point, attendu):
    assert contiennent(ANNEAU, np.array([point])).tolist() == [attendu]


@given(st.floats(-9, 9), st.floats(-9, 9))
def test_le_sens_de_parcours_ne_change_rien(x, y):
    point = np.array([(x, y)])
    assert contiennent(ANNEAU, point) == contiennent(ANNEAU[::-1], point)
