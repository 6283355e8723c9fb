"""Findings computed from hand-made figures, then from the report of 2016."""

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.presentation.territoire import constats, precisions
from plie_metrics.territoire.indicateurs import INDICATEURS, repartition
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.participation import participations
from tests.territoire.fabrique import (
    chiffre,
    quartier,
    rapport,
    rapport_communes,
    referentiel,
)


def ensemble_de(**effectifs):
    lignes = [chiffre("communes", n, {"commune": c[1:]}, "Nombre") for c, n in effectifs.items()]
    return participations(rapport(*lignes), referentiel())


def test_une_seule_commune_depasse():
    """Alpha: 20 for 1 000; Gamma: 50 for 5 000, the reference."""
    phrase = constats.constat(ensemble_de(_1=20, _3=50))
    assert phrase == "Participants par habitant : Alpha a 2,0 fois le taux de Gamma"


def test_plusieurs_communes_depassent_de_la_plus_forte_a_la_moins_forte():
    phrase = constats.constat(ensemble_de(_1=20, _2=60, _3=61))
    assert phrase == "Participants par habitant : Alpha et Beta ont 1,2 à 1,6 fois le taux de Gamma"


def test_quand_rien_n_est_remarquable_le_constat_le_dit():
    phrase = constats.constat(ensemble_de(_1=10, _2=40, _3=50))
    assert phrase.startswith("Aucune commune détaillée ne dépasse nettement Gamma")


@pytest.mark.parametrize(
    ("ecart", "attendu"),
    [
        (0.93, "93\u202f% de plus que la moyenne de la métropole"),
        (-0.65, "65\u202f% de moins que la moyenne de la métropole"),
        (-0.005, "dans la moyenne de la métropole"),
        (None, "sans moyenne à laquelle les comparer"),
    ],
)
def test_l_ecart_se_dit_en_mots(ecart, attendu):
    assert constats.ecart_en_mots(ecart) == attendu


def test_le_groupe_parle_au_pluriel():
    ensemble = participations(rapport_communes(), referentiel())
    phrase = constats.constat_commune(ensemble.autres, ensemble)
    assert phrase.startswith("Les 2 autres communes comptent ensemble 1,1 participants")


def test_des_parts_qui_pourraient_etre_celles_de_tous_ne_prouvent_rien():
    publie = rapport(
        chiffre("qpv_accompagnes", 24, {}, identifiant="ra2016.qpv_accompagnes.part"),
        chiffre("qpv_accompagnes", 20, {"qpv": "QP1"}),
    )
    phrase = precisions.precision_quartiers(
        repartition(publie, referentiel(), INDICATEURS[0]), publie
    )
    assert "notre lecture, car le rapport ne dit pas la base de ces parts." in phrase


def test_un_quartier_sans_chiffre_le_dit():
    assert constats.constat_quartier(quartier(), []) == (
        "Le Haut, QPV de Alpha : aucun chiffre publié"
    )


def test_les_constats_de_2016(rapport):
    territoire = lire_territoire(TERRITOIRE)
    ensemble = participations(rapport, territoire)
    lues = [repartition(rapport, territoire, quoi) for quoi in INDICATEURS]
    assert constats.constat(ensemble) == (
        "Participants par habitant : Talant, Longvic, Chenôve et Quetigny ont 1,6 à 1,9 fois le "
        "taux de Dijon"
    )
    assert [constats.titre_quartiers(lue, rapport) for lue in lues] == [
        "24\u202f% des participants habitent un QPV, où vivent 8\u202f% des habitants",
        "Candidats (clauses) : 63 en QPV et 4 en quartier de veille",
        "Salariés (clauses) : 49 en QPV et 3 en quartier de veille",
        "Sorties positives (clauses) : 14 en QPV et 1 où QPV et veille ne sont pas séparés",
    ]
    assert constats.constat_quartier(territoire.quartier("QP021006"), lues) == (
        "Le Belvédère, QPV de Talant : 10\u00a0candidats et 9\u00a0salariés"
    )


def test_les_reserves_de_2016(rapport):
    territoire = lire_territoire(TERRITOIRE)
    ensemble = participations(rapport, territoire)
    quartiers = territoire.quartiers_au(ensemble.quand)
    lues = [repartition(rapport, territoire, quoi) for quoi in INDICATEURS]
    parts = precisions.precision_quartiers(lues[0], rapport)
    assert parts.startswith(
        "Répartition des participants des QPV : notre lecture, car 40 + 22 + 8 = 70\u202f% ne peut "
        "pas être une part de tous les participants, dont 24\u202f% habitent un QPV."
    )
    assert "à titre indicatif" in parts
    assert "52\u00a0salariés « des quartiers prioritaires » : trois habitent" in (
        precisions.precision_quartiers(lues[2], rapport)
    )
    assert "Le Bief du Moulin (QPV) et Longvic Guynemer (veille)" in precisions.explication(lues)
    non_places = precisions.non_places(ensemble, quartiers)
    assert "réunit 19 communes" in non_places
    assert "Daix, Fénay, Flavignerot" in non_places  # an accent does not send a name to the end
    assert "cité et non placé : Longvic Guynemer" in non_places
    # 4 887 + 7 466 + 4 333 + 1 192 + 2 576 = 20 454 of 251 897
    assert "8,1\u202f% des habitants" in precisions.poids_des_qpv(rapport, ensemble, quartiers)
    for source in ("INSEE", "DGCL", "ANCT", "IGN GEOFLA 2.2 2016, Licence Ouverte"):
        assert source in precisions.CREDITS
