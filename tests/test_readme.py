"""The README says what is: its commands exist and run, its links and pictures are there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from plie_metrics.chemins import RACINE

README = (RACINE / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [RACINE / "README.md", *sorted((RACINE / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_chaque_lien_mene_quelque_part(document):
    cibles = re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8"))
    locales = [c for c in cibles if not c.startswith("http")]
    assert [c for c in locales if not (document.parent / c).exists()] == []


def test_les_commandes_make_existent():
    cibles = set(re.findall(r"^([a-z]+):", (RACINE / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", README, re.MULTILINE)) <= cibles


def test_les_commandes_python_du_readme_s_executent(tmp_path):
    commandes = re.findall(r"^\.venv/bin/python -m (plie_metrics .*)$", README, re.MULTILINE)
    assert commandes
    for commande in commandes:
        mots = commande.split()
        if mots[1] == "publications":
            mots += ["--dossier", str(copie_des_transcriptions(tmp_path))]
        execution = subprocess.run(
            [sys.executable, "-m", *mots], cwd=RACINE, capture_output=True, text=True, check=False
        )
        assert execution.returncode == 0, execution.stderr


def copie_des_transcriptions(dossier: Path) -> Path:
    for fichier in (RACINE / "data" / "publications").iterdir():
        if fichier.suffix in (".csv", ".toml"):
            (dossier / fichier.name).write_bytes(fichier.read_bytes())
    return dossier


def test_chaque_dossier_du_readme_existe():
    noms = re.findall(r"^\| `([\w./]+)` \|", README, re.MULTILINE)
    assert noms and all((RACINE / nom).exists() for nom in noms)
