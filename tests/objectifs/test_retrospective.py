"""The back-test: its arithmetic by hand, and a PLIE so regular that the model cannot miss."""

from datetime import date

import pytest

from plie_metrics.objectifs.bilan_retrospectif import bilans
from plie_metrics.objectifs.contexte import preparer_contexte
from plie_metrics.objectifs.projection import Projection, Trajectoire
from plie_metrics.objectifs.retrospective import Essai, retrospective
from tests.objectifs.fabrique_suivi import plie


def essai(mois, reel, prevu, bas, haut, *, lineaire=0.0, an_dernier=0.0, an=2016):
    projection = Projection(
        prevu, bas, haut, bas - 10, haut + 10, 0.5, Trajectoire(0, 0), None, None
    )
    return Essai("entrees", date(an, mois, 28), reel, projection, lineaire, an_dernier)


ESSAIS = (
    essai(3, 100, 110, 95, 120, lineaire=130, an_dernier=90),
    essai(6, 100, 80, 70, 95, lineaire=100, an_dernier=90),
    essai(9, 100, 85, 80, 88, lineaire=95, an_dernier=90),
    essai(3, 200, 200, 190, 210, lineaire=220, an_dernier=100, an=2015),
)


def test_le_bilan_a_la_main():
    """In the 80 %: the first and the last; in the 95 %: the second too (60 to 105)."""
    (bilan,) = bilans(ESSAIS)
    assert (bilan.essais, bilan.annees) == (4, 2)
    assert bilan.couverture80.numerateur == 2
    assert bilan.couverture95.numerateur == 3
    assert bilan.erreur == (10 + 20 + 15 + 0) / 4
    assert bilan.biais == (10 - 20 - 15 + 0) / 4
    assert bilan.erreur_lineaire == (30 + 0 + 5 + 20) / 4
    assert bilan.erreur_an_dernier == (10 + 10 + 10 + 100) / 4


def test_le_bilan_de_certains_mois():
    (bilan,) = bilans(ESSAIS, mois=(3,))
    assert (bilan.essais, bilan.erreur) == (2, 5)
    assert bilans(ESSAIS, mois=(1,)) == ()


@pytest.fixture(scope="module")
def regulier():
    arrete = date(2016, 12, 31)
    donnees = plie(arrete, lambda _: 10, lambda _: 8, retard=40)
    # the exits of the end of 2016 are not entered: 2016 is not known to its end
    return donnees, retrospective(preparer_contexte(arrete, donnees), donnees)


def test_chaque_fin_de_mois_des_annees_passees_sauf_la_premiere(regulier):
    _, essais = regulier
    assert {essai.arrete for essai in essais} == {
        date(2015, 1, 31), date(2015, 2, 28), date(2015, 3, 31), date(2015, 4, 30),
        date(2015, 5, 31), date(2015, 6, 30), date(2015, 7, 31), date(2015, 8, 31),
        date(2015, 9, 30), date(2015, 10, 31), date(2015, 11, 30), date(2015, 12, 31),
    }  # fmt: skip
    assert {essai.reel for essai in essais if essai.indicateur == "entrees"} == {120}


def test_seul_ce_qui_etait_saisi_alors_est_utilise(regulier):
    """On 30/06/2015, 37 exits of the year were entered: the naive line says 37 × 365 / 181."""
    _, essais = regulier
    (juin,) = (
        e for e in essais if (e.indicateur, e.arrete) == ("sorties_positives", date(2015, 6, 30))
    )
    assert juin.lineaire == pytest.approx(37 * 365 / 181)
    assert juin.projection.valeur == pytest.approx(96, abs=3)
    assert juin.an_dernier == 96
    assert juin.mois_restants == 6


def test_le_modele_voit_juste_la_ou_les_naifs_se_trompent(regulier):
    _, essais = regulier
    par_nom = {bilan.indicateur: bilan for bilan in bilans(essais)}
    assert all(bilan.couverture95.valeur == 1 for bilan in par_nom.values())
    assert par_nom["sorties_positives"].erreur < 4 < par_nom["sorties_positives"].erreur_lineaire
    assert par_nom["file_active"].erreur < 4 < par_nom["file_active"].erreur_lineaire


def test_sans_deux_annees_completes_rien():
    arrete = date(2015, 12, 31)
    donnees = plie(arrete, lambda _: 10, lambda _: 8, depuis=2015)
    assert retrospective(preparer_contexte(arrete, donnees), donnees) == ()
