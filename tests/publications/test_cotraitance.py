"""The national rules of co-traitance."""

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.cotraitance import (
    Cout,
    Financement,
    Volumes,
    cout,
    financement,
    provenance,
    volumes,
)
from plie_metrics.publications.lecture import ouvrir


def chiffre(section, tableau="accord_cadre", article=None, valeur=None):
    return Chiffre(
        "essai", "essai", section, tableau, "", "", {"article": article} if article else {},
        None, None, "regle", "texte", valeur, None, None, "", "", "",
    )  # fmt: skip


@pytest.fixture(scope="module")
def rapport_national():
    return ouvrir(PUBLICATIONS, "rapport_cnml_2009")


def test_la_tolerance_encadre_le_volume():
    v = Volumes(1000, 330, 800, 200, 0.2)
    assert v.bornes == (800, 1200)
    assert v.part_indemnises.valeur == 0.33


def test_le_cout_est_un_produit():
    assert Cout(500, 33_000, 0).total == 16_500_000


def test_ce_que_les_parts_ne_disent_pas():
    fonds = Financement(100, (chiffre("", valeur=39.5), chiffre("", valeur=20.5)))
    assert fonds.non_detaille == 40


@pytest.mark.parametrize(
    ("regle", "attendue"),
    [
        (chiffre("Accord-cadre – Article 2.4", article="2.4"), "art. 2.4"),
        (chiffre("Avenant", "avenant", "1"), "avenant n° 1, art. 1"),
        (
            chiffre("OBJECTIF 1 – 1. Un maillage – 1.1. Une logique de territoire"),
            "rapport, obj. 1, 1.1",
        ),
        (chiffre("OBJECTIF 1 – 2. Une contribution des deux réseaux"), "rapport, obj. 1, 2"),
    ],
)
def test_une_regle_dit_ou_elle_est_imprimee(regle, attendue):
    assert provenance(regle) == attendue


def test_les_chiffres_du_rapport_national(rapport_national):
    assert volumes(rapport_national) == Volumes(100_000, 33_000, 80_000, 20_000, 0.2)
    assert cout(rapport_national) == Cout(500, 33_000, 16_500_000)
    assert cout(rapport_national).total == cout(rapport_national).imprime
    fonds = financement(rapport_national)
    assert fonds.total == 474_000_000
    assert fonds.non_detaille == pytest.approx(14.6)
