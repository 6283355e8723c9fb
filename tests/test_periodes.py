"""Periods with both days included, and calendar months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.periodes import (
    Periode,
    PeriodeInvalide,
    annee,
    annee_a_date,
    cle_mois,
    debut_mois,
    decaler_mois,
    fin_mois,
    mois,
    mois_de,
    trimestre,
)

JOURS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    ("jour", "mois", "attendu"),
    [
        (date(2016, 8, 31), 6, date(2017, 2, 28)),
        (date(2015, 8, 31), 6, date(2016, 2, 29)),
        (date(2016, 12, 31), -30, date(2014, 6, 30)),
        (date(2016, 1, 15), -1, date(2015, 12, 15)),
        (date(2016, 12, 1), 1, date(2017, 1, 1)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
    ],
)
def test_decaler_de_mois_civils(jour: date, mois: int, attendu: date) -> None:
    assert decaler_mois(jour, mois) == attendu


@given(JOURS)
def test_le_mois_d_un_jour(jour: date) -> None:
    assert debut_mois(jour).day == 1
    assert (fin_mois(jour) + timedelta(days=1)).day == 1
    assert debut_mois(jour) <= jour <= fin_mois(jour)
    assert fin_mois(jour).month == jour.month


@given(JOURS, JOURS, JOURS, JOURS)
def test_les_jours_communs_sont_ceux_des_deux_periodes(a: date, b: date, c: date, d: date) -> None:
    une, autre = Periode(min(a, b), max(a, b)), Periode(min(c, d), max(c, d))
    commun = une.commun(autre)
    assert commun == autre.commun(une)
    for jour in (a, b, c, d):
        attendu = une.contient(jour) and autre.contient(jour)
        assert (commun is not None and commun.contient(jour)) is attendu


def test_les_deux_bornes_comptent() -> None:
    assert Periode(date(2016, 1, 1), date(2016, 12, 31)).jours == 366
    assert Periode(date(2016, 1, 1), date(2016, 1, 1)).jours == 1
    assert annee_a_date(date(2016, 9, 30)) == Periode(date(2016, 1, 1), date(2016, 9, 30))


def test_une_periode_inversee_est_refusee() -> None:
    with pytest.raises(PeriodeInvalide, match="finit le 01/01/2016, avant son début le 02/01/2016"):
        Periode(date(2016, 1, 2), date(2016, 1, 1))


def test_les_periodes_civiles() -> None:
    assert annee(2016) == Periode(date(2016, 1, 1), date(2016, 12, 31))
    assert trimestre(2016, 1) == Periode(date(2016, 1, 1), date(2016, 3, 31))
    assert trimestre(2016, 4) == Periode(date(2016, 10, 1), date(2016, 12, 31))
    assert mois(2016, 2) == Periode(date(2016, 2, 1), date(2016, 2, 29))
    assert cle_mois(date(2016, 2, 29)) == "2016-02"


@given(JOURS, st.integers(0, 800))
def test_les_mois_d_une_periode_la_recouvrent_sans_trou(du: date, duree: int) -> None:
    periode = Periode(du, du + timedelta(days=duree))
    morceaux = mois_de(periode)
    assert (morceaux[0].du, morceaux[-1].au) == (periode.du, periode.au)
    assert sum(morceau.jours for morceau in morceaux) == periode.jours
    assert len({cle_mois(morceau.du) for morceau in morceaux}) == len(morceaux)
    assert all(morceau.du.month == morceau.au.month for morceau in morceaux)
