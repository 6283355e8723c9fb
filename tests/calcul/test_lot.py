"""A whole request: refusals, objectives, JSON to the letter."""

from datetime import date

import pytest

from plie_metrics.calcul.lot import PeriodeHorsDonnees, preparer, repondre
from plie_metrics.calcul.registre import RECETTES
from plie_metrics.calcul.reponse import en_json
from plie_metrics.catalogue import charger
from plie_metrics.filtres import FiltreInconnu, Filtres
from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait, tables
from tests.calcul.gestes import ANNEE

ARRETE = date(2016, 12, 31)
DONNEES = preparer(
    ARRETE,
    tables(
        extrait(
            participants=[{"sexe": "F"}, {"sexe": "H", "qpv": "QP021001"}],
            parcours=[{"participant_id": "P1"}, {"participant_id": "P2"}],
            objectifs=[{"cible": 4.0}],
        )
    ),
    {"commune": ("21617",)},
)
CHIFFRES = {
    *("valeur", "numerateur", "denominateur", "objectif", "objectif_prorata"),
    *("taux_realisation", "projection", "masque", "motif"),
}


def json_de(*dims: str, periode: Periode = ANNEE, **filtres: tuple[str, ...]):
    lot = repondre(DONNEES, periode, Filtres(**filtres), dims)
    return en_json(ARRETE, lot, "coordination")


def test_every_indicator_of_the_catalogue_has_its_recipe():
    assert set(RECETTES) == set(charger())


def test_the_keys_are_those_of_the_contract():
    reponse = json_de(sexe=("F",))
    assert list(reponse) == ["arrete", "du", "au", "filtres", "profil", "seuil", "indicateurs"]
    assert (reponse["arrete"], reponse["du"], reponse["au"]) == (
        "2016-12-31",
        "2016-01-01",
        "2016-12-31",
    )
    assert reponse["filtres"] == {"sexe": ["F"]}
    assert list(reponse["indicateurs"]) == list(charger())
    assert all(set(chiffre) == CHIFFRES for chiffre in reponse["indicateurs"].values())


def test_the_objective_and_the_rate_of_realisation():
    entrees = json_de()["indicateurs"]["entrees"]
    assert (entrees["valeur"], entrees["objectif"], entrees["taux_realisation"]) == (2, 4, 0.5)
    partie = json_de(periode=Periode(date(2016, 1, 1), date(2016, 1, 31)))["indicateurs"]["entrees"]
    assert (partie["objectif"], partie["taux_realisation"]) == (None, None)
    assert partie["objectif_prorata"] == pytest.approx(4 * 31 / 366)
    filtree = json_de(sexe=("F",))["indicateurs"]["entrees"]
    assert (filtree["valeur"], filtree["objectif"]) == (1, None)
    assert filtree["motif"] == "Aucun objectif n’est fixé pour ces filtres."


def test_one_dimension_and_two():
    une = json_de("qpv")["ventilation"]
    assert une["dimensions"] == ["qpv"]
    assert une["indicateurs"]["entrees"] == {
        "additif": True,
        "modalites": {
            nom: {"valeur": 1, "numerateur": None, "denominateur": None, "masque": None}
            for nom in ("QP021001", "hors_qpv")
        },
    }
    deux = json_de("sexe", "qpv")["ventilation"]["indicateurs"]["entrees"]["modalites"]
    assert {cle: list(cellules) for cle, cellules in deux.items()} == {
        "F": ["hors_qpv"],
        "H": ["QP021001"],
    }


def test_a_period_beyond_the_arrete_is_refused():
    with pytest.raises(PeriodeHorsDonnees, match="après l’arrêté du 31/12/2016"):
        json_de(periode=Periode(date(2016, 1, 1), date(2017, 1, 1)))


def test_an_unknown_value_of_a_filter_is_refused_with_the_nearest():
    with pytest.raises(FiltreInconnu, match=r"commune : « 2123 » est inconnu .* : 21231"):
        json_de(commune=("2123",))
    with pytest.raises(FiltreInconnu, match="référent"):
        json_de(referent=("R9",))


def test_a_commune_of_the_territory_where_nobody_lives_counts_zero():
    assert json_de(commune=("21617",))["indicateurs"]["entrees"]["valeur"] == 0


def test_only_the_indicators_asked_for():
    lot = repondre(DONNEES, ANNEE, Filtres(), (), ["file_active", "entrees"])
    assert list(lot.mesures) == ["file_active", "entrees"]
