"""Entrées: parcours begun in the period, both ends included."""

from datetime import date

from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait
from tests.calcul.gestes import suivi, valeur, valeurs


def test_the_first_and_the_last_day_count_and_the_days_around_do_not():
    bords = suivi(
        {"date_entree": date(2015, 12, 31)},
        {"date_entree": date(2016, 1, 1)},
        {"date_entree": date(2016, 12, 31)},
        {"date_entree": date(2017, 1, 1)},
    )
    assert valeur("entrees", bords) == 2


def test_a_re_entry_is_a_second_entry():
    retour = suivi(
        {"date_entree": date(2016, 1, 5), "date_sortie": date(2016, 2, 5), "motif_sortie": "sante"},
        {"date_entree": date(2016, 9, 1)},
    )
    assert valeur("entrees", retour) == 2
    assert valeur("personnes_accompagnees", retour) == 1


def test_the_age_is_that_of_the_year_of_entry():
    entree = extrait(
        participants=[{"annee_naissance": 1991}],
        parcours=[{"date_entree": date(2015, 12, 31)}],
    )
    sur_deux_ans = Periode(date(2015, 1, 1), date(2016, 12, 31))
    assert valeurs("entrees", entree, "classe_age", periode=sur_deux_ans) == {"15-24": 1}
    # the person is 25 the year the period ends
    assert valeurs("personnes_accompagnees", entree, "classe_age", periode=sur_deux_ans) == {
        "25-44": 1
    }


def test_months_are_keyed_by_year_and_month_and_all_listed():
    entrees = suivi({"date_entree": date(2015, 12, 31)}, {"date_entree": date(2016, 2, 29)})
    periode = Periode(date(2015, 12, 15), date(2016, 3, 1))
    assert valeurs("entrees", entrees, "mois", periode=periode) == {
        "2015-12": 1,
        "2016-01": 0,
        "2016-02": 1,
        "2016-03": 0,
    }


def test_an_empty_extract_has_no_entry():
    assert valeur("entrees", extrait()) == 0
