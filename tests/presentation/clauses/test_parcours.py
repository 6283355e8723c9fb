"""The path in words: counts, rates within a cohort, the veille never inside the QPV."""

from plie_metrics.presentation.clauses.quartiers import (
    tableau_parcours,
)
from plie_metrics.publications.clauses_parcours import Etape, Quartiers

ORIENTATIONS = Etape("orientations", 200, None, Quartiers(200, 60, 10, 0))
VALIDES = Etape("candidats_valides", 100, ORIENTATIONS, None, 0.32)
SALARIES = Etape("salaries", 120, None, Quartiers(120, 48, 0, 0))
SORTIES = Etape("sorties", 30, SALARIES, Quartiers(30, 9, 0, 3))
ETAPES = (ORIENTATIONS, VALIDES, SALARIES, SORTIES)


def test_le_tableau_ne_met_pas_zero_la_ou_rien_n_est_imprime():
    lignes = tableau_parcours(ETAPES).textes()
    assert lignes[1][3:] == ["n.\u00a0d.", "n.\u00a0d.", "n.\u00a0d.", "32\u202f% (imprimé)",
                             "non précisé"]  # fmt: skip
    assert lignes[0][3:6] == ["60", "10", "0"]
