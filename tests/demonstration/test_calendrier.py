"""French working days."""

from datetime import date

import numpy as np
import pytest

from plie_metrics.demonstration.calendrier import decaler, dernier, feries, ouvre, paques, tirer
from plie_metrics.demonstration.saisies import commissions


@pytest.mark.parametrize(
    ("annee", "attendu"),
    [
        (2013, date(2013, 3, 31)),
        (2014, date(2014, 4, 20)),
        (2015, date(2015, 4, 5)),
        (2016, date(2016, 3, 27)),
        (2017, date(2017, 4, 16)),
    ],
)
def test_paques(annee, attendu):
    assert paques(annee) == attendu


def test_onze_jours_feries():
    assert len(set(feries(2016))) == 11
    assert date(2016, 5, 5) in feries(2016)  # Ascension
    assert date(2016, 5, 16) in feries(2016)  # lundi de Pentecôte


def jours(*textes):
    return np.array(textes, dtype="datetime64[D]")


def test_le_jour_ouvre_saute_feries_et_fins_de_semaine():
    assert ouvre(jours("2016-07-14", "2016-07-16")).tolist() == [
        date(2016, 7, 15),
        date(2016, 7, 18),
    ]
    assert ouvre(jours("2016-11-01"), "backward").tolist() == [date(2016, 10, 31)]


def test_tirer_reste_dans_l_intervalle_et_hors_des_feries():
    rng = np.random.default_rng(0)
    debut, fin = np.repeat(jours("2016-05-01"), 200), np.repeat(jours("2016-05-17"), 200)
    tires = {jour.isoformat() for jour in tirer(rng, debut, fin).tolist()}
    assert min(tires) == "2016-05-02"
    assert max(tires) == "2016-05-17"
    assert tires.isdisjoint({"2016-05-05", "2016-05-08", "2016-05-14", "2016-05-16"})


def test_dernier_jour_du_mois_et_decalage():
    assert dernier(np.array(["2016-02"], dtype="datetime64[M]")).tolist() == [date(2016, 2, 29)]
    assert decaler(jours("2016-02-28"), [2]).tolist() == [date(2016, 3, 1)]


def test_deux_commissions_par_mois():
    seances = commissions(2016, 2016)
    assert len(seances) == 24
    assert seances[:2].tolist() == [date(2016, 1, 14), date(2016, 1, 28)]
