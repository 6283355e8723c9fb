"""The law of a count, against scipy.stats as a second implementation."""

import numpy as np
import pytest
from scipy import stats

from plie_metrics.objectifs.loi import loi_comptage


@pytest.mark.parametrize(("moyenne", "variance"), [(3, 3), (50, 120), (0.2, 0.5), (400, 5000)])
def test_la_loi_est_celle_de_scipy(moyenne, variance):
    loi = loi_comptage(moyenne, variance)
    if moyenne == variance:
        figee = stats.poisson(moyenne)
    else:
        figee = stats.nbinom(moyenne**2 / (variance - moyenne), moyenne / variance)
    attendues = figee.pmf(np.arange(len(loi.probabilites)))
    assert np.abs(loi.probabilites - attendues).max() < 1e-8
    assert loi.intervalle(0.95) == tuple(figee.interval(0.95))
    assert loi.moyenne == pytest.approx(moyenne, rel=1e-6)


def test_rien_a_venir_est_certain():
    assert loi_comptage(0, 0).intervalle(0.95) == (0, 0)
