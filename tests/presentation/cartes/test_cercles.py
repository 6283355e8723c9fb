"""Proportional circles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation.cartes.cadre import Cadre
from plie_metrics.presentation.cartes.cercles import RAYON_MAX, cercles, echelle, rayon
from plie_metrics.territoire.indicateurs import INDICATEURS, repartition
from tests.territoire.fabrique import chiffre, rapport, referentiel

CADRE = Cadre(600, 500, 5.0, 47.3, 10)
PARTS, CANDIDATS, SALARIES, _ = INDICATEURS


def lue(quoi, *lignes):
    publie = rapport(*(chiffre(quoi.tableau, valeur, {"qpv": qpv}) for qpv, valeur in lignes))
    return repartition(publie, referentiel(), quoi)


@given(st.floats(0.1, 1e4), st.floats(0.1, 1e4))
def test_l_aire_est_proportionnelle_a_la_valeur(a, b):
    maximum = max(a, b)
    aires = [math.pi * rayon(valeur, maximum) ** 2 for valeur in (a, b)]
    assert aires[0] / aires[1] == pytest.approx(a / b)


def test_le_plus_grand_cercle_a_le_rayon_maximal():
    assert rayon(19, 19) == RAYON_MAX
    assert rayon(19 / 4, 19) == RAYON_MAX / 2
    assert rayon(0, 19) == rayon(3, 0) == 0


def test_les_effectifs_partagent_une_echelle_que_les_parts_n_ont_pas():
    lues = [lue(PARTS, ("QP1", 40)), lue(CANDIDATS, ("QP1", 19)), lue(SALARIES, ("QP1", 16))]
    assert [echelle(lues, quoi) for quoi in (PARTS, CANDIDATS, SALARIES)] == [40, 19, 19]
    assert echelle([], PARTS) == 0


def test_un_quartier_sans_position_n_a_pas_de_cercle():
    (cercle,) = cercles(lue(CANDIDATS, ("QP1", 6), ("VEILLE-X", 4)), 6, CADRE)
    assert (cercle.etiquette, cercle.centre, cercle.lieu) == ("Le Haut 6", (300, 250), (5.0, 47.3))


def test_une_part_s_ecrit_en_pourcent_et_dit_de_quoi():
    (cercle,) = cercles(lue(PARTS, ("QP1", 40)), 40, CADRE)
    assert cercle.etiquette == "Le Haut\n40\u202f% du public QPV"
