"""The path of the clauses: rates only within one cohort, quartiers de veille never QPV."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.publications.clauses_parcours import Quartiers, parcours
from plie_metrics.quotient import Quotient
from tests.fabrique import chiffre, publication

COMPTES = st.integers(0, 500)


def quartier(tableau, code, valeur):
    return chiffre(f"ra2016.{tableau}.{code}", valeur, modalites={"qpv": code})


@pytest.fixture
def document():
    return publication(
        chiffre("ra2016.clauses_orientations.phrase.total", 20),
        chiffre("ra2016.clauses_validations.total", 10),
        chiffre("ra2016.clauses_validations.part_qpv", 32),
        chiffre("ra2016.clauses_salaries.total", 16),
        chiffre("ra2016.clauses_sorties.total", 4),
        quartier("clauses_orientations_qpv", "QP021003", 5),
        quartier("clauses_orientations_qpv", "VEILLE-QUETIGNY-CENTRE", 3),
        quartier("clauses_orientations_qpv", "oui+veille", 8),
        quartier("clauses_salaries_qpv", "QP021003", 4),
        quartier("clauses_salaries_qpv", "QN02101M", 1),
        quartier("clauses_sorties_qpv", "QP021004", 1),
        quartier("clauses_sorties_qpv", "QP021005+VEILLE-LONGVIC-GUYNEMER", 2),
        chiffre("ra2016.population_qpv.part", 8),
    )


def test_les_quartiers_de_veille_et_les_lignes_melees_restent_a_part(document):
    orientations, _, salaries, sorties = parcours(document)
    assert orientations.quartiers == Quartiers(20, qpv=5, veille=3, indistincts=0)
    assert salaries.quartiers == Quartiers(16, qpv=5, veille=0, indistincts=0)
    assert sorties.quartiers == Quartiers(4, qpv=1, veille=0, indistincts=2)


def test_la_ligne_de_total_n_est_pas_ajoutee(document):
    assert parcours(document)[0].quartiers.total == 8


def test_les_parts_gardent_leurs_deux_termes():
    quartiers = Quartiers(40, qpv=10, veille=4, indistincts=2)
    assert quartiers.part_qpv == Quotient(10, 40)
    assert quartiers.part_qpv_haute == Quotient(12, 40)
    assert quartiers.part_avec_veille == Quotient(16, 40)


def test_un_taux_ne_joint_que_les_etapes_d_une_meme_cohorte(document):
    taux = [etape.taux for etape in parcours(document)]
    assert taux == [None, Quotient(10, 20), None, Quotient(4, 16)]


def test_une_part_imprimee_sans_effectif_reste_une_part(document):
    valides = parcours(document)[1]
    assert valides.quartiers is None
    assert valides.part_basse == pytest.approx(0.32)


@given(COMPTES, COMPTES, COMPTES, COMPTES)
def test_compter_plus_large_ne_diminue_jamais_la_part(hors, qpv, veille, melees):
    quartiers = Quartiers(hors + qpv + veille + melees, qpv, veille, melees)
    parts = [quartiers.part_qpv, quartiers.part_qpv_haute, quartiers.part_avec_veille]
    if quartiers.effectif == 0:
        assert [p.valeur for p in parts] == [None, None, None]
    else:
        assert 0 <= parts[0].valeur <= parts[1].valeur <= parts[2].valeur <= 1


def test_le_rapport_de_2016(rapport):
    """Typed by hand: 67 and 52 printed, of which 4 and 3 in a quartier de veille."""
    etapes = parcours(rapport)
    assert [e.effectif for e in etapes] == [164, 104, 126, 39]
    comptes = [(q.qpv, q.veille, q.indistincts) for e in etapes if (q := e.quartiers)]
    assert comptes == [(63, 4, 0), (49, 3, 0), (14, 0, 1)]
