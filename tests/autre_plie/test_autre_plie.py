"""A second PLIE, invented: its settings, its territory and its extract are enough."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pages._menu import MENU
from plie_metrics.territoire.lecture import lire_territoire
from tests.autre_plie.fabrique import NOM, installer

RACINE = Path(__file__).resolve().parents[2]
FICHIERS = [entree.fichier for section in MENU.values() for entree in section]
PARTICULIER = re.compile("dijon|créativ|quetigny|21231", re.IGNORECASE)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory) -> Path:
    chemin = tmp_path_factory.mktemp("autre")
    installer(chemin)
    return chemin


def lancer(dossier: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=RACINE,
        env={**os.environ, "PLIE_DONNEES": str(dossier), "PLIE_JOURNAL": str(dossier / "journal")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def vues(dossier) -> dict[str, dict]:
    ouvertes = lancer(dossier, "tests.autre_plie.ouvrir")
    assert ouvertes.returncode == 0, ouvertes.stderr
    return json.loads(ouvertes.stdout)


@pytest.mark.parametrize("fichier", FICHIERS)
def test_chaque_page_s_ouvre_et_ne_parle_pas_d_un_autre_territoire(vues, fichier):
    vue = vues[fichier]
    assert vue["erreurs"] == []
    assert PARTICULIER.findall(vue["texte"]) == []


def test_les_pages_disent_le_nom_de_ce_plie(vues):
    assert NOM in vues["donnees.py"]["texte"]


def test_ses_referents_ont_la_norme_de_ses_reglages(dossier):
    """Of the ninety, 24 have left: 33 each; R2 works half time, the norm is 45."""
    rapport = lancer(dossier, "plie_metrics", "verifier", str(dossier / "snapshots" / "2030-12-31"))
    assert rapport.returncode == 0, rapport.stderr
    assert "- R1 : 33 pour une norme de 45,0" in rapport.stdout
    assert "- R2 : 33 pour une norme de 22,5" in rapport.stdout


def test_son_territoire_n_a_pas_de_quartier(dossier):
    territoire = lire_territoire(dossier / "territoire")
    assert [commune.nom for commune in territoire.communes] == [
        "Valmont",
        "Beauclair",
        "Roquefeuil",
    ]
    assert territoire.quartiers == ()


def test_ses_chiffres_se_calculent(dossier):
    demande = ["--du", "2030-01-01", "--au", "2030-12-31", "--par", "commune", "--format", "json"]
    calcul = lancer(dossier, "plie_metrics", "indicateurs", "2030-12-31", *demande)
    assert calcul.returncode == 0, calcul.stderr
    lu = json.loads(calcul.stdout)
    # one every ten days from 1 July 2028: the 56th on 2 January 2030, the 90th on 8 December
    assert lu["indicateurs"]["entrees"]["valeur"] == 35
    assert lu["indicateurs"]["entrees"]["objectif"] == 40
    assert lu["indicateurs"]["part_qpv"]["numerateur"] == 0
    communes = lu["ventilation"]["indicateurs"]["entrees"]["modalites"]
    assert set(communes) == {"99001", "99002", "99003"}
