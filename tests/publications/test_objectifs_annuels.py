"""The yearly targets of actions 31, 33 and 34."""

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.lecture import ouvrir
from plie_metrics.publications.objectifs_annuels import Annee, Serie, objectifs_annuels


@pytest.fixture(scope="module")
def series():
    contrat = ouvrir(PUBLICATIONS, "contrat_objectifs_ml_2009_2011")
    return {serie.nom: serie for serie in objectifs_annuels(contrat)}


def test_les_valeurs_imprimees_le_restent(series):
    valeurs = {nom: [a.valeur for a in s.annees] for nom, s in series.items()}
    assert valeurs["Contrats en alternance"] == [65, 70, 75]
    assert valeurs["dont contrats d'apprentissage"] == [55, 60, 65]
    assert valeurs["dont contrats de professionnalisation"] == [10, 10, 10]
    assert valeurs["CARED"] == [5, 7, 10]
    assert not any(a.calcule for a in series["CARED"].annees)


def test_la_croissance_imprimee_est_appliquee_a_l_annee_precedente_et_signalee(series):
    entreprises = series["Entreprises partenaires"].annees
    assert [a.valeur for a in entreprises] == pytest.approx([50, 57.5, 66.125])
    assert [a.calcule for a in entreprises] == [False, True, True]


def test_les_dont_font_leur_total(series):
    dont = [s for s in series.values() if s.parent == "Contrats en alternance"]
    for rang, total in enumerate(series["Contrats en alternance"].annees):
        assert sum(s.annees[rang].valeur for s in dont) == total.valeur


def test_l_accroissement_est_indefini_en_partant_de_zero():
    nulle = Serie("0", "Rien", (Annee(2009, 0), Annee(2010, 3)))
    assert nulle.accroissement.valeur is None
    assert Serie("0", "Double", (Annee(2009, 5), Annee(2011, 10))).accroissement.valeur == 1
