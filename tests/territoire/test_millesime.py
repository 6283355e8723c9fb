"""The outlines of one day: mergers drawn whole, official perimeters first."""

from datetime import date
from itertools import pairwise

import pytest

from plie_metrics.territoire.contours import fondre
from plie_metrics.territoire.millesime import contours_au
from plie_metrics.territoire.officiel import Perimetre
from tests.planches.fabrique import territoire
from tests.territoire.fabrique import carre, commune

GAUCHE = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
DROITE = ((1, 0), (2, 0), (2, 1), (1, 1), (1, 0))


def aire(anneau):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(anneau))) / 2


def test_deux_voisines_fondues_perdent_leur_frontiere():
    (anneau,) = fondre([GAUCHE, DROITE])
    assert anneau[0] == anneau[-1]
    assert set(anneau) == {*GAUCHE, *DROITE}
    assert aire(anneau) == 2
    frontiere = {frozenset(((1, 0), (1, 1)))}
    assert not frontiere & {frozenset(arete) for arete in pairwise(anneau)}


def test_des_anneaux_sans_sommet_commun_restent_a_part():
    loin = tuple((x + 5, y) for x, y in GAUCHE)
    assert len(fondre([GAUCHE, loin])) == 2


def test_ce_qui_ne_se_referme_pas_n_est_pas_fondu():
    coin = ((1, 1), (2, 1), (2, 2), (1, 2), (1, 1))  # shares one vertex, no edge
    assert fondre([GAUCHE, coin]) is None


@pytest.mark.parametrize(
    ("quand", "combien", "nom"),
    [
        (date(2016, 12, 31), 24, "Neuilly-lès-Dijon"),
        (date(2019, 2, 27), 24, "Neuilly-lès-Dijon"),
        (date(2019, 2, 28), 23, "Neuilly-Crimolois"),
        (date(2024, 1, 1), 23, "Neuilly-Crimolois"),
    ],
)
def test_le_code_21452_designe_deux_communes(quand, combien, nom):
    contours = territoire().contours_au(quand)
    assert len(contours) == combien
    assert [c.nom for c in contours if c.insee == "21452"] == [nom]


def test_neuilly_crimolois_est_la_reunion_des_deux():
    avant = {c.nom: aire(c.points) for c in territoire().contours_au(date(2016, 12, 31))}
    apres = {c.nom: aire(c.points) for c in territoire().contours_au(date(2020, 1, 1))}
    reunion = avant["Neuilly-lès-Dijon"] + avant["Crimolois"]
    assert apres["Neuilly-Crimolois"] == pytest.approx(reunion)
    assert sum(apres.values()) == pytest.approx(sum(avant.values()))


def test_un_perimetre_officiel_passe_devant_pour_sa_commune_seule():
    communes = (commune("1", "Alpha"), commune("2", "Beta"))
    contours = (carre("1", 5.0, 47.3), carre("2", 5.1, 47.3))
    nommes = tuple(
        type(c)(c.insee, nom, c.points) for c, nom in zip(contours, ("Alpha", "Beta"), strict=True)
    )
    officiel = Perimetre("1", "Alpha", (GAUCHE, DROITE))
    autre = Perimetre("2", "Un autre nom", (GAUCHE,))
    lus = contours_au(nommes, (officiel, autre), communes, date(2016, 1, 1))
    assert [(c.insee, c.points) for c in lus] == [
        ("1", GAUCHE),
        ("1", DROITE),
        ("2", nommes[1].points),
    ]
