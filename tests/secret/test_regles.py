"""The primary rules, cell by cell."""

from datetime import date
from math import inf

import pytest

from plie_metrics.secret.differences import Difference
from plie_metrics.secret.regles import Regles, classer

REGLES = Regles(5, 0.5, 0.85, 0.15, 3)
JOUR = date(2016, 12, 31)


def cle(nom, *paires):
    return nom, JOUR, JOUR, paires


@pytest.mark.parametrize(("valeur", "sensible"), [(0, False), (1, True), (4, True), (5, False)])
def test_un_effectif_est_sensible_de_un_a_seuil_moins_un(valeur, sensible):
    assert REGLES.effectif(valeur).sensible is sensible


@pytest.mark.parametrize("valeur", [1, 2, 3, 4])
def test_ce_qui_doit_rester_possible_tient_dans_la_marque(valeur):
    cellule = REGLES.effectif(valeur)
    assert 1 <= cellule.vise_min <= valeur <= cellule.vise_max <= 4
    assert cellule.vise_max - cellule.vise_min == 2


def classees(tout, partie, nom="reste taux_sorties_positives_brut", du_taux=True):
    valeurs = {cle("sorties"): tout, cle("positives"): partie}
    valeurs = {c: v for c, v in valeurs.items() if v}
    difference = Difference(tout - partie, cle("sorties"), cle("positives"), du_taux)
    return classer(valeurs, frozenset(valeurs), {cle(nom): difference}, frozenset(), REGLES)


def test_la_difference_des_termes_d_un_taux_est_sensible():
    assert classees(43, 40)[cle("reste taux_sorties_positives_brut")].sensible


def test_elle_ne_l_est_pas_si_le_taux_est_deja_masque():
    reste = classees(7, 3)[cle("reste taux_sorties_positives_brut")]
    assert not reste.sensible
    assert (reste.minimum, reste.maximum) == (0, inf)


def test_cent_pour_cent_d_un_petit_nombre_est_sensible():
    assert classees(12, 12)[cle("reste taux_sorties_positives_brut")].sensible


def test_cent_pour_cent_d_un_grand_nombre_ne_l_est_pas():
    assert cle("reste taux_sorties_positives_brut") not in classees(15, 15)


def test_une_somme_suit_son_effectif_et_la_dominance():
    valeurs = {
        cle("heures"): 9000.0,
        cle("salaries"): 30,
        cle("heures", ("secteur", "BTP")): 300.0,
        cle("salaries", ("secteur", "BTP")): 2,
    }
    classees_ = classer(valeurs, frozenset(valeurs), {}, frozenset(), REGLES)
    assert classees_[cle("heures", ("secteur", "BTP"))].sensible
    assert not classees_[cle("heures")].sensible
    dominees = classer(valeurs, frozenset(valeurs), {}, frozenset({cle("heures")}), REGLES)
    assert dominees[cle("heures")].sensible
    assert dominees[cle("heures")].vise_max == pytest.approx(9000 * 1.15)
