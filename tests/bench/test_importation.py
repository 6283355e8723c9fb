"""The bench itself, at one fiftieth of the national size and with generous bounds."""

import json
import subprocess
import sys

from tests.bench.importation import (
    MEMOIRE_PERMISE,
    RACINE,
    TABLES,
    Mesure,
    abimer,
    generer,
    importer,
)

ECHELLE = 50
LARGE = 20  # at this size, starting Python weighs more than the work
DEPUIS_UN_PETIT = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from tests.bench.importation import brut, importer
csv, parquet, arretes = map(Path, sys.argv[1:])
print(json.dumps([asdict(brut(csv, parquet)), asdict(importer(csv, arretes))]))
"""
"""A child's peak counts the memory of its parent, and that of a worker of the tests is large."""


def test_l_import_tient_ses_limites_en_petit(tmp_path):
    (tmp_path / "csv").mkdir()
    generer(tmp_path / "csv", ECHELLE)
    dossiers = [str(tmp_path / nom) for nom in ("csv", "parquet", "arretes")]
    petit = [sys.executable, "-c", DEPUIS_UN_PETIT, *dossiers]
    mesures = subprocess.run(petit, cwd=RACINE, capture_output=True, check=True).stdout
    seul, importe = (Mesure(**mesure) for mesure in json.loads(mesures))
    assert (seul.code, importe.code) == (0, 0), seul.sortie + importe.sortie
    assert {fichier.stem for fichier in (tmp_path / "parquet").glob("*.parquet")} == set(TABLES)
    assert importe.memoire < MEMOIRE_PERMISE / 2
    assert importe.secondes < max(LARGE * seul.secondes, 20)


def test_toutes_les_fautes_sont_dites(tmp_path):
    (tmp_path / "csv").mkdir()
    generer(tmp_path / "csv", ECHELLE)
    fautes = abimer(tmp_path / "csv", tmp_path / "abimes", une_sur=100)
    refuse = importer(tmp_path / "abimes", tmp_path / "arretes")
    assert refuse.code == 1
    assert fautes == 200
    dites = [ligne for ligne in refuse.sortie.splitlines() if ligne.startswith("etapes, ligne ")]
    assert len(dites) == fautes
    assert not list((tmp_path / "arretes").glob("*/manifest.json"))
