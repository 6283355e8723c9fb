"""Reporting delays: by hand, against a naive count when nothing is truncated, and the law."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plie_metrics.objectifs.delais import mesurer_delais

VU = date(2016, 12, 31)


def mesurer(couples, vu=VU):
    """From (age of the fact in days, delay in days)."""
    faits = [vu - timedelta(days=age) for age, _ in couples]
    saisies = [
        None if delai is None else fait + timedelta(days=delai)
        for fait, (_, delai) in zip(faits, couples, strict=True)
    ]
    return mesurer_delais(pd.Series(pd.to_datetime(faits)), pd.Series(pd.to_datetime(saisies)), vu)


def test_des_faits_anciens_se_comptent():
    """40 old facts: 10 entered the same day, 20 after ten days, 10 after twenty.

    Backwards: 10 of 40 (+ 1 imaginary) at twenty days, then 20 of 30 (+ 1) at ten.
    """
    delais = mesurer([(300, 0)] * 10 + [(300, 10)] * 20 + [(300, 20)] * 10)
    assert delais.saisies == 40
    assert delais.part(-1) == 0
    assert delais.part(20) == delais.part(500) == 1
    assert delais.part(19) == delais.part(10) == pytest.approx(1 - 10 / 41)
    assert delais.part(9) == pytest.approx((1 - 10 / 41) * (1 - 20 / 31))


def test_les_faits_recents_ne_trompent_pas():
    """A thousand facts of five days ago show short delays only: they say nothing of long ones."""
    anciens = [(300, 0)] * 500 + [(300, 30)] * 500
    recents = [(5, 0)] * 1000
    assert mesurer(anciens + recents).part(29) == pytest.approx(1 - 500 / 1001)


def test_trop_peu_de_saisies():
    assert mesurer([(100, 3)] * 29) is None
    assert mesurer([(100, 3)] * 29 + [(100, None)] * 50) is None
    assert mesurer([(100, 3)] * 30).part(3) == 1


def test_ce_qui_est_hors_de_la_fenetre_ou_pas_encore_connu_ne_compte_pas():
    vieux, a_venir = [(900, 60)] * 50, [(2, 10)] * 50
    assert mesurer([(100, 3)] * 40 + vieux + a_venir).saisies == 40


def test_une_saisie_d_avance_a_un_delai_nul():
    assert mesurer([(100, -5)] * 30).moyen == 0


def test_le_delai_moyen():
    """Half at once, half after ten days (the imaginary fact weighs little among 2 000)."""
    assert mesurer([(200, 0)] * 1000 + [(200, 10)] * 1000).moyen == pytest.approx(5, abs=0.01)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 90)), min_size=30, max_size=200))
def test_la_part_saisie_croit_de_zero_a_un(couples):
    vus = [(max(age, delai), delai) for age, delai in couples]
    delais = mesurer(vus)
    assert list(delais.cumul) == sorted(delais.cumul)
    assert delais.cumul[0] >= 0
    assert delais.cumul[-1] == 1


def test_la_vraie_loi_se_retrouve_malgre_la_troncature():
    """Exponential delays, mean 40 days, facts up to the eve: a naive mean would say far less."""
    hasard = np.random.default_rng(3)
    ages, delais = hasard.integers(0, 700, 6000), hasard.exponential(40, 6000).astype(int)
    vus = [(int(a), int(d)) for a, d in zip(ages, delais, strict=True) if d <= a]
    mesure = mesurer(vus)
    for jours in (10, 30, 60, 120):
        assert mesure.part(jours) == pytest.approx(1 - np.exp(-(jours + 1) / 40), abs=0.03)
