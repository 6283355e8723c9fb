"""Names and sizes of uploaded files, and a date as typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.presentation.donnees.dates import DateInvalide, lire_date
from plie_metrics.presentation.donnees.depot import (
    MIO,
    DepotRefuse,
    nom_du_depot,
    nom_sur,
    verifier_depot,
)


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [
        ("participants.csv", "participants.csv"),
        ("Étapes (1).csv", "Étapes (1).csv"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\x\\parcours.csv", "parcours.csv"),
        (".cache.csv", "cache.csv"),
        ("a\x00b\n.csv", "a_b_.csv"),
        ("..", "fichier"),
        ("", "fichier"),
        ("a" * 200 + ".xlsx", "a" * 75 + ".xlsx"),
    ],
)
def test_le_nom_est_rendu_sur(nom, attendu):
    assert nom_sur(nom) == attendu


@given(st.text(max_size=300))
def test_aucun_nom_ne_sort_du_dossier(nom):
    sur = nom_sur(nom)
    assert 0 < len(sur) <= 160
    assert not set(sur) & set("/\\\0\n")
    assert not sur.startswith(".")
    assert nom_sur(sur) == sur


def test_un_depot_est_des_csv_ou_un_classeur():
    verifier_depot(["a.csv", "b.CSV"], [1, 2], 1)
    verifier_depot(["a.xlsx"], [MIO], 1)
    assert nom_du_depot(["a.csv"]) == "1 fichier CSV déposé"
    assert nom_du_depot(["a.csv", "b.csv"]) == "2 fichiers CSV déposés"


@pytest.mark.parametrize(
    ("noms", "tailles", "message"),
    [
        (["a.pdf"], [1], "« a.pdf » n’est ni un CSV ni un classeur XLSX"),
        (["a.xlsx", "b.csv"], [1, 1], "« a.xlsx » doit être déposé seul"),
        (["a.csv", "A.csv"], [1, 1], "Deux fichiers s’appellent"),
        ([f"{rang}.csv" for rang in range(51)], [1] * 51, "50 au plus"),
        (["a.csv", "b.csv"], [MIO, 1], "plus de 1 Mio"),
    ],
)
def test_un_autre_depot_est_refuse(noms, tailles, message):
    with pytest.raises(DepotRefuse, match=message):
        verifier_depot(noms, tailles, 1)


AUJOURD_HUI = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("saisie", "attendu"),
    [
        ("", None),
        ("  ", None),
        ("31/12/2016", date(2016, 12, 31)),
        ("1.2.2016", date(2016, 2, 1)),
        ("2016-12-31", date(2016, 12, 31)),
        ("15/06/2026", AUJOURD_HUI),
    ],
)
def test_une_date_se_lit_comme_on_l_ecrit(saisie, attendu):
    assert lire_date(saisie, AUJOURD_HUI) == attendu


@pytest.mark.parametrize("saisie", ["31/02/2016", "12/31/2016", "2016", "hier", "16/06/2026"])
def test_une_date_impossible_ou_future_est_refusee(saisie):
    with pytest.raises(DateInvalide):
        lire_date(saisie, AUJOURD_HUI)
