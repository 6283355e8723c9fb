"""The extract beside the previous snapshot: the right one, and what is unusual."""

from datetime import date

import pytest

from plie_metrics.importation.comparaison import Comparaison, EcartTable
from plie_metrics.periodes import Periode
from plie_metrics.presentation.donnees import comparaison
from plie_metrics.presentation.donnees.comparaison import Mouvement, Mouvements, precedent
from tests.fabrique import indicateur
from tests.pages.arretes import tables
from tests.presentation.donnees.test_liste import entree

MARS, JUIN, DECEMBRE = date(2016, 3, 31), date(2016, 6, 30), date(2016, 12, 31)


def test_le_precedent_est_le_plus_proche_arrete_reel():
    mars, juin, decembre = entree(MARS), entree(JUIN), entree(DECEMBRE)
    demo = entree(JUIN, demonstration=True)
    assert precedent((mars, juin, decembre), date(2016, 9, 30)) is juin
    assert precedent((mars, juin), JUIN) is juin
    assert precedent((juin, decembre), MARS) is juin
    assert precedent((mars, demo), date(2016, 9, 30)) is mars
    assert precedent((demo,), date(2016, 9, 30)) is demo
    assert precedent((), MARS) is None


def mouvement(avant, apres, nom="entrees"):
    return Mouvement(indicateur(nom), avant, apres, apres)


@pytest.mark.parametrize(
    ("avant", "apres", "nom", "attendu"),
    [
        (100.0, 104.0, "entrees", False),
        (100.0, 106.0, "entrees", True),
        (10.0, 12.0, "entrees", False),  # two units are no event
        (0.0, 3.0, "entrees", True),
        (0.40, 0.41, "part_femmes", False),
        (0.40, 0.43, "part_femmes", True),
        (10.0, None, "entrees", True),
        (None, 10.0, "entrees", False),
    ],
)
def test_l_inhabituel_est_ce_qu_un_mois_ordinaire_n_explique_pas(avant, apres, nom, attendu):
    assert mouvement(avant, apres, nom).inhabituel is attendu


def test_la_meme_periode_se_compare_des_deux_cotes():
    avant, apres = tables(), tables()
    apres["parcours"] = apres["parcours"].iloc[1:]
    mouvements = comparaison.comparer_indicateurs(avant, date(2016, 11, 30), apres, DECEMBRE)
    assert mouvements.periode == Periode(date(2016, 1, 1), date(2016, 11, 30))
    sorties = next(m for m in mouvements.lignes if m.indicateur.id == "sorties")
    assert (sorties.avant, sorties.apres, sorties.maintenant, sorties.ecart) == (1, 0, 0, -1)


def test_le_titre_et_les_phrases_disent_ce_qui_bouge():
    lignes = Comparaison("2016-11-30", (EcartTable("parcours", 9, 5, 0, 4, {}, ("a disparu.",)),))
    calme = Comparaison("2016-11-30", (EcartTable("parcours", 9, 9, 0, 0),))
    mouvements = Mouvements(Periode(MARS, JUIN), JUIN, (mouvement(100.0, 50.0),))
    immobile = Mouvements(Periode(MARS, JUIN), JUIN, (mouvement(100.0, 100.0),))
    assert comparaison.titre_comparaison(calme, immobile) == (
        "Rien d’inhabituel par rapport à l’arrêté 2016-11-30"
    )
    assert comparaison.titre_comparaison(lignes, mouvements).replace("\u00a0", " ") == (
        "À regarder avant de publier : 1 indicateur inhabituel et 1 signal sur les lignes"
    )
    assert comparaison.phrases_comparaison(lignes, mouvements) == [
        "parcours : a disparu.",
        "Entrées : 100 selon l’arrêté 2016-11-30, 50 selon l’extrait sur la même période.",
    ]
    assert comparaison.resume_comparaison(lignes, mouvements).replace("\u00a0", " ") == (
        "0 ligne ajoutée, 4 disparues ; 1 indicateur change, sur 1, du 31/03/2016 au 30/06/2016."
    )
    ligne = comparaison.tableau_indicateurs(mouvements, "2016-11-30").lignes[0]
    assert ligne[1:5] == ("100", "50", "−50", "inhabituel")
    assert comparaison.tableau_tables(lignes).lignes == (("parcours", 9, 5, 0, 4, ""),)
