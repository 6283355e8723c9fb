"""A row an object, a panel a year."""

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.annees import REMPLI, Case, LigneAnnees, annees


def barres(*cases):
    spec = annees([LigneAnnees("A", False, cases, "+10 %")], ("2009", "2010"), "2009 → 2010")
    couche = next(c for c in spec["layer"] if c["mark"]["type"] == "bar")
    return couche["data"].get("values") or spec["datasets"][couche["data"]["name"]]


def test_les_longueurs_se_comparent_dans_la_ligne_depuis_zero():
    premiere, seconde = barres(Case(5, "5"), Case(10, "10"))
    assert (premiere["depart"], premiere["fin"]) == (0, REMPLI / 2)
    assert (seconde["depart"], seconde["fin"]) == (1, 1 + REMPLI)


def test_ce_qui_est_calcule_est_un_contour():
    imprimee, calculee = barres(Case(5, "5"), Case(6, "6 (calcul)", calcule=True))
    assert imprimee["plein"] == palette.REALISE
    assert calculee["plein"] == "#FFFFFF"
    assert calculee["trait"] == palette.REALISE


def test_une_ligne_de_zeros_n_a_pas_de_longueur():
    assert [b["fin"] - b["depart"] for b in barres(Case(0, "0"), Case(0, "0"))] == [0, 0]
