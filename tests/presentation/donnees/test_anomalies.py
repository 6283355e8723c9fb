"""The errors of an extract gathered by cause."""

from plie_metrics.importation.anomalie import Anomalie
from plie_metrics.presentation.donnees.anomalies import (
    regrouper,
    tableau_anomalies,
    tableau_groupes,
    valeurs_inconnues,
)


def inconnue(ligne, valeur="Justice", colonne="prescripteur"):
    return Anomalie("parcours", "valeur non prévue.", "Corrigez.", ligne, colonne, valeur)


SANS_CASE = Anomalie("etapes", "la colonne manque.", "Ajoutez-la.", 1, "type_etape")


def test_une_cause_dit_combien_ou_et_quelles_valeurs():
    erreurs = [*(inconnue(ligne) for ligne in (2, 3, 9, 12)), inconnue(13, "SPIP 21"), SANS_CASE]
    groupes = regrouper(erreurs)
    assert [(g.table, g.colonne, g.nombre, g.lignes, g.valeurs) for g in groupes] == [
        ("parcours", "prescripteur", 5, (2, 3, 9), ("Justice", "SPIP 21")),
        ("etapes", "type_etape", 1, (1,), ()),
    ]
    premiere, seconde = tableau_groupes(groupes, 6).lignes
    assert premiere[2:5] == (5, "2, 3, 9…", "« Justice », « SPIP 21 »")
    assert seconde[2:5] == (1, "1", "")


def test_au_dela_de_trois_valeurs_la_suite_est_annoncee():
    (groupe,) = regrouper(inconnue(ligne, f"v{ligne}") for ligne in range(2, 9))
    assert tableau_groupes((groupe,), 7).lignes[0][4] == "« v2 », « v3 », « v4 »…"


def test_un_releve_partiel_le_dit():
    groupes = regrouper([inconnue(2)])
    assert "sur les 1 premières" in tableau_groupes(groupes, 50).legende
    assert tableau_anomalies([inconnue(2)], 50).legende.startswith("Les 1 premières erreurs")
    assert tableau_anomalies([inconnue(2)], 1).legende.startswith("Toutes les erreurs")


def test_seules_les_listes_fermees_se_traduisent():
    erreurs = [
        inconnue(2),
        inconnue(3),
        inconnue(4, "Autre"),
        inconnue(5, "31/02/2016", "date_entree"),
        inconnue(6, None),
        Anomalie("inconnue.csv", "?", "?", 1, "x", "y"),
    ]
    assert valeurs_inconnues(erreurs) == {("parcours", "prescripteur"): ("Justice", "Autre")}
    beaucoup = [inconnue(ligne, f"v{ligne}") for ligne in range(100)]
    assert len(valeurs_inconnues(beaucoup)["parcours", "prescripteur"]) == 12
