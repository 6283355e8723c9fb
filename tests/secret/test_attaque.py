"""The attacker of `attaque` is able: it finds what a careless mask leaves open."""

from plie_metrics.periodes import annee
from tests.secret.attaque import Recolte, _determinees

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


def recolte(**connues):
    """A harvest of these figures alone: « commune » 21166, its quarter « qpv », reasons."""
    faite = object.__new__(Recolte)
    faite.connues = {
        (nom.split("__")[0], AN, frozenset(paires)): valeur
        for nom, (valeur, *paires) in connues.items()
    }
    return faite


def test_une_commune_moins_son_quartier_est_une_soustraction():
    commune, quartier = ("commune", "21166"), ("qpv", "QP021002")
    for ailleurs, trouve in ((3, 1), (11, 0), (0, 0)):
        faite = recolte(entrees__c=(20 + ailleurs, commune), entrees__q=(20, quartier))
        assert len(faite.restes({"21166": ("QP021002",)}, (), 11)) == trouve


def test_les_autres_motifs_moins_les_neutres_aussi():
    autres = ("motif_sortie", "autres")
    for combien, trouve in ((12, 1), (10, 0), (21, 0)):
        faite = recolte(sorties=(60,), non_neutres=(50,), sorties__a=(combien, autres))
        assert len(faite.restes({}, ("sante",), 11)) == trouve


def test_un_motif_neutre_montre_a_part_compte_avec_les_autres():
    autres, retraite = ("motif_sortie", "autres"), ("motif_sortie", "retraite")
    faite = recolte(sorties=(60,), non_neutres=(45,), sorties__a=(15, autres))
    assert faite.restes({}, ("retraite",), 11) == set()
    faite.connues["sorties", AN, frozenset({retraite})] = 3
    assert len(faite.restes({}, ("retraite",), 11)) == 1
