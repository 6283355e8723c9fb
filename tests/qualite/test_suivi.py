"""Entretiens of the month, référents and their norms, and what surrounds the parcours."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.qualite import Charge, charges
from plie_metrics.qualite.donnees import Donnees
from tests.qualite.exemples import ARRETE, parcours, participants, rapport, table, trouves


def _entretiens(*lignes: tuple[str, str]) -> pd.DataFrame:
    return table(
        *(
            {"entretien_id": str(n), "parcours_id": nom, "date": quand}
            for n, (nom, quand) in enumerate(lignes)
        )
    )


def test_les_personnes_sans_entretien_dans_le_mois() -> None:
    lu = rapport(
        {
            "participants": participants("P1", "P2", "P3", "P4", "P5"),
            "parcours": parcours(
                {"participant_id": "P1"},
                {"participant_id": "P2"},
                {"participant_id": "P3", "date_entree": "2016-11-15"},
                {"participant_id": "P4", "date_sortie": "2016-12-31", "motif_sortie": "deces"},
                {
                    "participant_id": "P5",
                    "date_sortie": "2016-12-20",
                    "motif_sortie": "autre",
                },
                {"participant_id": "P5", "date_entree": "2016-12-20"},
            ),
            "entretiens": _entretiens(
                ("A", "2016-12-01"), ("B", "2016-09-29"), ("E", "2016-12-05")
            ),
        }
    )
    assert trouves(lu, "sans_entretien") == {
        "sans_entretien_du_mois": ["P2", "P3"],  # P5 was met on the other parcours, P4 has left
        "sans_entretien_depuis_trois_mois": ["P2"],  # P3 entered in November
    }
    constat = next(c for c in lu.constats if c.regle.code == "sans_entretien_du_mois")
    assert constat.sur == 4
    assert [cas.detail for cas in constat.cas] == [
        "dernier entretien le 29/09/2016",
        "aucun entretien",
    ]


OBJECTIFS = table(
    {"indicateur": "file_active", "perimetre": "referent", "cible": 4.0},
    {"indicateur": "entrees", "perimetre": "referent", "cible": 3.66},
    {"indicateur": "entrees", "perimetre": "referent:R3", "cible": 1.0},
).assign(debut=pd.Timestamp("2016-01-01"), fin=pd.Timestamp("2016-12-31"))
REFERENTS = table(
    {"referent_id": "R1", "structure": "CESAM", "etp": 1.0, "debut": None, "fin": None},
    {"referent_id": "R2", "structure": "IRFA", "etp": 0.5, "debut": "2016-07-02", "fin": None},
    {"referent_id": "R3", "structure": "IRFA", "etp": 0.5, "debut": None, "fin": None},
    {"referent_id": "R4", "structure": "IRFA", "etp": 1.0, "debut": None, "fin": "2016-06-30"},
)


def _suivis() -> dict[str, pd.DataFrame]:
    lignes = [("R1", "2016-02-01")] + [("R2", "2016-08-01")] * 4 + [("R3", "2016-08-01")]
    return {
        "participants": participants(*(f"P{n}" for n in range(6))),
        "parcours": parcours(
            *(
                {
                    "participant_id": f"P{n}",
                    "referent_id": referent,
                    "structure": "CESAM" if referent == "R1" else "IRFA",
                    "date_entree": entree,
                }
                for n, (referent, entree) in enumerate(lignes)
            )
        ),
        "referents": REFERENTS,
        "objectifs": OBJECTIFS,
    }


def test_la_norme_suit_l_etp_et_le_temps_de_presence() -> None:
    # 2016 has 366 days; R2 came on 2 July: 183 days, half the year
    assert charges(Donnees(_suivis(), ARRETE)) == (
        Charge("R1", "file_active", 1.0, 4.0),
        Charge("R1", "entrees", 1.0, 3.66),
        Charge("R2", "file_active", 4.0, 2.0),
        Charge("R2", "entrees", 4.0, pytest.approx(3.66 * 0.5 * 183 / 366)),
        Charge("R3", "file_active", 1.0, 2.0),
        Charge("R3", "entrees", 1.0, 1.0),
    )


def test_a_mi_periode_la_norme_d_entrees_est_au_prorata() -> None:
    lues = charges(Donnees(_suivis(), date(2016, 7, 1)))
    assert [(c.referent_id, c.norme) for c in lues if c.indicateur == "entrees"] == [
        ("R1", pytest.approx(3.66 * 183 / 366)),
        ("R3", pytest.approx(0.5)),
    ]


def test_les_referents_hors_de_leur_norme() -> None:
    lu = rapport(_suivis())
    assert trouves(lu, "norme") == {
        "norme_file_active_au_dessus": ["R2"],
        "norme_file_active_au_dessous": ["R1", "R3"],
        "norme_entrees_au_dessus": ["R2"],
        "norme_entrees_au_dessous": ["R1"],
    }
    manque = next(c for c in lu.constats if c.regle.code == "norme_file_active_au_dessous")
    assert manque.portee == 3 + 1
    assert manque.cas[0].detail == "1 pour une norme de 4,0"


def test_hors_de_la_periode_des_objectifs_il_n_y_a_pas_de_norme() -> None:
    assert charges(Donnees(_suivis(), date(2017, 1, 31))) == ()
    sans = {nom: t for nom, t in _suivis().items() if nom != "objectifs"}
    assert charges(Donnees(sans, ARRETE)) == ()


def test_la_norme_des_reglages_vaut_ou_l_extrait_n_en_a_pas() -> None:
    normes = {"file_active": 6.0, "entrees": 7.3}
    sans = {nom: t for nom, t in _suivis().items() if nom != "objectifs"}
    lues = charges(Donnees(sans, date(2017, 1, 31), normes))
    # R2 works half time; 31 of the 365 days of 2017 have gone by
    assert {(c.referent_id, c.indicateur): c.norme for c in lues if c.referent_id != "R3"} == {
        ("R1", "file_active"): 6.0,
        ("R1", "entrees"): pytest.approx(7.3 * 31 / 365),
        ("R2", "file_active"): 3.0,
        ("R2", "entrees"): pytest.approx(7.3 * 0.5 * 31 / 365),
    }
    # where the extract has its own, it comes first
    assert charges(Donnees(_suivis(), ARRETE, normes)) == charges(Donnees(_suivis(), ARRETE))


def test_autour_des_parcours() -> None:
    lu = rapport(
        {
            "participants": participants("P1", "P2"),
            "parcours": parcours({"referent_id": "R4"}, {"participant_id": "P1"}),
            "referents": REFERENTS,
            "prescriptions": table(
                {"prescription_id": "1", "suite": "entree", "parcours_id": "A"},
                {"prescription_id": "2", "suite": "entree", "parcours_id": None},
                {"prescription_id": "3", "suite": "refus", "parcours_id": "A"},
                {"prescription_id": "4", "suite": "absence", "parcours_id": None},
            ),
            "clauses_contrats": table(
                {"contrat_id": "C1", "date_debut": "2016-01-15", "date_fin": "2016-03-15"},
                {"contrat_id": "C2", "date_debut": "2016-01-15", "date_fin": None},
                {"contrat_id": "C3", "date_debut": "2016-01-15", "date_fin": "2016-01-14"},
            ),
            "clauses_heures": table(
                {"contrat_id": "C1", "mois": "2015-12-01", "heures": 8.0},
                {"contrat_id": "C1", "mois": "2016-01-01", "heures": 8.0},
                {"contrat_id": "C1", "mois": "2016-03-01", "heures": 8.0},
                {"contrat_id": "C1", "mois": "2016-04-01", "heures": 8.0},
                {"contrat_id": "C2", "mois": "2016-12-01", "heures": 8.0},
            ),
        }
    )
    codes = ("part", "parcours_d", "struct", "suite", "contrat", "heures")
    assert trouves(lu, *codes) == {
        "participant_sans_parcours": ["P2"],
        "parcours_d_un_referent_parti": ["A"],
        "structure_differente": ["A"],
        "suite_de_prescription": ["2", "3"],
        "contrat_fini_avant_son_debut": ["C3"],
        "heures_hors_contrat": ["C1", "C1"],
    }
