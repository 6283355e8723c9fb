"""Sorties: counts, the two rates, and the duration."""

from datetime import date

import pytest

from plie_metrics.periodes import Periode
from plie_metrics.schema import MOTIFS_SORTIE
from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, suivi, valeur, valeurs


def sortie(motif: str, jour: date = date(2016, 6, 1), **autres):
    return {
        "date_entree": date(2015, 6, 1),
        "date_sortie": jour,
        "motif_sortie": motif,
        **autres,
    }


def test_the_first_and_the_last_day_count():
    bords = [date(2015, 12, 31), date(2016, 1, 1), date(2016, 12, 31), date(2017, 1, 1)]
    assert valeur("sorties", suivi(*(sortie("autre", jour) for jour in bords))) == 2


def test_each_motive_in_its_class():
    chacun = suivi(*(sortie(motif) for motif in MOTIFS_SORTIE))
    assert valeur("sorties", chacun) == 17
    assert valeur("sorties_positives", chacun) == 7
    brut, net = (mesure(f"taux_sorties_positives_{x}", chacun) for x in ("brut", "net"))
    assert (brut.numerateur, brut.denominateur) == (7, 17)
    assert (net.numerateur, net.denominateur) == (7, 13)


def test_the_example_of_the_report():
    """314 of 729 exits; 23 removals, 49 for health, 2 deaths, 12 retirements left aside."""
    neutres = {"demenagement": 23, "sante": 49, "deces": 2, "retraite": 12}
    lignes = [sortie("emploi_cdi")] * 314 + [sortie("autre")] * (729 - 314 - 86)
    lignes += [sortie(motif) for motif, fois in neutres.items() for _ in range(fois)]
    assert valeur("taux_sorties_positives_brut", suivi(*lignes)) == 314 / 729
    assert valeur("taux_sorties_positives_net", suivi(*lignes)) == 314 / 643


def test_only_neutral_exits_leave_the_net_rate_undefined():
    resultat = mesure("taux_sorties_positives_net", suivi(sortie("deces")))
    assert (resultat.valeur, resultat.numerateur, resultat.denominateur) == (None, 0, 0)
    assert valeur("taux_sorties_positives_brut", suivi(sortie("deces"))) == 0


def test_no_exit_leaves_rates_and_duration_undefined():
    for nom in ("taux_sorties_positives_brut", "duree_moyenne_parcours"):
        assert mesure(nom, extrait()).valeur is None
        assert mesure(nom, extrait()).denominateur == 0


def test_duration_in_months_of_30_4375_days():
    resultat = mesure(
        "duree_moyenne_parcours",
        suivi(
            sortie("autre", date(2016, 5, 31), date_entree=date(2015, 6, 1)),
            sortie("autre", date(2016, 3, 1), date_entree=date(2016, 3, 1)),
            {"date_entree": date(2010, 1, 1)},
        ),
    )
    assert resultat.denominateur == 2
    assert resultat.valeur == pytest.approx(365 / 30.4375 / 2)


def test_the_age_is_that_of_the_year_of_exit():
    jeune = extrait(
        participants=[{"annee_naissance": 1991}], parcours=[sortie("autre", date(2015, 12, 31))]
    )
    deux_ans = Periode(date(2015, 1, 1), date(2016, 12, 31))
    assert valeurs("sorties", jeune, "classe_age", periode=deux_ans) == {"15-24": 1}


def test_a_zero_cell_is_not_listed():
    motifs = suivi(sortie("emploi_cdi"), sortie("autre"))
    assert valeurs("sorties", motifs, "motif_sortie") == {"emploi_cdi": 1, "autre": 1}
    assert valeurs("sorties_positives", motifs, "motif_sortie") == {"emploi_cdi": 1}


def test_a_rate_that_is_zero_is_listed_with_its_parts():
    deux = suivi(
        sortie("emploi_cdi", structure="CESAM"),
        sortie("autre", structure="IFPA"),
    )
    assert valeurs("taux_sorties_positives_brut", deux, "structure") == {"CESAM": 1, "IFPA": 0}
