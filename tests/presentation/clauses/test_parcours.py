"""The path in words: counts, rates within a cohort, the veille never inside the QPV."""

from plie_metrics.presentation.clauses.parcours import (
    AUTRE_COHORTE,
    avertissement_cohorte,
    lignes_parcours,
    titre_parcours,
)
from plie_metrics.presentation.clauses.quartiers import (
    SANS_EFFECTIF,
    lignes_qpv,
    tableau_parcours,
    titre_qpv,
)
from plie_metrics.publications.clauses_parcours import Etape, Quartiers

ORIENTATIONS = Etape("orientations", 200, None, Quartiers(200, 60, 10, 0))
VALIDES = Etape("candidats_valides", 100, ORIENTATIONS, None, 0.32)
SALARIES = Etape("salaries", 120, None, Quartiers(120, 48, 0, 0))
SORTIES = Etape("sorties", 30, SALARIES, Quartiers(30, 9, 0, 3))
ETAPES = (ORIENTATIONS, VALIDES, SALARIES, SORTIES)


def test_le_titre_donne_les_deux_taux():
    assert titre_parcours(ETAPES) == (
        "50\u202f% d'orientations validées, 25\u202f% de sorties positives"
    )


def test_plus_de_salaries_que_de_valides_trahit_une_autre_cohorte():
    assert "au moins 20\u00a0salariés orientés une autre année" in avertissement_cohorte(ETAPES)


def test_sans_plus_de_salaries_que_de_valides_on_ne_deduit_rien():
    moins = (ORIENTATIONS, VALIDES, Etape("salaries", 90), SORTIES)
    assert avertissement_cohorte(moins) == "Quatre comptages d'une même année, pas une cohorte"


def test_les_notes_de_l_entonnoir():
    assert [(ligne.titre, ligne.note) for ligne in lignes_parcours(ETAPES)] == [
        ("200\u00a0orientations", ""),
        ("100\u00a0candidats validés", "50\u202f% des 200\u00a0orientations"),
        ("120\u00a0salariés", AUTRE_COHORTE),
        ("30\u00a0sorties positives", "25\u202f% des 120\u00a0salariés"),
    ]


def test_la_part_des_qpv_va_de_la_plus_basse_a_la_plus_haute():
    assert titre_qpv(ETAPES, 0.08) == (
        "QPV : 30 à 40\u202f% à chaque étape, 8\u202f% de la population"
    )


def test_les_lignes_qpv_separent_le_sur_du_reste():
    orientations, valides, salaries, sorties = lignes_qpv(ETAPES)
    assert [s.contour for s in orientations.segments] == [False, True]
    assert [s.longueur for s in orientations.segments] == [0.30, 0.05]
    assert "35\u202f% avec la veille (70)" in orientations.note
    assert (valides.titre, valides.note) == ("32\u202f%", SANS_EFFECTIF)
    assert [s.contour for s in valides.segments] == [True]
    assert salaries.note == "48 sur 120"
    assert sorties.titre == "30 à 40\u202f%"
    assert sorties.note.startswith("9 à 12 sur 30")


def test_le_tableau_ne_met_pas_zero_la_ou_rien_n_est_imprime():
    lignes = tableau_parcours(ETAPES).textes()
    assert lignes[1][3:] == ["n.\u00a0d.", "n.\u00a0d.", "n.\u00a0d.", "32\u202f% (imprimé)",
                             "non précisé"]  # fmt: skip
    assert lignes[0][3:6] == ["60", "10", "0"]
