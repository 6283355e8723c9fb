"""Which objective stands beside a figure."""

from datetime import date

import pytest

from plie_metrics.calcul.cible import Cible, Objectif, lire_objectifs, viser
from plie_metrics.catalogue import charger
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait, tables

ANNEE = Periode(date(2016, 1, 1), date(2016, 12, 31))
AVRIL = Periode(date(2016, 4, 1), date(2016, 4, 30))
SANS = Filtres()


def objectif(indicateur="entrees", perimetre="plie", cible=700.0, periode=ANNEE):
    return Objectif(indicateur, perimetre, periode, cible)


def cible(filtres=SANS, periode=ANNEE, objectifs=None, nom="entrees"):
    return viser(charger()[nom], periode, filtres, objectifs or [objectif(nom)])


def test_the_same_perimeter_and_the_same_period():
    assert cible() == Cible(objectif=700)


def test_over_a_part_of_the_period_a_cumulated_target_is_pro_rated_by_days():
    assert cible(periode=AVRIL) == Cible(prorata=700 * 30 / 366)


def test_over_a_part_of_the_period_a_level_stays_horizontal():
    assert cible(periode=AVRIL, nom="file_active") == Cible(prorata=700)


def test_over_a_part_of_the_period_distinct_people_have_no_pro_rata():
    resultat = cible(periode=AVRIL, nom="personnes_accompagnees")
    assert (resultat.objectif, resultat.prorata) == (None, None)
    assert resultat.motif


@pytest.mark.parametrize(
    "periode",
    [
        Periode(date(2015, 1, 1), date(2016, 12, 31)),
        Periode(date(2016, 12, 1), date(2017, 1, 31)),
        Periode(date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_beyond_its_period_there_is_no_objective(periode):
    resultat = cible(periode=periode)
    assert (resultat.objectif, resultat.prorata) == (None, None)
    assert "une autre période" in resultat.motif


@pytest.mark.parametrize(
    "filtres",
    [
        Filtres(commune=("21231",)),
        Filtres(referent=("R1", "R2")),
        Filtres(referent=("R1",), sexe=("F",)),
        Filtres(structure=("CESAM",), referent=("R1",)),
    ],
)
def test_under_any_other_filter_it_says_why_there_is_none(filtres):
    objectifs = [objectif(), objectif(perimetre="referent"), objectif(perimetre="structure:CESAM")]
    resultat = cible(filtres, objectifs=objectifs)
    assert resultat == Cible(motif="Aucun objectif n’est fixé pour ces filtres.")


def test_one_referent_has_theirs_or_else_that_of_each():
    objectifs = [
        objectif(perimetre="referent", cible=56),
        objectif(perimetre="referent:R1", cible=40),
    ]
    assert cible(Filtres(referent=("R1",)), objectifs=objectifs).objectif == 40
    assert cible(Filtres(referent=("R2",)), objectifs=objectifs).objectif == 56
    assert cible(objectifs=objectifs).objectif is None


def test_theirs_of_another_year_does_not_hide_that_of_each():
    ailleurs = Periode(date(2015, 1, 1), date(2015, 12, 31))
    objectifs = [
        objectif(perimetre="referent", cible=56),
        objectif(perimetre="referent:R1", cible=40, periode=ailleurs),
    ]
    assert cible(Filtres(referent=("R1",)), objectifs=objectifs).objectif == 56
    assert cible(Filtres(referent=("R1",)), ailleurs, objectifs).objectif == 40


def test_one_structure_has_its_own():
    objectifs = [objectif(perimetre="structure:CESAM", cible=120)]
    assert cible(Filtres(structure=("CESAM",)), objectifs=objectifs).objectif == 120
    assert cible(Filtres(structure=("IFPA",)), objectifs=objectifs).objectif is None


def test_an_indicator_without_objective_says_nothing():
    assert cible(Filtres(sexe=("F",)), objectifs=[objectif("sorties")]) == Cible()


def test_the_shortest_enclosing_period_gives_the_pro_rata():
    semestre = objectif(cible=350, periode=Periode(date(2016, 1, 1), date(2016, 6, 30)))
    assert cible(periode=AVRIL, objectifs=[objectif(), semestre]).prorata == 350 * 30 / 182


def test_rows_are_read_with_their_dates():
    table = tables(extrait(objectifs=[{"perimetre": "referent:R1", "cible": 56.0}]))["objectifs"]
    assert lire_objectifs(table) == (objectif(perimetre="referent:R1", cible=56.0),)
    assert lire_objectifs(None) == ()
