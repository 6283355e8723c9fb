"""Hours in words: which contract, which sector, who is counted twice."""

from plie_metrics.presentation.clauses.heures import (
    tableau_contrats,
    tableau_secteurs,
)
from plie_metrics.presentation.clauses.origines import (
    tableau_recouvrements,
)
from plie_metrics.publications.clauses import Contrat, Recouvrement, Secteur
from plie_metrics.publications.clauses_orientations import Prescripteur

CONTRATS = (Contrat("CTTI", 3000, 30), Contrat("C/PRO", 1000, 2))
SECTEURS = (Secteur("BTP", 6, 5, 8, 0, 900), Secteur("SERVICES", 4, 3, 5, 3, 300))
PRESCRIPTEURS = (
    Prescripteur("Référents du PLIE", 10, plie=True),
    Prescripteur("AGENCE", 6, plie=False),
    Prescripteur("BUREAU", 3, plie=False),
    Prescripteur("MAIRIE", 1, plie=False),
)


def test_la_moyenne_d_ensemble_divise_les_sommes():
    """Not the mean of 100 and 500: 4 000 hours over 32 salariés."""
    assert tableau_contrats(CONTRATS).textes()[-1] == [
        "Ensemble",
        "4\u202f000",
        "100,0\u202f%",
        "32",
        "125",
        "4\u202f000\u00a0÷\u00a032",
    ]


def test_le_tableau_des_secteurs_a_les_femmes_sous_les_salaries():
    assert tableau_secteurs(SECTEURS).textes() == [
        ["Orientations", "6", "4"],
        ["Candidats validés", "5", "3"],
        ["Salariés", "8", "5"],
        ["dont femmes", "0", "3"],
        ["Heures", "900", "300"],
        ["Heures par salarié", "113", "60"],
    ]


def test_une_note_imprimee_explique_une_hypothese_se_dit_telle():
    calculs = tableau_recouvrements(
        [
            Recouvrement("par contrat", (77, 14), 82, 9),
            Recouvrement("par secteur", (82, 49), 126, None),
            Recouvrement("par âge", (3, 4), 7, None),
            Recouvrement("par lieu", (8, 4), 7, 2),
        ]
    ).textes()
    assert [ligne[1] for ligne in calculs[:2]] == ["77 + 14 − 82 = 9", "82 + 49 − 126 = 5"]
    assert [ligne[3].split()[0] for ligne in calculs] == [
        "Imprimée",
        "Hypothèse",
        "Rien",
        "Insuffisante",
    ]
