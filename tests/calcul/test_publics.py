"""Shares of the people, mean age, and what the unknown could change."""

import pytest

from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, valeur, valeurs


def gens(*personnes):
    return extrait(
        participants=personnes,
        parcours=[{"participant_id": f"P{rang}"} for rang in range(1, len(personnes) + 1)],
    )


def test_women_over_the_people_followed():
    resultat = mesure("part_femmes", gens({"sexe": "F"}, {"sexe": "H"}, {"sexe": "H"}))
    assert (resultat.numerateur, resultat.denominateur) == (1, 3)
    assert resultat.valeur == 1 / 3


def test_quartiers_de_veille_are_not_qpv():
    quartiers = gens(
        {"qpv": "QP021001"},
        {"qpv": "QN02101M"},
        {"qpv": "VEILLE-QUETIGNY-CENTRE"},
        {"qpv": "VEILLE-LONGVIC-GUYNEMER"},
        {"qpv": None},
    )
    assert valeur("part_qpv", quartiers) == 2 / 5
    assert valeur("part_qpv_et_veille", quartiers) == 4 / 5


def test_no_quarter_is_hors_qpv_and_no_level_is_inconnu():
    une = gens({"qpv": None, "niveau_formation": None})
    assert valeurs("personnes_accompagnees", une, "qpv") == {"hors_qpv": 1}
    assert valeurs("personnes_accompagnees", une, "niveau_formation") == {"inconnu": 1}


def test_level_v_and_below_over_the_known_levels_with_the_range_of_the_unknown():
    niveaux = [{"niveau_formation": n} for n in ("IV", "V", "Vbis", "VI", None)]
    resultat = mesure("part_niveau_v_infra", gens(*niveaux))
    assert (resultat.numerateur, resultat.denominateur, resultat.valeur) == (3, 4, 3 / 4)
    assert resultat.bornes == (3 / 5, 4 / 5)


def test_an_unknown_rsa_is_in_the_denominator_and_in_the_range():
    resultat = mesure("part_brsa", gens({"brsa": True}, {"brsa": False}, {"brsa": None}))
    assert (resultat.numerateur, resultat.denominateur) == (1, 3)
    assert resultat.bornes == (1 / 3, 2 / 3)


def test_an_unknown_deld_is_in_the_denominator_and_in_the_range():
    resultat = mesure("part_deld", gens({"deld": True}, {"deld": True}, {"deld": None}))
    assert (resultat.numerateur, resultat.denominateur) == (2, 3)
    assert resultat.bornes == (2 / 3, 1)


def test_nothing_unknown_no_range():
    assert mesure("part_brsa", gens({"brsa": True})).bornes is None


def test_all_levels_unknown_is_undefined():
    resultat = mesure("part_niveau_v_infra", gens({"niveau_formation": None}))
    assert resultat.valeur is None
    assert resultat.bornes == (0, 1)


def test_mean_age_is_a_difference_of_years():
    resultat = mesure("age_moyen", gens({"annee_naissance": 1980}, {"annee_naissance": 1991}))
    assert resultat.valeur == pytest.approx((36 + 25) / 2)
    assert (resultat.numerateur, resultat.denominateur) == (61, 2)


@pytest.mark.parametrize(
    ("naissance", "classe"),
    [
        (2002, "inconnu"),
        (2001, "15-24"),
        (1992, "15-24"),
        (1991, "25-44"),
        (1972, "25-44"),
        (1971, "45-54"),
        (1962, "45-54"),
        (1961, "55-64"),
        (1952, "55-64"),
        (1951, "65+"),
    ],
)
def test_age_classes(naissance, classe):
    assert valeurs(
        "personnes_accompagnees", gens({"annee_naissance": naissance}), "classe_age"
    ) == {classe: 1}


@pytest.mark.parametrize(
    "nom", ["part_femmes", "part_qpv", "part_qpv_et_veille", "part_brsa", "age_moyen"]
)
def test_nobody_is_undefined_not_zero(nom):
    resultat = mesure(nom, extrait())
    assert (resultat.valeur, resultat.denominateur) == (None, 0)


def test_a_person_followed_twice_weighs_once():
    deux_fois = extrait(
        participants=[{"sexe": "F"}, {"sexe": "H"}],
        parcours=[
            {"participant_id": "P1", "referent_id": "R1"},
            {"participant_id": "P1", "referent_id": "R2"},
            {"participant_id": "P2"},
        ],
    )
    assert valeur("part_femmes", deux_fois) == 1 / 2
