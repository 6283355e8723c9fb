"""Months and age classes are ranks on rows, names everywhere else."""

from itertools import pairwise

import pytest

from plie_metrics.calcul.modalites import nommer
from plie_metrics.schema import CLASSES_AGE


@pytest.mark.parametrize(
    ("dimension", "valeur", "nom"),
    [
        ("mois", 0, "1970-01"),
        ("mois", 551, "2015-12"),
        ("classe_age", 0, "inconnu"),
        ("classe_age", 2, "25-44"),
        ("commune", "21231", "21231"),
    ],
)
def test_chaque_rang_a_son_nom(dimension, valeur, nom):
    assert nommer(dimension, valeur) == nom


def test_les_classes_d_age_se_suivent_sans_trou():
    """What lets the class be the number of those begun."""
    bornes = list(CLASSES_AGE.values())
    assert [fin + 1 for (_, fin), _ in pairwise(bornes)] == [debut for debut, _ in bornes[1:]]
    assert bornes[-1][1] is None
