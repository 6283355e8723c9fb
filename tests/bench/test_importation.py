"""The bench itself, at one fiftieth of the national size and with generous bounds."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.bench.importation import MEMOIRE_PERMISE, TABLES, abimer, brut, generer, importer

ECHELLE = 50
LARGE = 20  # at this size, starting Python weighs more than the work


@pytest.mark.xdist_group("bench")
def test_l_import_tient_ses_limites_en_petit(tmp_path):
    (tmp_path / "csv").mkdir()
    generer(tmp_path / "csv", ECHELLE)
    # a child's peak counts the memory of its parent: that of a worker of the tests is large
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as petit:
        seul = petit.submit(brut, tmp_path / "csv", tmp_path / "parquet").result()
        importe = petit.submit(importer, tmp_path / "csv", tmp_path / "arretes").result()
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
