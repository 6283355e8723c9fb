"""Who is followed: over the period, on its last day, for too long, seen in the month."""

from datetime import date

import pytest

from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, suivi, valeur, valeurs, ventilation


def sorti(jour: date, entree: date = date(2015, 6, 1), **autres):
    return {"date_entree": entree, "date_sortie": jour, "motif_sortie": "autre", **autres}


@pytest.mark.parametrize(
    ("parcours", "accompagnees", "file_active"),
    [
        (sorti(date(2015, 12, 31)), 0, 0),
        (sorti(date(2016, 1, 1)), 1, 0),
        (sorti(date(2016, 12, 31)), 1, 0),
        (sorti(date(2017, 1, 1)), 1, 1),
        ({"date_entree": date(2016, 12, 31)}, 1, 1),
        ({"date_entree": date(2017, 1, 1)}, 0, 0),
        (sorti(date(2016, 5, 5), entree=date(2016, 5, 5)), 1, 0),
        (sorti(date(2016, 12, 31), entree=date(2016, 12, 31)), 1, 0),
    ],
)
def test_the_borders_of_presence(parcours, accompagnees, file_active):
    assert valeur("personnes_accompagnees", suivi(parcours)) == accompagnees
    assert valeur("file_active", suivi(parcours)) == file_active


def test_two_parcours_at_once_are_one_person_who_counts_for_each_referent():
    double = suivi({"referent_id": "R1"}, {"referent_id": "R2"})
    assert valeur("file_active", double) == 1
    par_referent = ventilation("file_active", double, "referent")
    assert {cle[0]: m.valeur for cle, m in par_referent.cellules.items()} == {"R1": 1, "R2": 1}
    assert par_referent.additif is False
    assert ventilation("file_active", double, "sexe").additif is True


def test_stocks_by_month_are_those_of_its_last_day_and_do_not_add_up():
    parcours = suivi(sorti(date(2016, 2, 29), entree=date(2016, 1, 31)))
    periode = Periode(date(2016, 1, 1), date(2016, 3, 31))
    assert valeurs("file_active", parcours, "mois", periode=periode) == {
        "2016-01": 1,
        "2016-02": 0,
        "2016-03": 0,
    }
    assert valeurs("personnes_accompagnees", parcours, "mois", periode=periode) == {
        "2016-01": 1,
        "2016-02": 1,
        "2016-03": 0,
    }
    assert ventilation("file_active", parcours, "mois", periode=periode).additif is False


def test_the_last_month_stops_at_the_end_of_the_period():
    parcours = suivi({"date_entree": date(2016, 3, 20)})
    periode = Periode(date(2016, 2, 1), date(2016, 3, 15))
    assert valeurs("file_active", parcours, "mois", periode=periode)["2016-03"] == 0


@pytest.mark.parametrize(
    ("entree", "long"),
    [(date(2014, 2, 27), 1), (date(2014, 2, 28), 0), (date(2014, 3, 1), 0)],
)
def test_thirty_months_before_the_31_august_is_the_last_day_of_february(entree, long):
    au_31_aout = Periode(date(2016, 1, 1), date(2016, 8, 31))
    assert valeur("parcours_plus_30_mois", suivi({"date_entree": entree}), au_31_aout) == long


def test_a_long_parcours_that_ended_is_not_counted():
    fini = suivi(sorti(date(2016, 12, 31), entree=date(2010, 1, 1)))
    assert valeur("parcours_plus_30_mois", fini) == 0
    ouvert = suivi(sorti(date(2017, 1, 1), entree=date(2010, 1, 1)))
    assert valeur("parcours_plus_30_mois", ouvert) == 1


class TestEntretienMensuel:
    def test_an_entretien_from_the_first_of_the_month_to_the_last_day(self):
        def taux(jour: date, au: date) -> float:
            vue = suivi({}, entretiens=[{"date": jour}])
            return valeur("taux_entretien_mensuel", vue, Periode(date(2016, 1, 1), au))

        au = date(2016, 12, 15)
        assert taux(date(2016, 11, 30), au) == 0
        assert taux(date(2016, 12, 1), au) == 1
        assert taux(date(2016, 12, 15), au) == 1
        assert taux(date(2016, 12, 16), au) == 0

    def test_it_counts_on_any_parcours_whatever_the_filter(self):
        deux = suivi(
            sorti(date(2016, 12, 10), referent_id="R1"),
            {"referent_id": "R2"},
            entretiens=[{"parcours_id": "Q1", "date": date(2016, 12, 2)}],
        )
        assert valeur("taux_entretien_mensuel", deux, referent=("R2",)) == 1

    def test_two_entretiens_count_once_and_parts_travel_with_the_rate(self):
        trois = suivi(
            {"participant_id": "P1"},
            {"participant_id": "P2"},
            {"participant_id": "P3"},
            personnes=3,
            entretiens=[{"parcours_id": "Q1"}, {"parcours_id": "Q1"}],
        )
        resultat = mesure("taux_entretien_mensuel", trois)
        assert (resultat.numerateur, resultat.denominateur) == (1, 3)
        assert resultat.valeur == 1 / 3

    def test_nobody_to_see_is_undefined_not_zero(self):
        resultat = mesure("taux_entretien_mensuel", extrait())
        assert (resultat.valeur, resultat.numerateur, resultat.denominateur) == (None, 0, 0)

    def test_without_the_table_it_says_so(self):
        resultat = mesure("taux_entretien_mensuel", suivi({}), sans=("entretiens",))
        assert resultat.valeur is None
        assert resultat.motif == "La table entretiens est absente de cet arrêté."
