"""Hours in words: which contract, which sector, who is counted twice."""

from plie_metrics.presentation.clauses.constat import chiffres_cles, constat
from plie_metrics.presentation.clauses.heures import (
    lignes_secteurs,
    panneaux_contrats,
    tableau_contrats,
    tableau_secteurs,
    titre_contrats,
    titre_secteurs,
)
from plie_metrics.presentation.clauses.origines import (
    barres_prescripteurs,
    tableau_recouvrements,
    titre_prescripteurs,
    titre_recouvrements,
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


def test_le_titre_nomme_le_contrat_le_plus_courant_et_le_plus_long():
    assert titre_contrats(CONTRATS) == (
        "Le CTTI fait 75\u202f% des heures ; le C/PRO, le plus d'heures par salarié (500)"
    )


def test_les_trois_mesures_d_un_contrat():
    heures, salaries, moyennes = panneaux_contrats(CONTRATS)
    assert heures.etiquettes == ("3\u202f000", "1\u202f000")
    assert salaries.valeurs == (30, 2)
    assert moyennes.valeurs == (100, 500)


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


def test_le_secteur_sans_femme_est_dit():
    assert titre_secteurs(SECTEURS) == "BTP : 75\u202f% des heures, aucune femme"
    avec = (Secteur("BTP", 6, 5, 8, 2, 900), SECTEURS[1])
    assert titre_secteurs(avec).endswith("2\u00a0femmes")


def test_les_parts_des_secteurs_font_un_a_chaque_etape():
    for ligne in lignes_secteurs(SECTEURS):
        assert sum(segment.longueur for segment in ligne.segments) == 1
    assert lignes_secteurs(SECTEURS)[0].titre == "Orientations : 6 BTP (60\u202f%)"
    assert lignes_secteurs(SECTEURS)[0].note == "4 services (40\u202f%)"


def test_le_tableau_des_secteurs_a_les_femmes_sous_les_salaries():
    assert tableau_secteurs(SECTEURS).textes() == [
        ["Orientations", "6", "4"],
        ["Candidats validés", "5", "3"],
        ["Salariés", "8", "5"],
        ["dont femmes", "0", "3"],
        ["Heures", "900", "300"],
        ["Heures par salarié", "113", "60"],
    ]


def test_les_prescripteurs():
    assert titre_prescripteurs(PRESCRIPTEURS) == (
        "Les référents du PLIE font 50\u202f% des orientations ; AGENCE et BUREAU, 9 des 10 autres"
    )
    assert barres_prescripteurs(PRESCRIPTEURS)[1].etiquette == "6 · 30\u202f%"


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


def test_le_titre_compte_les_totaux_depasses():
    double, juste = Recouvrement("x", (3, 4), 6, None), Recouvrement("y", (3, 4), 7, None)
    assert titre_recouvrements([double, juste]).startswith("Un total")
    assert titre_recouvrements([double, double]).startswith("Deux totaux")
    assert titre_recouvrements([juste]).startswith("Aucun")


def test_le_constat_depend_de_la_base_annuelle(rapport):
    assert "soit 45\u00a0équivalents temps plein" in constat(rapport, 1607)
    assert "soit 36\u00a0équivalents temps plein" in constat(rapport, 2000)


def test_la_base_est_imprimee_avec_les_equivalents_temps_plein(rapport):
    etp = chiffres_cles(rapport, 1607)[1]
    assert etp.valeur == "45,0"
    assert etp.note == "72\u202f333 ÷ 1\u202f607\u00a0heures par an"
