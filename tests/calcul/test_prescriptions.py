"""Prescriptions: their own commune and prescripteur; what the pending ones could change."""

from datetime import date

import pytest

from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, valeur, valeurs


def recues(*lignes):
    return extrait(prescriptions=lignes)


def test_the_first_and_the_last_day_count():
    jours = [date(2015, 12, 31), date(2016, 1, 1), date(2016, 12, 31), date(2017, 1, 1)]
    assert valeur("prescriptions", recues(*({"date": jour} for jour in jours))) == 2


def test_the_rate_of_entry_and_its_range_while_some_are_pending():
    suites = ["entree", "refus", "absence", "en_attente"]
    resultat = mesure("taux_entree_sur_prescription", recues(*({"suite": s} for s in suites)))
    assert (resultat.numerateur, resultat.denominateur) == (1, 4)
    assert resultat.bornes == (1 / 4, 2 / 4)


def test_no_prescription_is_undefined():
    assert mesure("taux_entree_sur_prescription", recues()).valeur is None
    assert valeur("prescriptions", recues()) == 0


def test_filters_act_on_the_prescription_itself():
    deux = recues({"commune": "21355", "prescripteur": "spip"}, {"commune": None})
    assert valeur("prescriptions", deux, commune=("21355",)) == 1
    assert valeur("prescriptions", deux, prescripteur=("pole_emploi",)) == 1
    assert valeurs("prescriptions", deux, "commune") == {"21355": 1, "inconnu": 1}


@pytest.mark.parametrize(
    ("filtre", "nom"),
    [("referent", "référent"), ("structure", "structure"), ("sexe", "sexe"), ("qpv", "quartier")],
)
def test_other_filters_cannot_act_and_say_so(filtre, nom):
    resultat = mesure("prescriptions", recues({}), **{filtre: ("X",)})
    assert resultat.valeur is None
    assert f"Le filtre {nom} ne peut pas s’appliquer" in resultat.motif


def test_under_another_filter_the_breakdown_is_empty():
    assert valeurs("prescriptions", recues({}), "mois", referent=("R1",)) == {}
