"""A ratio keeps its terms, and is undefined over nothing."""

from plie_metrics.quotient import Quotient


def test_la_valeur_est_le_rapport_des_deux_termes():
    assert Quotient(3, 12).valeur == 0.25


def test_sur_rien_elle_est_indefinie():
    assert Quotient(0, 0).valeur is None
    assert Quotient(5, 0).valeur is None
