"""`python -m plie_metrics indicateurs`: the three forms, and one French sentence when refused."""

import csv
import io
import json
from datetime import date

import pandas as pd
import pytest

from plie_metrics.commandes import principal
from plie_metrics.stockage import publier
from tests.calcul.extraits import extrait, tables


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """Two people, one exit, published as an arrêté of 31/12/2016."""
    donnees = tables(
        extrait(
            participants=[{"sexe": "F"}, {"sexe": "H", "commune": "21355"}],
            parcours=[
                {"participant_id": "P1"},
                {
                    "participant_id": "P2",
                    "date_sortie": date(2016, 7, 1),
                    "motif_sortie": "emploi_cdi",
                },
            ],
            objectifs=[{"cible": 4.0}],
        )
    )
    donnees["referents"] = pd.DataFrame(
        {"referent_id": ["R1"], "structure": ["CESAM"], "etp": [1.0]}
    )
    return publier(
        tmp_path_factory.mktemp("snapshots"),
        date(2016, 12, 31),
        donnees,
        produit_le=date(2017, 1, 5),
        source="essai",
    )


@pytest.fixture
def lancer(snapshot, capfdbinary):
    """Run the command; give its code, its output and its errors."""

    def _lancer(*arguments: str) -> tuple[int, str, str]:
        debut = ["indicateurs", str(snapshot), "--du", "2016-01-01", "--au", "2016-12-31"]
        try:
            code = principal([*debut, *arguments])
        except SystemExit as sortie:
            code = int(sortie.code)
        sorties = capfdbinary.readouterr()
        return code, sorties.out.decode("utf-8"), sorties.err.decode("utf-8")

    return _lancer


def test_json(lancer):
    code, sortie, _ = lancer("--par", "sexe", "--format", "json")
    reponse = json.loads(sortie)
    assert code == 0
    assert reponse["indicateurs"]["entrees"]["valeur"] == 2
    assert reponse["indicateurs"]["entrees"]["objectif"] == 4
    modalites = reponse["ventilation"]["indicateurs"]["file_active"]["modalites"]
    assert modalites == {
        "F": {"valeur": 1, "numerateur": None, "denominateur": None, "masque": None}
    }


def test_csv_opens_in_a_french_spreadsheet(lancer):
    _, sortie, _ = lancer("--commune", "21355", "--par", "commune", "--format", "csv")
    assert sortie.startswith("\ufeff")
    lignes = list(csv.DictReader(io.StringIO(sortie[1:]), delimiter=";"))
    duree = [ligne for ligne in lignes if ligne["indicateur"] == "duree_moyenne_parcours"]
    assert [ligne["commune"] for ligne in duree] == ["", "21355"]
    assert float(duree[0]["valeur"].replace(",", ".")) == 182 / 30.4375
    assert duree[1]["denominateur"] == "1"


def test_text_is_readable_in_french(lancer):
    code, sortie, _ = lancer("--commune", "21355", "--par", "commune", "--format", "texte")
    assert code == 0
    assert "Filtre commune : Longvic" in sortie
    assert "Taux de sorties positives, toutes sorties : 100\u202f% (1 / 1)" in sortie
    assert "  Longvic : 1\u00a0entrée" in sortie


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--profil", "public", "--referent", "R1"), "Le filtre référent n’est pas proposé"),
        (("--commune", "99999"), "« 99999 » est inconnu dans cet arrêté"),
        (("--par", "taille"), "« taille » n’existe pas"),
        (("--indicateur", "etapes", "--par", "motif_sortie"), "ventilations possibles : sexe"),
        (("--indicateur", "entree"), "les plus proches : entrees"),
        (("--au", "2017-06-30"), "après l’arrêté du 31/12/2016"),
        (
            ("--du", "2014-01-01", "--au", "2014-12-31"),
            "avant la première date de cet arrêté, le 01/01/2016",
        ),
        (("--au", "2015-12-31"), "avant son début le 01/01/2016"),
        (("--du", "hier"), "« hier » n’est pas une date"),
    ],
)
def test_a_refusal_is_a_french_sentence_and_exit_1(lancer, arguments, message):
    code, sortie, erreurs = lancer("--format", "json", *arguments)
    assert (code, sortie) == (1, "")
    assert message in erreurs


def test_an_unknown_format_names_those_that_exist(lancer):
    code, _, erreurs = lancer("--format", "xml")
    assert code == 1
    assert "valeurs possibles : json, csv, texte" in erreurs


def test_a_snapshot_that_does_not_exist_is_named(capsys):
    dates = ["--du", "2016-01-01", "--au", "2016-12-31"]
    assert principal(["indicateurs", "1999-12-31", *dates, "--format", "json"]) == 1
    assert "« 1999-12-31 »" in capsys.readouterr().err


def test_an_objective_without_its_indicator_is_told(tmp_path, capsys):
    donnees = tables(
        extrait(participants=[{}], parcours=[{}], objectifs=[{"indicateur": "entree"}])
    )
    donnees["referents"] = pd.DataFrame(
        {"referent_id": ["R1"], "structure": ["CESAM"], "etp": [1.0]}
    )
    fin = date(2016, 12, 31)
    chemin = publier(tmp_path, fin, donnees, produit_le=fin, source="essai")
    dates = ["--du", "2016-01-01", "--au", "2016-12-31"]
    assert principal(["indicateurs", str(chemin), *dates, "--format", "texte"]) == 1
    message = capsys.readouterr().err
    phrase = (
        "Table objectifs (objectifs.parquet), ligne 2, colonne indicateur, « entree » : cet "
        "indicateur n’existe pas ; les plus proches : entrees"
    )
    assert message.startswith(phrase)
    assert principal(["verifier", str(chemin)]) == 1
    assert capsys.readouterr().err.startswith(phrase)
