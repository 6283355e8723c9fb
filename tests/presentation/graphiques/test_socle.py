"""What every chart shares: scales that never run backwards, silence for screen readers."""

import re

import pytest

from plie_metrics.presentation.graphiques.annees import Case, LigneAnnees, annees
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.ecarts import ecarts
from plie_metrics.presentation.graphiques.ecarts_lignes import Cellule, Colonne, LigneEcart
from plie_metrics.presentation.graphiques.panneaux import Panneau, panneaux

LIGNE = LigneEcart("A", False, "↑", 2, 1, 3, (Cellule("2"),))
GRAPHIQUES = {
    "barres": barres([Barre("A", 3, "3 · une étiquette bien longue")]),
    "ecarts": ecarts([LIGNE], (Colonne("réalisé", "2007", 540),), "2007"),
    "annees": annees([LigneAnnees("A", False, (Case(1, "1"),), "+1")], ("2009",), "fin"),
}
SIGNAL = re.compile(r"max\((\d+), width - (\d+)\)")


def etendues(noeud):
    """Every range of a scale, wherever it stands."""
    if isinstance(noeud, dict):
        if isinstance(noeud.get("range"), list) and isinstance(noeud["range"][-1], dict):
            yield noeud["range"]
        noeud = list(noeud.values())
    for enfant in noeud if isinstance(noeud, list) else []:
        yield from etendues(enfant)


@pytest.mark.parametrize("largeur", [0, 120, 683, 1024, 1093, 1280])
@pytest.mark.parametrize("nom", GRAPHIQUES)
def test_aucune_echelle_ne_recule(nom, largeur):
    lues = list(etendues(GRAPHIQUES[nom]["layer"]))
    assert lues != []
    for gauche, droite in lues:
        plancher, retrait = map(int, SIGNAL.fullmatch(droite["expr"]).groups())
        assert max(plancher, largeur - retrait) >= gauche + 60


@pytest.mark.parametrize("nom", GRAPHIQUES)
def test_vega_ne_parle_pas_a_la_place_de_la_page(nom):
    config = GRAPHIQUES[nom]["config"]
    assert config["aria"] is False
    assert config["mark"]["aria"] is False
    assert config["axis"]["aria"] is False


def test_des_lignes_ont_une_hauteur_et_suivent_la_largeur():
    specification = panneaux(("A", "B"), [Panneau("x", (1, 2), ("1", "2"))], pas=30)
    assert specification["height"] == 60
    assert specification["autosize"] == {"type": "fit-x", "contains": "padding"}
    assert barres([], pas=20)["height"] == 20
