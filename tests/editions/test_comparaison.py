"""Two editions: what moved, and why."""

from dataclasses import replace
from datetime import date

import pytest

from plie_metrics.editions.comparaison import comparer, en_tableau
from plie_metrics.editions.explication import expliquer, parts_en_tableau
from plie_metrics.editions.modele import ChiffreFige
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.evolution import Arrete, ArretesMalRanges
from plie_metrics.periodes import Periode
from tests.editions.exemples import AN_2016, edition, vue
from tests.pages.arretes import tables

NEUF_MOIS = Periode(date(2016, 1, 1), date(2016, 9, 30))
ENTREES = ChiffreFige("entrees", 1, "0", 0)
TAUX = ChiffreFige("taux_sorties_positives_brut", 1, "40\u202f%", 0.4)


def avant(*chiffres, **autre):
    return edition(vue(**{"chiffres": chiffres, "periode": NEUF_MOIS, **autre}))


def apres(*chiffres, **autre):
    return edition(vue(chiffres=chiffres, **autre))


def ancien():
    """At 30/09: two people, nobody has left, nobody came in 2016."""
    connues = tables()
    deux = connues["parcours"].iloc[:2].assign(date_sortie=None, motif_sortie=None)
    return Arrete(
        NEUF_MOIS.au, {**connues, "parcours": deux.astype({"date_sortie": "datetime64[us]"})}
    )


def nouveau():
    return Arrete(AN_2016.au, tables())


def test_chaque_chiffre_commun_dit_son_ecart():
    ecarts = comparer(
        avant(ENTREES, TAUX),
        apres(replace(ENTREES, texte="1", valeur=1), replace(TAUX, texte="50\u202f%", valeur=0.5)),
    )
    assert [(e.ident, e.texte) for e in ecarts.bouges] == [
        ("entrees", "+1"),
        ("taux_sorties_positives_brut", "+10,0\u00a0points"),
    ]
    assert en_tableau(ecarts.ecarts).textes()[0] == [
        *("Entrées", "0", "du 01/01/2016 au 30/09/2016", "1", "année 2016", "+1"),
    ]


def test_un_chiffre_masque_ne_donne_aucun_ecart():
    masque = ChiffreFige("entrees", 1, "masqué : moins de 5", None, True)
    (ecart,) = comparer(avant(masque), apres(replace(ENTREES, texte="7", valeur=7))).ecarts
    assert (ecart.ecart, ecart.texte) == (None, "")
    assert en_tableau([ecart]).textes()[0][-1] == "non comparable"
    assert expliquer(comparer(avant(masque), apres(ENTREES)), ancien(), nouveau()) == {}


def test_les_filtres_ne_se_melangent_pas_et_les_vues_se_disent():
    dijon = Filtres(commune=("21231",))
    ecarts = comparer(avant(ENTREES), apres(ENTREES, filtres=dijon, titre="À Dijon"))
    assert ecarts.ecarts == ()
    assert ecarts.venues == ("À Dijon",)
    assert ecarts.parties == ("Dijon reçoit 381 des 1 585 entrées",)


def test_l_ecart_se_decompose_quand_les_cas_sont_lisibles():
    ecarts = comparer(avant(ENTREES), apres(replace(ENTREES, texte="1", valeur=1)))
    trouves = expliquer(ecarts, ancien(), nouveau())
    assert parts_en_tableau(trouves).textes() == [["Entrées", "+1", "+1", "0", "0", "0"]]


def test_ce_que_l_ancienne_edition_montrait_autrement_tient_a_la_definition():
    montre = replace(ENTREES, texte="3", valeur=3)
    trouves = expliquer(
        comparer(avant(montre), apres(replace(ENTREES, texte="1", valeur=1))), ancien(), nouveau()
    )
    assert parts_en_tableau(trouves).textes() == [["Entrées", "−2", "+1", "0", "0", "−3"]]


def test_des_periodes_qui_ne_commencent_pas_ensemble_ne_se_decomposent_pas():
    trimestre = Periode(date(2016, 4, 1), NEUF_MOIS.au)
    ecarts = comparer(avant(ENTREES, periode=trimestre), apres(ENTREES))
    assert expliquer(ecarts, ancien(), nouveau()) == {}


def test_des_arretes_dans_le_desordre_sont_refuses():
    inverse = comparer(apres(ENTREES), avant(ENTREES))
    with pytest.raises(ArretesMalRanges):
        expliquer(inverse, nouveau(), ancien())
