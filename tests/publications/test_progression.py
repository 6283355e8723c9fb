"""From a start to a target: what is asked for, and when a rate of progression may be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.publications.progression import (
    CONTRE_SENS,
    EGALITE,
    SANS_CIBLE,
    SANS_DEPART,
    SANS_REALISE,
    nature,
    progression,
)
from plie_metrics.quotient import Quotient

entiers = st.integers(min_value=-10_000, max_value=10_000)
sens = st.sampled_from(["hausse", "baisse"])


@pytest.mark.parametrize(
    ("depart", "cible", "realise", "dans_le_sens", "taux"),
    [
        (100, 120, 110, "hausse", Quotient(10, 20)),
        (100, 120, 130, "hausse", Quotient(30, 20)),
        (100, 120, 95, "hausse", Quotient(-5, 20)),
        (20, 10, 15, "baisse", Quotient(-5, -10)),
        (0, 10, 0, "hausse", Quotient(0, 10)),
    ],
)
def test_le_chemin_fait_sur_le_chemin_demande(depart, cible, realise, dans_le_sens, taux):
    obtenue = progression(depart, cible, realise, dans_le_sens)
    assert obtenue.taux == taux
    assert obtenue.motif is None


@pytest.mark.parametrize(
    ("depart", "cible", "realise", "dans_le_sens", "motif"),
    [
        (836, 840, None, "hausse", SANS_REALISE),
        (0.8, 0.8, 0.8, "hausse", EGALITE),
        (0.8, 0.8, None, "hausse", EGALITE),
        (394, 367, 370, "hausse", CONTRE_SENS["hausse"]),
        (394, 367, None, "hausse", CONTRE_SENS["hausse"]),
        (10, 12, 11, "baisse", CONTRE_SENS["baisse"]),
        (None, 5, 3, "hausse", SANS_DEPART),
        (5, None, 3, "hausse", SANS_CIBLE),
        (None, None, None, "baisse", SANS_DEPART),
    ],
)
def test_un_taux_trompeur_est_refuse_avec_son_motif(depart, cible, realise, dans_le_sens, motif):
    obtenue = progression(depart, cible, realise, dans_le_sens)
    assert obtenue.taux is None
    assert obtenue.motif == motif


@given(depart=entiers, cible=entiers, realise=entiers, vers=sens)
def test_un_taux_ou_un_motif_jamais_les_deux(depart, cible, realise, vers):
    obtenue = progression(depart, cible, realise, vers)
    assert (obtenue.taux is None) != (obtenue.motif is None)
    assert (obtenue.taux is not None) == (nature(depart, cible, vers) == "progres")


@given(depart=entiers, cible=entiers, realise=entiers)
def test_la_baisse_est_la_hausse_dans_un_miroir(depart, cible, realise):
    montee = progression(depart, cible, realise, "hausse")
    descente = progression(-depart, -cible, -realise, "baisse")
    assert (montee.taux is None) == (descente.taux is None)
    if montee.taux is not None and descente.taux is not None:
        assert montee.taux.valeur == descente.taux.valeur


@given(depart=entiers, pas=st.integers(min_value=1, max_value=1000), vers=sens)
def test_zero_au_depart_un_a_l_objectif_plus_au_dela(depart, pas, vers):
    signe = 1 if vers == "hausse" else -1
    cible = depart + signe * pas
    rendus = [
        progression(depart, cible, depart + signe * pas * k, vers).taux.valeur
        for k in (-1, 0, 1, 2)
    ]
    assert rendus == [-1, 0, 1, 2]
