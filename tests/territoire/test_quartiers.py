"""Lists of quartiers by date, and what is a QPV."""

from datetime import date

import numpy as np
import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.territoire.contours import contiennent
from plie_metrics.territoire.lecture import lire_contours, lire_quartiers
from plie_metrics.territoire.quartiers import QuartierInconnu, quartiers_au, trouver
from tests.territoire.fabrique import quartier


@pytest.mark.parametrize(
    ("quand", "qpv", "veille"),
    [
        (date(2014, 12, 31), 0, 0),
        (date(2015, 1, 1), 5, 2),
        (date(2016, 12, 31), 5, 2),
        (date(2023, 12, 31), 5, 2),
        (date(2024, 1, 1), 6, 0),
    ],
)
def test_chaque_liste_a_ses_dates(quand, qpv, veille):
    presents = quartiers_au(lire_quartiers(TERRITOIRE), quand)
    assert [q.est_qpv for q in presents] == [True] * qpv + [False] * veille


def test_un_quartier_de_veille_n_est_pas_un_qpv():
    assert not quartier(liste="veille").est_qpv
    assert quartier(liste="2024").est_qpv


def test_un_quartier_sans_position_n_a_pas_de_point():
    assert quartier(lat=None).point is None
    assert quartier(lat=47.3).point == (5.0, 47.3)
    sans_point = [q.nom for q in lire_quartiers(TERRITOIRE) if q.point is None]
    assert sans_point == ["Longvic Guynemer"]


def test_chaque_point_est_dans_sa_commune():
    contours = {c.insee: c.points for c in lire_contours(TERRITOIRE)}
    dehors = [
        q.nom
        for q in lire_quartiers(TERRITOIRE)
        if q.point and not contiennent(contours[q.insee], np.array([q.point]))[0]
    ]
    assert dehors == []


def test_un_code_inconnu_est_nomme():
    with pytest.raises(QuartierInconnu, match="« QP000 »"):
        trouver([quartier()], "QP000")
