"""The projection in the JSON of a request: its keys, and when there is one."""

import json
from datetime import date

import pytest

from plie_metrics.calcul.lot import preparer
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.demande import projections
from plie_metrics.periodes import Periode
from tests.objectifs.fabrique_suivi import plie

JUIN = date(2016, 6, 30)
CLES = (
    *("valeur", "bas80", "haut80", "bas95", "haut95", "probabilite"),
    *("trajectoire", "rythme_necessaire", "rythme_recent"),
)


@pytest.fixture(scope="module")
def demander():
    objectifs = ({"indicateur": "entrees", "cible": 130.0},)
    tables = plie(JUIN, lambda _: 10, lambda _: 8, objectifs=objectifs)
    donnees = preparer(JUIN, tables)

    def _demander(du, au, filtres=Filtres()):  # noqa: B008
        return projections(donnees, tables["parcours"], Periode(du, au), filtres)

    return _demander


def test_les_cles_du_contrat(demander):
    reponse = demander(date(2016, 1, 1), JUIN)
    assert list(reponse) == ["entrees"]
    assert tuple(reponse["entrees"]) == CLES
    trajectoire = reponse["entrees"]["trajectoire"]
    assert trajectoire["lineaire"] == pytest.approx(130 * 182 / 366)
    assert [mois["mois"] for mois in trajectoire["mois"]][::11] == ["2016-01", "2016-12"]
    assert json.loads(json.dumps(reponse, allow_nan=False)) == reponse


@pytest.mark.parametrize(
    ("du", "au", "filtres"),
    [
        (date(2016, 1, 1), date(2016, 5, 31), Filtres()),  # ends before the arrêté
        (date(2015, 7, 1), JUIN, Filtres()),  # goes beyond the objective's period
        (date(2016, 1, 1), JUIN, Filtres(commune=("21231",))),  # not the objective's perimeter
    ],
)
def test_quand_il_n_y_en_a_pas(demander, du, au, filtres):
    assert demander(du, au, filtres) == {}


def test_sur_une_partie_de_la_periode_elle_reste_celle_de_l_objectif(demander):
    entiere = demander(date(2016, 1, 1), JUIN)
    assert demander(date(2016, 4, 1), JUIN) == entiere
