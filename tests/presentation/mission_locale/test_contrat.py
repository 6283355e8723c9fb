"""The contract as it is read."""

from dataclasses import replace

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation import palette
from plie_metrics.presentation.mission_locale.annuels import lignes as lignes_annuelles
from plie_metrics.presentation.mission_locale.annuels import note_alternance, note_progression
from plie_metrics.presentation.mission_locale.annuels import titre as titre_annuel
from plie_metrics.presentation.mission_locale.contrat import constat, lignes, proprietaire
from plie_metrics.presentation.mission_locale.tableaux import tableau_resultats, tableau_sens
from plie_metrics.presentation.mission_locale.valeurs import calcul, changement, ecrire, remarque
from plie_metrics.publications.lecture import lire_declaration, ouvrir
from plie_metrics.publications.mission_locale import DECLARATION, indicateurs, lectures
from plie_metrics.publications.objectifs_annuels import objectifs_annuels

FINE = "\u202f"


@pytest.fixture(scope="module")
def contrat():
    return ouvrir(PUBLICATIONS, "contrat_objectifs_ml_2009_2011")


@pytest.fixture(scope="module")
def lus(contrat):
    return indicateurs(contrat, lectures(lire_declaration(PUBLICATIONS, DECLARATION)))


@pytest.fixture(scope="module")
def par_code(lus):
    return {indicateur.code: indicateur for indicateur in lus}


def test_le_proprietaire_est_nomme(contrat):
    attendu = "Mission locale Drôme des Collines-Royans-Vercors (Romans-sur-Isère)"
    assert proprietaire(contrat) == attendu


def test_le_constat_compte_chaque_objectif_une_fois(contrat, lus):
    assert constat(contrat, lus).endswith(
        "sur 17\u00a0objectifs de 2009, 11 demandent de progresser sur 2007, 2 de se maintenir, "
        "2 visent moins qu'en 2007 et 2 ne se comparent pas"
    )


def test_le_constat_s_accorde_et_tait_ce_qui_n_existe_pas(contrat, par_code):
    assert constat(contrat, [par_code["TBG 1"]]).endswith(
        "sur 1\u00a0objectif de 2009, 1 demande de progresser sur 2007"
    )
    assert constat(contrat, [par_code["IO 312"]]).endswith(
        "aucun objectif ne se compare au réalisé"
    )


def test_le_constat_dit_le_sens_qui_est_imprime(contrat, par_code):
    """A target above 2007 where less would be better: « plus », never a step back we assume."""
    tbg_1 = par_code["TBG 1"]
    a_la_baisse = replace(tbg_1, lecture=replace(tbg_1.lecture, sens="baisse"))
    assert constat(contrat, [a_la_baisse]).endswith("1 vise plus qu'en 2007")


@pytest.mark.parametrize(
    ("code", "ecart", "mots"),
    [
        ("TBG 1", f"+0,5{FINE}%", ""),
        ("TBG 5", f"+14,3{FINE}%", ""),
        ("TBG 3", f"−6,9{FINE}%", "inférieur à 2007"),
        ("TBG 4", f"−2,4{FINE}%", "inférieur à 2007"),
        ("IO 234", "+2,1\u00a0points", ""),
        ("IO 323", "+1,4\u00a0point", ""),
        ("IO 222", "aucun", "égal à 2007"),
        ("TBG 9", "aucun", "égal à 2007"),
        ("IO 331", "–", ""),
        ("IO 341", "–", ""),
        ("IO 312", "–", ""),
    ],
)
def test_le_changement_en_points_pour_un_taux_relatif_pour_un_nombre(par_code, code, ecart, mots):
    assert changement(par_code[code]) == ecart
    assert remarque(par_code[code]) == mots


def test_une_valeur_s_ecrit_comme_elle_est_imprimee(par_code):
    assert ecrire(par_code["TBG 1"].region) == "717,3"
    assert ecrire(par_code["IO 234"].depart) == f"13,2{FINE}%"
    assert calcul(par_code["IO 234"].depart) == f"416/3{FINE}150"
    assert calcul(par_code["TBG 2"].depart) == f"12{FINE}540/27,55"
    assert ecrire(par_code["IO 312"].depart) == "–"
    assert calcul(par_code["TBG 1"].depart) == ""


def test_l_image_dit_en_mots_ce_qui_ne_se_compare_pas(lus):
    par_nom = {ligne.nom: ligne for ligne in lignes(lus)}
    assert len(lignes(lus)) == 18
    assert [ligne.mot for ligne in lignes(lus) if ligne.mot] == [
        "unité non imprimée",
        "réalisé en %, objectif sans unité",
        "ligne imprimée vide",
    ]
    recul = par_nom["Entrées en CIVIS"]
    assert recul.couleur == recul.cellules[-1].couleur == palette.RETARD


def test_chaque_ligne_du_tableau_dit_pourquoi_il_n_y_a_pas_de_taux(contrat, lus):
    textes = tableau_resultats(contrat, lus).textes()
    assert all(ligne[-1].startswith("Non calculé : ") and len(ligne[-1]) > 20 for ligne in textes)
    assert (
        "l'objectif est inférieur au réalisé de 2007" in {t[0]: t[-1] for t in textes}["TBG\u00a03"]
    )
    assert [ligne[2] for ligne in tableau_sens(lus).textes()] == ["↑ hausse"] * 18


def test_le_titre_annuel_n_oublie_pas_l_objectif_stable(contrat):
    """Professionnalisation: 10, 10, 10; CARED: 5, 7, 10."""
    assert titre_annuel(objectifs_annuels(contrat)) == (
        f"De 2009 à 2011, les objectifs annuels varient de 0{FINE}% (contrats de "
        f"professionnalisation) à +100{FINE}% (CARED)"
    )


def test_les_annees_calculees_le_disent(contrat):
    series = objectifs_annuels(contrat)
    etiquettes = [[case.etiquette for case in ligne.cases] for ligne in lignes_annuelles(series)]
    assert etiquettes[0] == ["50", "57,5 (calcul)", "66,1 (calcul)"]
    assert etiquettes[1] == ["100", "115 (calcul)", "132,3 (calcul)"]
    assert etiquettes[-1] == ["5", "7", "10"]
    assert "57,5 en 2011" in note_progression(contrat, series)
    assert "85 jeunes" in note_alternance(contrat)
    assert "écart de 20" in note_alternance(contrat)
