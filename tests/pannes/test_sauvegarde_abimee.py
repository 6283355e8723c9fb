"""A backup damaged anywhere is refused whole, in French, and leaves nothing behind."""

from datetime import UTC, datetime

import pytest

from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.sauvegarde.erreurs import RestaurationImpossible
from plie_metrics.sauvegarde.restauration import restaurer
from tests.conservation.exemples import publier_gens

QUAND = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
REGIONS = 24


@pytest.mark.parametrize("faute", ["octets", "troncature"])
def test_une_sauvegarde_abimee_est_refusee_en_entier(tmp_path, faute):
    publier_gens(tmp_path / "data" / "snapshots", "P1", gardees=("participants", "parcours"))
    bonne = tmp_path / "s.zip"
    sauvegarder(tmp_path / "data", bonne, QUAND, None)
    octets = bonne.read_bytes()
    refusees = 0
    for region in range(REGIONS):
        debut = region * len(octets) // REGIONS
        abimee = bytearray(octets)
        abimee[debut : debut + 24] = b"\x55" * 24 if faute == "octets" else b""
        (tmp_path / "mal.zip").write_bytes(abimee)
        try:
            restaurer(tmp_path / "mal.zip", tmp_path / "neuf")
        except RestaurationImpossible as refus:
            refusees += 1
            assert "Rien n’a été restauré" in str(refus)
            assert not (tmp_path / "neuf").exists()
        else:  # bytes that no reader uses (dates of the archive): what is restored is whole
            (tmp_path / "neuf").rename(tmp_path / f"neuf-{region}")
            manifeste = "snapshots/2016-12-31/manifest.json"
            lu = (tmp_path / f"neuf-{region}" / manifeste).read_bytes()
            assert lu == (tmp_path / "data" / manifeste).read_bytes()
    assert refusees >= REGIONS * 3 // 4
    assert not list(tmp_path.glob(".neuf*"))
