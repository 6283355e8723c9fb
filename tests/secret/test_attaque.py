"""The attacker of `attaque` is able: it finds what a careless mask leaves open."""

from plie_metrics.periodes import annee
from tests.secret.attaque import _determinees

AN = annee(2016)


def cle(*paires):
    return "entrees", AN, frozenset(paires)


def test_une_seule_case_cachee_se_retrouve():
    femmes, hommes = cle(("sexe", "F")), cle(("sexe", "H"))
    assert _determinees([femmes], [[(cle(), 1.0), (femmes, -1.0), (hommes, -1.0)]]) == {femmes}


def test_deux_cases_dans_deux_egalites_differentes_se_retrouvent():
    a, b = cle(("sexe", "F")), cle(("sexe", "H"))
    assert _determinees([a, b], [[(a, 1.0), (b, 1.0)], [(a, 1.0), (b, -1.0)]]) == {a, b}


def test_deux_cases_d_une_seule_egalite_ne_se_retrouvent_pas():
    a, b = cle(("sexe", "F")), cle(("sexe", "H"))
    assert _determinees([a, b], [[(a, 1.0), (b, 1.0)]]) == set()
