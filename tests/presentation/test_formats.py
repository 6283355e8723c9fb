"""French forms, to the character: U+202F in numbers and before %, U+00A0 before units."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation import formats as f


@pytest.mark.parametrize(
    ("valeur", "decimales", "attendu"),
    [
        (0, 0, "0"),
        (72333, 0, "72\u202f333"),
        (1234567.891, 2, "1\u202f234\u202f567,89"),
        (-5.25, 1, "\u22125,3"),
        (0.285 * 100, 0, "29"),
        (2.5, 0, "3"),
        (-0.4, 0, "0"),
        (None, 0, "n.\u00a0d."),
        (math.nan, 1, "n.\u00a0d."),
    ],
)
def test_nombre(valeur, decimales, attendu):
    assert f.nombre(valeur, decimales) == attendu


def test_nombre_signe():
    assert [f.nombre(x, signe=True) for x in (12, -3, 0)] == ["+12", "\u22123", "0"]


def test_pourcent_prend_un_rapport():
    assert f.pourcent(570 / 700, 1) == "81,4\u202f%"
    assert f.pourcent(None) == "n.\u00a0d."
    assert f.pourcent(0.05, signe=True) == "+5\u202f%"


def test_points_euros_et_unites():
    assert f.points(0.0214) == "+2,1\u00a0points"
    assert f.points(-0.019) == "\u22121,9\u00a0point"
    assert f.points(None) == f.euros(math.nan) == f.avec_unite(None, "a", "b") == "n.\u00a0d."
    assert f.euros(18044.3, 2) == "18\u202f044,30\u00a0€"
    assert f.avec_unite(1, "entrée", "entrées") == "1\u00a0entrée"
    assert f.avec_unite(1.9, "mois", "mois", 1) == "1,9\u00a0mois"
    assert f.avec_unite(0, "entrée", "entrées") == "0\u00a0entrée"
    assert f.avec_unite(570, "entrée", "entrées") == "570\u00a0entrées"


def test_dates():
    assert f.jour(date(2016, 12, 31)) == "31/12/2016"
    assert f.jour_long(date(2016, 1, 1)) == "1er\u00a0janvier 2016"
    assert f.jour_long(date(2016, 12, 31)) == "31\u00a0décembre 2016"
    assert f.jour(None) == f.jour_long(None) == "n.\u00a0d."
    assert f.mois_long(date(2016, 8, 1)) == "août 2016"
    assert f.mois_court(date(2016, 9, 1)) == "sept."


def test_liste():
    assert [f.liste(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a et b",
        "a, b et c",
    ]


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_un_entier_se_relit(entier):
    relu = f.nombre(entier).replace("\u202f", "").replace("\u2212", "-")
    assert int(relu) == entier


@given(st.floats(min_value=-1e9, max_value=1e9), st.integers(min_value=0, max_value=4))
def test_l_ecart_d_arrondi_reste_sous_une_demi_unite(valeur, decimales):
    relu = float(
        f.nombre(valeur, decimales).replace("\u202f", "").replace("\u2212", "-").replace(",", ".")
    )
    assert abs(relu - valeur) <= 0.5 * 10**-decimales + 1e-6
