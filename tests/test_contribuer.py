"""The worked example of docs/CONTRIBUTING.md: applied to a copy of the project, then run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.autre_plie.fabrique import installer

RACINE = Path(__file__).resolve().parent.parent
GUIDE = (RACINE / "docs" / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOC = re.compile(r"<!-- (new|after): ([^\s:]+)(?:: (.+?))? -->\n```\w+\n(.*?)```\n", re.DOTALL)
ESSAI = """
import json, sys
from types import SimpleNamespace
from streamlit.testing.v1 import AppTest
from plie_metrics.exports.formats import FORMATS
page = AppTest.from_file("pages/_cadre.py", default_timeout=60).run()
page.switch_page("emploi.py").run()
edition = SimpleNamespace(titre="COPIL", vues=[SimpleNamespace(titre="Emploi")])
json.dump({"titre": [t.value for t in page.title], "erreurs": [e.value for e in page.error],
           "fichier": FORMATS["txt"].fabriquer(edition).decode()}, sys.stdout)
"""


@pytest.fixture(scope="module")
def copie(tmp_path_factory):
    """The project with the blocks of the guide, and a small data folder."""
    dossier = tmp_path_factory.mktemp("contribuer")
    sans = shutil.ignore_patterns("__pycache__", "snapshots", "journal", "copil")
    for nom in ("plie_metrics", "pages", "data", ".streamlit"):
        shutil.copytree(RACINE / nom, dossier / nom, ignore=sans)
    for genre, fichier, repere, contenu in BLOC.findall(GUIDE):
        cible = dossier / fichier
        if genre == "new":
            assert not cible.exists()
            cible.write_text(contenu, encoding="utf-8")
        else:
            texte = cible.read_text(encoding="utf-8")
            assert texte.count(f"{repere}\n") == 1, repere
            texte = texte.replace(f"{repere}\n", f"{repere}\n{contenu}")
            cible.write_text(texte, encoding="utf-8")
    installer(dossier / "donnees")
    return dossier


def lancer(copie, *arguments):
    environnement = {**os.environ, "PLIE_DONNEES": str(copie / "donnees"), "PYTHONPATH": "."}
    fait = subprocess.run(
        [sys.executable, *arguments],
        cwd=copie,
        env=environnement,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert fait.returncode == 0, fait.stderr
    return fait.stdout


def test_le_guide_a_ses_trois_exemples():
    assert [genre for genre, *_ in BLOC.findall(GUIDE)] == ["new", "after"] * 3


def test_l_indicateur_ajoute_se_calcule(copie):
    demande = ["--du", "2030-01-01", "--au", "2030-12-31", "--format", "json"]
    choisi = ["--indicateur", "part_mises_emploi", "--indicateur", "mises_emploi"]
    sortie = lancer(copie, "-m", "plie_metrics", "indicateurs", "2030-12-31", *demande, *choisi)
    chiffres = json.loads(sortie)["indicateurs"]
    part = chiffres["part_mises_emploi"]
    assert part["numerateur"] == chiffres["mises_emploi"]["valeur"] == 17
    assert part["denominateur"] == 35


def test_la_page_et_l_export_ajoutes_marchent(copie):
    vu = json.loads(lancer(copie, "-c", ESSAI))
    assert vu["erreurs"] == []
    assert "des étapes sont des mises à l’emploi" in vu["titre"][0]
    assert vu["fichier"] == "COPIL\n- Emploi\n"
