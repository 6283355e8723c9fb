"""Killed while exporting: no half-written file, the edition whole, the next order succeeds."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from plie_metrics.editions.depot import Depot
from plie_metrics.editions.remises import examiner
from tests.editions.exemples import edition
from tests.pannes.gestes import exporter_ici
from tests.pannes.tuer import tuer


@pytest.mark.parametrize(("mode", "pas", "morts"), [("appels", 61, 3), ("octets", 4000, 2)])
def test_tue_en_exportant(tmp_path, mode, pas, morts):
    modele = tmp_path / "modele"
    Depot(modele).garder(edition())
    assert tuer(modele, tmp_path / "essais", "exporter_ici", mode, pas) >= morts
    for essai in (tmp_path / "essais").iterdir():
        for fichier in (essai / "fichiers").glob("[!.]*"):
            load_workbook(BytesIO(fichier.read_bytes()))
        assert Depot(essai).editions() == (edition(),)
        exporter_ici(essai)
        (fichier,) = (essai / "fichiers").glob("[!.]*")
        assert examiner(fichier.read_bytes(), (edition(),), essai).verdict == "intact"
