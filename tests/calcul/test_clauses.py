"""Clauses: hours, people, orientations, and how they follow the filters through the person."""

from datetime import date

import pytest

from plie_metrics.calcul.calcul import RESERVE, ROMPU
from plie_metrics.periodes import Periode
from tests.calcul.extraits import extrait
from tests.calcul.gestes import mesure, valeur, valeurs, ventilation


def heures(*lignes):
    return [{"contrat_id": c, "mois": m, "heures": h} for c, m, h in lignes]


JANVIER, FEVRIER = date(2016, 1, 1), date(2016, 2, 1)


def test_hours_of_the_months_whose_first_day_is_in_the_period():
    contrat = extrait(
        participants=[{}],
        clauses_contrats=[{}],
        clauses_heures=heures(
            ("C1", date(2015, 12, 1), 1), ("C1", JANVIER, 10), ("C1", date(2016, 12, 1), 100)
        ),
    )
    assert valeur("clauses_heures", contrat) == 110
    assert valeur("clauses_heures", contrat, Periode(date(2016, 1, 2), date(2016, 12, 31))) == 100


def test_etp_are_hours_over_1607():
    annee = extrait(
        participants=[{}], clauses_contrats=[{}], clauses_heures=heures(("C1", JANVIER, 3214))
    )
    resultat = mesure("clauses_etp", annee)
    assert (resultat.valeur, resultat.numerateur, resultat.denominateur) == (2, 3214, 1607)
    assert mesure("clauses_etp", extrait()).valeur == 0


def test_a_person_counts_once_and_an_unknown_person_once_a_contract():
    quatre = extrait(
        participants=[{}],
        clauses_contrats=[
            {"type_contrat": "CTTI"},
            {"type_contrat": "C/PRO"},
            {"participant_id": None},
            {"participant_id": None},
        ],
        clauses_heures=heures(*((f"C{rang}", JANVIER, 5) for rang in range(1, 5))),
    )
    assert valeur("clauses_salaries", quatre) == 3
    par_type = ventilation("clauses_salaries", quatre, "type_contrat")
    assert {cle[0]: m.valeur for cle, m in par_type.cellules.items()} == {
        "CDD": 2,
        "C/PRO": 1,
        "CTTI": 1,
    }
    assert par_type.additif is False


def test_a_contract_without_hours_in_the_period_employs_nobody():
    deux = extrait(
        participants=[{}, {}],
        clauses_contrats=[{"participant_id": "P1"}, {"participant_id": "P2"}],
        clauses_heures=heures(("C1", JANVIER, 0), ("C2", date(2015, 12, 1), 50)),
    )
    assert valeur("clauses_salaries", deux) == 0


def test_orientations_validations_and_candidates():
    quatre = extrait(
        clauses_orientations=[
            {"participant_id": None, "candidat_id": "K1", "secteur": "BTP"},
            {"participant_id": None, "candidat_id": "K1", "secteur": "SERVICES"},
            {"participant_id": None, "candidat_id": "K2", "validee": False},
            {"participant_id": None, "candidat_id": "K3", "date": date(2017, 1, 1)},
        ]
    )
    assert valeur("clauses_orientations", quatre) == 3
    assert valeur("clauses_orientations_validees", quatre) == 2
    assert valeur("clauses_candidats_valides", quatre) == 1
    assert valeurs("clauses_candidats_valides", quatre, "secteur") == {"BTP": 1, "SERVICES": 1}
    assert ventilation("clauses_candidats_valides", quatre, "secteur").additif is False


def test_an_orientation_is_broken_down_by_its_own_quarter_and_prescripteur():
    une = extrait(
        participants=[{"qpv": None}],
        clauses_orientations=[{"qpv": "VEILLE-QUETIGNY-CENTRE", "prescripteur": "EUREKA"}],
    )
    assert valeurs("clauses_orientations", une, "qpv") == {"VEILLE-QUETIGNY-CENTRE": 1}
    assert valeurs("clauses_orientations", une, "prescripteur") == {"EUREKA": 1}


def test_positive_exits_dated_in_the_period():
    sorties = extrait(
        participants=[{}],
        clauses_sorties=[{"date": date(2016, 12, 31)}, {"date": date(2017, 1, 1)}],
    )
    assert valeur("clauses_sorties_positives", sorties) == 1


def test_hours_of_an_unknown_person_are_in_the_modality_inconnu():
    inconnue = extrait(
        clauses_contrats=[{"participant_id": None}], clauses_heures=heures(("C1", JANVIER, 7))
    )
    for dimension in ("sexe", "commune", "qpv", "classe_age", "niveau_formation"):
        assert valeurs("clauses_heures", inconnue, dimension) == {"inconnu": 7}


class TestFiltres:
    """The person's filters directly, the parcours' through any parcours of the person."""

    extrait = extrait(
        participants=[{"sexe": "F"}, {"sexe": "H"}],
        parcours=[
            {"participant_id": "P1", "referent_id": "R1", "structure": "CESAM"},
            {"participant_id": "P1", "referent_id": "R2", "structure": "IFPA"},
        ],
        clauses_contrats=[
            {"participant_id": "P1"},
            {"participant_id": "P2"},
            {"participant_id": None},
        ],
        clauses_heures=heures(("C1", JANVIER, 1), ("C2", JANVIER, 10), ("C3", FEVRIER, 100)),
    )

    @pytest.mark.parametrize(
        ("filtres", "attendu"),
        [
            ({"sexe": ("F",)}, 1),
            ({"sexe": ("H",)}, 10),
            ({"referent": ("R1",)}, 1),
            ({"referent": ("R2",)}, 1),
            ({"referent": ("R1",), "structure": ("IFPA",)}, 0),
            ({"referent": ("R1",), "sexe": ("H",)}, 0),
        ],
    )
    def test_known_people_are_followed_and_the_reserve_is_said(self, filtres, attendu):
        resultat = mesure("clauses_heures", self.extrait, **filtres)
        assert (resultat.valeur, resultat.motif) == (attendu, RESERVE)

    def test_without_a_filter_everything_counts_and_nothing_is_said(self):
        resultat = mesure("clauses_heures", self.extrait)
        assert (resultat.valeur, resultat.motif) == (111, None)

    def test_nobody_known_in_the_period_is_null(self):
        fevrier = Periode(FEVRIER, date(2016, 2, 29))
        resultat = mesure("clauses_heures", self.extrait, fevrier, sexe=("F",))
        assert (resultat.valeur, resultat.motif) == (None, ROMPU)
        vide = ventilation("clauses_heures", self.extrait, "secteur", periode=fevrier, sexe=("F",))
        assert (dict(vide.cellules), vide.motif) == ({}, ROMPU)

    def test_no_row_in_the_period_is_zero(self):
        mars = Periode(date(2016, 3, 1), date(2016, 3, 31))
        assert mesure("clauses_heures", self.extrait, mars, sexe=("F",)).valeur == 0


def test_without_contracts_or_without_hours_it_says_which_table_is_absent():
    for table in ("clauses_contrats", "clauses_heures"):
        resultat = mesure("clauses_heures", extrait(), sans=(table,))
        assert resultat.motif == f"La table {table} est absente de cet arrêté."
