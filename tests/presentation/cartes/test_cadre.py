"""Degrees and pixels."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation.cartes.cadre import Cadre, cadrer

POINTS = [(4.9, 47.2), (5.2, 47.4), (5.0, 47.3)]


def test_le_cadre_montre_tous_les_points_avec_sa_marge():
    cadre = cadrer(POINTS, 600, 500, marge=10)
    pixels = [cadre.pixel(point) for point in POINTS]
    assert all(9.9 <= x <= 590.1 and 9.9 <= y <= 490.1 for x, y in pixels)
    touche_en_largeur = min(x for x, _ in pixels) == pytest.approx(10)
    touche_en_hauteur = min(y for _, y in pixels) == pytest.approx(10)
    assert touche_en_largeur or touche_en_hauteur


def test_l_est_est_a_droite_et_le_nord_en_haut():
    cadre = Cadre(600, 500, 5.0, 47.3, 10)
    assert cadre.pixel((5.0, 47.3)) == (300, 250)
    assert cadre.pixel((5.1, 47.3))[0] > 300
    assert cadre.pixel((5.0, 47.4))[1] < 250


def test_une_echelle_connue():
    """At zoom 0 the world is 512 px wide: one degree is 512 / 360 px."""
    assert Cadre(0, 0, 0, 0, 0).pixel((1, 0)) == pytest.approx((512 / 360, 0))
    assert Cadre(0, 0, 0, 0, 3).pixel((1, 0)) == pytest.approx((8 * 512 / 360, 0))
    # Mercator's own formula, at 60° N, written another way
    assert -Cadre(0, 0, 0, 0, 0).pixel((0, 60))[1] == pytest.approx(
        512 / (2 * math.pi) * math.asinh(math.tan(math.radians(60)))
    )


@given(st.floats(4, 6), st.floats(46, 48))
def test_aller_et_retour(lon, lat):
    cadre = cadrer(POINTS, 600, 500)
    assert cadre.degres(cadre.pixel((lon, lat))) == pytest.approx((lon, lat))
