"""Étapes begun in the period; those that are jobs."""

from datetime import date

from plie_metrics.periodes import Periode
from plie_metrics.schema import TYPES_ETAPE
from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, suivi, valeur, valeurs


def test_the_first_and_the_last_day_count_even_before_or_after_the_parcours_year():
    jours = [date(2015, 12, 31), date(2016, 1, 1), date(2016, 12, 31), date(2017, 1, 1)]
    etapes = suivi({}, etapes=[{"date_debut": jour} for jour in jours])
    assert valeur("etapes", etapes) == 2


def test_eight_types_of_fourteen_are_jobs():
    toutes = suivi({}, etapes=[{"type_etape": nom} for nom in TYPES_ETAPE])
    assert valeur("etapes", toutes) == 14
    assert valeur("mises_emploi", toutes) == 8
    chantier = suivi({}, etapes=[{"type_etape": "chantier_insertion"}])
    assert valeur("mises_emploi", chantier) == 0


def test_a_filter_on_the_person_and_on_the_parcours_reaches_the_etape():
    deux = extrait(
        participants=[{"sexe": "F"}, {"sexe": "H"}],
        parcours=[{"participant_id": "P1", "referent_id": "R1"}, {"participant_id": "P2"}],
        etapes=[{"parcours_id": "Q1"}, {"parcours_id": "Q2"}, {"parcours_id": "Q2"}],
    )
    assert valeur("etapes", deux, sexe=("H",)) == 2
    assert valeur("etapes", deux, sexe=("H",), referent=("R1",)) == 2
    assert valeur("etapes", deux, sexe=("F",), structure=("IFPA",)) == 0


def test_the_age_is_that_of_the_year_the_etape_begins():
    etape = extrait(
        participants=[{"annee_naissance": 1991}],
        parcours=[{"date_entree": date(2015, 1, 1)}],
        etapes=[{"date_debut": date(2015, 3, 1)}, {"date_debut": date(2016, 3, 1)}],
    )
    deux_ans = Periode(date(2015, 1, 1), date(2016, 12, 31))
    attendu = {"15-24": 1, "25-44": 1}
    assert valeurs("etapes", etape, "classe_age", periode=deux_ans) == attendu


def test_without_the_table_it_says_so():
    resultat = mesure("mises_emploi", suivi({}), sans=("etapes",))
    assert (resultat.valeur, resultat.motif) == (
        None,
        "La table etapes est absente de cet arrêté.",
    )
