"""Masks on small tables, against a search of every possible set of masks."""

from itertools import chain, combinations
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from plie_metrics.secret import suppression
from plie_metrics.secret.exact import exact, petit
from plie_metrics.secret.suppression import supprimer
from plie_metrics.secret.temoin import extraire
from tests.secret.exemples import case_de, tableau

LONGTEMPS = 300.0


def masques(valeurs):
    systeme, _ = tableau(valeurs)
    solution = supprimer(systeme, np.zeros(systeme.taille, dtype=bool), LONGTEMPS)
    return {case_de(systeme.cles[c]) for c in np.flatnonzero(solution.masquees)}, solution


def intervalle(systeme, masquees, cellule):
    """Independent of the search: the bounds of one cell when these cells are masked."""
    bornes = [
        (b, None if h == inf else h) if m else (0, 0)
        for b, h, m in zip(systeme.bas, systeme.haut, masquees, strict=True)
    ]
    trouves = []
    for sens in (1, -1):
        prix = np.zeros(systeme.taille)
        prix[cellule] = sens
        zeros = np.zeros(systeme.relations.shape[0])
        resultat = linprog(prix, A_eq=systeme.relations, b_eq=zeros, bounds=bornes)
        trouves.append(resultat.x[cellule] if resultat.status == 0 else -sens * inf)
    return trouves


def test_rien_de_petit_rien_de_masque():
    assert masques([[10, 20], [30, 40]])[0] == set()


def test_une_seule_petite_case_en_masque_trois_autres():
    trouves, _ = masques([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    assert len(trouves) == 4
    assert (1, 1) in trouves


def test_deux_petites_cases_d_une_ligne_ne_suffisent_pas_toujours():
    """1 + 1 = 2 : les deux marques et leur somme disent tout ; une troisième est masquée."""
    trouves, _ = masques([[1, 1, 50, 60]])
    assert {(1, 1), (1, 2)} < trouves


def test_un_zero_n_est_pas_masque():
    trouves, _ = masques([[3, 0, 30], [40, 50, 60]])
    assert (1, 2) not in trouves


def test_ce_qui_a_ete_montre_ne_sert_plus_a_cacher():
    systeme, _ = tableau([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    connues = np.array([case_de(c) in {(1, 2), (2, 1), (1, 0)} for c in systeme.cles])
    solution = supprimer(systeme, connues, LONGTEMPS)
    trouves = {case_de(systeme.cles[c]) for c in np.flatnonzero(solution.masquees)}
    assert not trouves & {(1, 2), (2, 1), (1, 0)}
    assert solution.irreductibles == ()


def test_hors_delai_tout_le_bloc_est_masque(monkeypatch):
    monkeypatch.setattr(suppression, "petit", lambda *_: False)
    systeme, _ = tableau([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    solution = supprimer(systeme, np.zeros(systeme.taille, dtype=bool), -1.0)
    assert solution.masquees.all()
    assert solution.repli == systeme.taille


def test_ce_que_les_marques_suffisent_a_dire_est_signale():
    """1 + 1 + 1 + 1 = 4 : le total est au plus 4, chaque part au moins 1."""
    systeme, _ = tableau([[1, 1, 1, 1]])
    solution = supprimer(systeme, np.zeros(systeme.taille, dtype=bool), LONGTEMPS)
    assert len(solution.irreductibles) == systeme.taille


def test_l_exact_est_le_meilleur_de_tous():
    systeme, _ = tableau([[3, 20, 30], [40, 6, 60]])
    bloc = extraire(systeme, np.arange(systeme.taille))
    assert petit(bloc, systeme.sensible)
    trouve = exact(bloc, systeme.sensible)
    libres = np.flatnonzero(~systeme.sensible)
    prix = systeme.poids[trouve & ~systeme.sensible].sum()
    tous = chain.from_iterable(combinations(libres, n) for n in range(len(libres) + 1))
    moins_cheres = [choix for choix in tous if systeme.poids[list(choix)].sum() < prix - 1e-9]
    assert protege(systeme, {*np.flatnonzero(trouve)})
    assert moins_cheres
    assert not [choix for choix in moins_cheres if protege(systeme, {*choix})]


def protege(systeme, choix):
    masquees = systeme.sensible.copy()
    masquees[list(choix)] = True
    for cellule in np.flatnonzero(systeme.sensible):
        bas, haut = intervalle(systeme, masquees, cellule)
        if bas > systeme.vise_bas[cellule] + 1e-6 or haut < systeme.vise_haut[cellule] - 1e-6:
            return False
    return True


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    st.lists(
        st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8, 12, 25, 60]), min_size=4, max_size=4),
        min_size=2,
        max_size=5,
    ),
    st.booleans(),
)
def test_chaque_case_sensible_garde_le_jeu_de_la_regle(valeurs, par_programmes):
    patch = pytest.MonkeyPatch()
    if par_programmes:
        patch.setattr(suppression, "petit", lambda *_: False)
    with patch.context():
        systeme, _ = tableau(valeurs)
        if not systeme.taille:
            return
        solution = supprimer(systeme, np.zeros(systeme.taille, dtype=bool), LONGTEMPS)
    patch.undo()
    assert not (systeme.sensible & ~solution.masquees).any()
    for cellule in np.flatnonzero(systeme.sensible):
        bas, haut = intervalle(systeme, solution.masquees, cellule)
        if cellule in solution.irreductibles:
            tout = np.ones(systeme.taille, dtype=bool)
            assert intervalle(systeme, tout, cellule) == pytest.approx([0, 0], abs=0.51)
        elif cellule in solution.etroites:
            assert haut - bas >= 0.5
        else:
            assert bas <= systeme.vise_bas[cellule] + 1e-5
            assert haut >= systeme.vise_haut[cellule] - 1e-5
