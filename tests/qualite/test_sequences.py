"""Impossible or unlikely sequences, one rule at a time."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from tests.qualite.exemples import etapes, parcours, participants, rapport, table, trouves


def _codes(**tables: pd.DataFrame) -> dict[str, list[str]]:
    return trouves(rapport({"participants": participants("P1"), **tables}), "")


SAIN = {"participants": participants("P1"), "parcours": parcours({})}


def test_un_extrait_sain_ne_reproche_rien() -> None:
    assert trouves(rapport(SAIN), "") == {}


@pytest.mark.parametrize(
    ("ligne", "code"),
    [
        ({"date_sortie": "2015-01-01", "motif_sortie": "deces"}, "sortie_avant_entree"),
        ({"date_sortie": "2016-01-01"}, "sortie_et_motif"),
        ({"motif_sortie": "deces"}, "sortie_et_motif"),
        ({"date_saisie_entree": "2015-05-31"}, "saisie_avant_entree"),
        (
            {
                "date_sortie": "2016-02-02",
                "motif_sortie": "deces",
                "date_saisie_sortie": "2016-02-01",
            },
            "saisie_avant_sortie",
        ),
        (
            {
                "date_sortie": "2016-02-02",
                "motif_sortie": "emploi_cdi",
                "situation_sortie": "recherche",
            },
            "situation_contraire_au_motif",
        ),
        (
            {
                "date_sortie": "2016-02-02",
                "motif_sortie": "formation_qualifiante",
                "situation_sortie": "emploi",
            },
            "situation_contraire_au_motif",
        ),
    ],
)
def test_parcours(ligne: Mapping[str, Any], code: str) -> None:
    assert _codes(parcours=parcours(ligne)) == {code: ["A"]}


@pytest.mark.parametrize(
    ("naissance", "attendu"),
    [
        (1999, {}),
        (2000, {"age_inhabituel": ["P1"]}),
        (1951, {}),
        (1950, {"age_inhabituel": ["P1"]}),
    ],
)
def test_age_a_l_entree(naissance: int, attendu: dict[str, list[str]]) -> None:
    lu = rapport(
        {"participants": participants("P1", annee_naissance=naissance), "parcours": parcours({})}
    )
    assert trouves(lu, "age") == attendu


@pytest.mark.parametrize(
    ("lignes", "simultanes"),
    [
        ([("2015-01-01", "2015-12-31"), ("2015-12-31", None)], []),  # same day: one after another
        ([("2015-01-01", "2015-12-31"), ("2015-12-30", None)], ["B"]),
        ([("2015-01-01", None), ("2016-01-01", "2016-02-01")], ["B"]),
        # the second is over, the first still covers the third
        ([("2015-01-01", None), ("2015-02-01", "2015-03-01"), ("2016-01-01", None)], ["B", "C"]),
    ],
)
def test_deux_parcours_en_meme_temps(
    lignes: list[tuple[str, str | None]], simultanes: list[str]
) -> None:
    suivis = [
        {"date_entree": du, "date_sortie": au, "motif_sortie": au and "deces"} for du, au in lignes
    ]
    assert _codes(parcours=parcours(*suivis)).get("parcours_simultanes", []) == simultanes


@pytest.mark.parametrize(
    ("ligne", "attendu"),
    [
        ({"date_debut": "2016-02-01", "date_fin": "2016-01-31"}, ["etape_finie_avant_son_debut"]),
        ({"date_debut": "2015-05-31"}, ["etape_avant_entree"]),
        ({"date_debut": "2016-11-02"}, ["etape_apres_sortie"]),
        ({"date_debut": "2016-11-01"}, []),
        (
            {
                "type_etape": "cdd_moins_6_mois",
                "date_debut": "2016-01-01",
                "date_fin": "2016-07-01",
            },
            ["cdd_court_trop_long"],
        ),
        (
            {
                "type_etape": "cdd_moins_6_mois",
                "date_debut": "2016-01-01",
                "date_fin": "2016-06-30",
            },
            [],
        ),
        (
            {
                "type_etape": "cdd_6_mois_et_plus",
                "date_debut": "2016-01-01",
                "date_fin": "2016-06-29",
            },
            ["cdd_long_trop_court"],
        ),
        (
            {
                "type_etape": "cdd_6_mois_et_plus",
                "date_debut": "2016-01-01",
                "date_fin": "2016-06-30",
            },
            [],
        ),
        ({"type_etape": "cdd_6_mois_et_plus", "date_debut": "2016-01-01"}, []),
        (  # closed by the exit of 1 November
            {
                "type_etape": "cdd_6_mois_et_plus",
                "date_debut": "2016-09-01",
                "date_fin": "2016-11-01",
            },
            [],
        ),
    ],
)
def test_etapes(ligne: Mapping[str, Any], attendu: list[str]) -> None:
    sorti = parcours({"date_sortie": "2016-11-01", "motif_sortie": "deces"})
    assert _codes(parcours=sorti, etapes=etapes(ligne)) == {code: ["E0"] for code in attendu}


def test_entretiens_hors_du_parcours() -> None:
    sorti = parcours({"date_sortie": "2016-11-01", "motif_sortie": "deces"})
    dates = ["2015-05-31", "2015-06-01", "2016-11-01", "2016-11-02"]
    entretiens = table(
        *({"entretien_id": str(n), "parcours_id": "A", "date": d} for n, d in enumerate(dates))
    )
    assert _codes(parcours=sorti, entretiens=entretiens) == {"entretien_hors_parcours": ["0", "3"]}


def test_les_regles_de_tout_extrait() -> None:
    codes = _codes(
        parcours=parcours(
            {"participant_id": "P9"}, {"date_entree": "2017-01-01"}, {"parcours_id": "A"}
        ),
        etapes=etapes(
            {"date_debut": "2017-02-01", "heures_hebdo": -1.0},
            {"parcours_id": "Z", "date_debut": "2016-02-01", "heures_hebdo": 200.0},
            {"date_debut": "2016-02-01", "heures_hebdo": None},
        ),
    )
    assert {
        code: noms for code, noms in codes.items() if code.startswith(("cle", "ref", "ap", "h"))
    } == {
        "cle_en_double_parcours": ["A", "A"],
        "reference_inconnue_parcours_participant_id": ["A"],
        "reference_inconnue_etapes_parcours_id": ["E1"],
        "apres_arrete_parcours_date_entree": ["B"],
        "apres_arrete_etapes_date_debut": ["E0"],
        "hors_bornes_etapes_heures_hebdo": ["E0", "E1"],
    }
