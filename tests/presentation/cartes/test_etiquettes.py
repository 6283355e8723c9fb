"""Boxes and labels: pure geometry."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cadre import Cadre
from plie_metrics.presentation.cartes.cercles import Cercle
from plie_metrics.presentation.cartes.etiquettes import (
    Ancre,
    encombrement,
    nommer_cercles,
    nommer_communes,
)
from plie_metrics.presentation.cartes.lieux import Etat, Lieu, Nature

CADRE = Cadre(600, 500, 5.0, 47.3, 10)
CARRE = ((100, 100), (300, 100), (300, 300), (100, 300), (100, 100))


def cercle(x, y, r, texte="Nom 12"):
    lieu = Lieu("QP1", "Nom", Nature.QPV, Etat.VALEUR, 1.0, 1.0, "1", "1 personne", (5, 47))
    return Cercle(lieu, (5, 47), (x, y), r, texte)


@pytest.mark.parametrize(
    ("autre", "attendu"),
    [
        (Boite(10, 0, 20, 10), True),
        (Boite(20, 0, 20, 10), False),  # they share an edge, no area
        (Boite(0, 11, 20, 10), False),
        (Boite(19, 9, 20, 10), True),
    ],
)
def test_deux_boites_se_chevauchent_ou_non(autre, attendu):
    boite = Boite(0, 0, 20, 10)
    assert boite.chevauche(autre) is autre.chevauche(boite) is attendu


@pytest.mark.parametrize(
    ("centre", "rayon", "attendu"),
    [
        ((0, 0), 1, True),
        ((13, 0), 4, True),
        ((13, 0), 2, False),
        ((13, 9), 5.1, True),
        ((13, 9), 4.9, False),
    ],
)
def test_une_boite_couvre_un_cercle_ou_non(centre, rayon, attendu):
    assert Boite(0, 0, 20, 10).touche(centre, rayon) is attendu


@settings(deadline=None)  # a loaded machine is not a wrong answer
@given(st.floats(-40, 40), st.floats(-40, 40), st.floats(0.5, 30))
def test_couvrir_un_cercle_par_une_seconde_methode(x, y, r):
    """The oracle: is any point of a fine grid of the box inside the disc?"""
    boite = Boite(0, 0, 20, 10)
    grille = [(i / 2, j / 2) for i in range(-20, 21) for j in range(-10, 11)]
    couvert = any((px - x) ** 2 + (py - y) ** 2 < r**2 for px, py in grille)
    assert boite.touche((x, y), r) or not couvert
    assert not boite.touche((x, y), r) or boite.touche((x, y), r + 0.2)
    if boite.touche((x, y), r - 0.3):
        assert couvert


def test_une_etiquette_se_met_a_droite_puis_a_gauche():
    seul, voisin = cercle(100, 100, 10), cercle(160, 100, 10)
    (a_droite,) = nommer_cercles([seul], CADRE)
    assert a_droite.alignement == -1
    assert a_droite.boite.x - a_droite.boite.largeur / 2 == pytest.approx(113)
    a_gauche = nommer_cercles([seul, voisin], CADRE)[0]
    assert a_gauche.alignement == 1
    assert a_gauche.boite.x + a_gauche.boite.largeur / 2 == pytest.approx(87)


def test_une_etiquette_sans_place_est_omise():
    bord = cercle(8, 8, 8, "Un nom beaucoup trop long pour tenir dans ce tout petit cadre 12")
    assert nommer_cercles([bord], Cadre(60, 40, 5, 47, 10)) == ()


def test_une_commune_se_nomme_en_son_centre_ou_a_cote_du_cercle():
    ancre = Ancre("Alpha\n6,0", (200, 200), CARRE, "#12436D")
    (centre,) = nommer_communes([ancre], [], [], CADRE)
    assert (centre.boite.x, centre.boite.y, centre.fond) == (200, 200, "#12436D")
    gene = cercle(200, 200, 25)
    (ecartee,) = nommer_communes([ancre], [gene], [], CADRE)
    assert ecartee.fond == "#12436D"
    assert not ecartee.boite.touche(gene.centre, gene.rayon)


def test_a_cheval_une_etiquette_a_son_propre_fond():
    petite = tuple((x / 5 + 200, y / 5 + 200) for x, y in CARRE)
    (etiquette,) = nommer_communes(
        [Ancre("Alpha-la-Longue", (240, 240), petite, "#1")], [], [], CADRE
    )
    assert etiquette.fond == ""


def test_l_encombrement_suit_la_plus_longue_ligne():
    assert encombrement("abcd\nef")[0] == encombrement("abcd")[0]
    assert encombrement("abcd\nef")[1] > encombrement("abcd")[1]
