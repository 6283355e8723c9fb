"""The checklist before freezing."""

from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.editions.composition import Composition, FigerImpossible, figer_edition
from plie_metrics.editions.controles import (
    Etat,
    Gravite,
    controler,
    figeable,
    nombres_etrangers,
)
from plie_metrics.editions.reglages import lire_reglages
from plie_metrics.editions.visibilite import est_inventee, est_visible
from plie_metrics.planches.registre import PLANCHES
from tests.editions.exemples import ARRETE, AVANT, FIGEE, brouillon, edition, vue

ETAT = Etat("2016-12-31", date(2017, 3, 31), date(2017, 1, 20), alertes=0, desaccords=0)
BONNE = vue(arrete=ARRETE.nom)


def phrases(composition, etat=ETAT, gravite=None):
    lignes = controler(composition, etat)
    return " ".join(ligne.phrase for ligne in lignes if gravite in (None, ligne.gravite)).replace(
        "\u00a0", " "
    )


def composer(*vues, refus=None, **autre):
    return Composition(brouillon(*vues, **autre), (), refus or {})


def test_une_edition_prete_n_a_que_ses_masques_a_regarder():
    composition = composer(BONNE)
    a_voir = phrases(composition, gravite=Gravite.A_VOIR)
    assert a_voir.startswith("2 cases masquées dans 1 vue : Dijon reçoit")
    assert "à jour" in phrases(composition, gravite=Gravite.BON)
    assert figeable(controler(composition, ETAT))


@pytest.mark.parametrize(
    ("composition", "etat", "dit"),
    [
        (composer(vue(arrete="2016-09-30")), ETAT, "1 vue vient d’un autre arrêté"),
        (composer(BONNE), replace(ETAT, dernier="2017-03-31"), "plus récent est publié"),
        (composer(BONNE), replace(ETAT, alertes=12), "12 points sont à réparer"),
        (composer(BONNE), replace(ETAT, desaccords=1), "1 chiffre publié se contredit"),
        (composer(vue(commentaire=" ")), ETAT, "1 vue est sans commentaire"),
        (composer(vue(commentaire="Soit 4 567.")), ETAT, "cite 4 567, que la vue ne montre pas"),
        (
            composer(BONNE, arrete=replace(ARRETE, demonstration=False), comparaison=None),
            replace(ETAT, aujourd_hui=date(2017, 5, 2)),
            "l’arrêté du 31/03/2017 était attendu",
        ),
    ],
)
def test_ce_qui_est_a_voir_est_dit(composition, etat, dit):
    assert dit in phrases(composition, etat, Gravite.A_VOIR)
    assert figeable(controler(composition, etat))


def test_une_vue_refusee_ou_une_edition_vide_ne_se_fige_pas():
    refusee = composer(BONNE, refus={"v2": "Cette analyse repose sur les dossiers."})
    vide = Composition(replace(brouillon(), vues=()), (), {})
    for composition in (refusee, vide):
        assert not figeable(controler(composition, ETAT))
        with pytest.raises(FigerImpossible):
            figer_edition(composition, FIGEE)
    assert "profil financeur : Cette analyse" in phrases(refusee, gravite=Gravite.BLOQUANT)


@pytest.mark.parametrize(
    ("texte", "etrangers"),
    [
        ("381 entrées sur 1\u202f585, soit 66,8 %", ()),
        ("En 2016, 3 réunions", ()),
        ("382 entrées", ("382",)),
        ("12,5 % et 381", ("12,5",)),
        ("le 31/12/2016", ()),
    ],
)
def test_les_nombres_que_la_vue_ne_montre_pas(texte, etrangers):
    assert nombres_etrangers(vue(commentaire=texte, notes="")) == etrangers


def test_les_vues_reglees_existent():
    assert set(lire_reglages().vues) <= set(PLANCHES)


def test_des_donnees_reelles_ne_se_montrent_qu_a_qui_les_voit():
    inventee = edition(BONNE)
    reelle = edition(BONNE, arrete=replace(ARRETE, demonstration=False))
    comparee = edition(BONNE, comparaison=replace(AVANT, demonstration=False))
    ailleurs = edition(vue(arrete="2016-06-30"))
    assert est_inventee(inventee)
    assert est_visible(inventee, "financeur", reel=False)
    for une in (reelle, comparee, ailleurs):
        assert not est_visible(une, "financeur", reel=False)
        assert est_visible(une, "financeur", reel=True)
    assert not est_visible(inventee, "maire", reel=True)
