"""Killed while saving or restoring: the whole result, or none; never a half under its name."""

from pathlib import Path

import pytest

from plie_metrics.stockage import lister
from tests.conservation.exemples import publier_gens
from tests.pannes.gestes import restaurer_ici, sauvegarder_ici
from tests.pannes.tuer import tuer


@pytest.fixture
def modele(tmp_path) -> Path:
    publier_gens(tmp_path / "modele" / "data" / "snapshots", "P1", "P2")
    return tmp_path / "modele"


@pytest.mark.parametrize(("mode", "pas"), [("appels", 23), ("octets", 6000)])
def test_tue_en_sauvegardant(modele, tmp_path, mode, pas):
    morts = tuer(modele, tmp_path / "essais", "sauvegarder_ici", mode, pas)
    assert morts >= 2
    avortees = 0
    for essai in (tmp_path / "essais").iterdir():
        if not (essai / "s.zip").exists():
            avortees += 1
            sauvegarder_ici(essai)
        restaurer_ici(essai)
        assert [e.etat for e in lister(essai / "neuf" / "snapshots", complet=True)] == ["publie"]
    assert avortees >= morts - 2


@pytest.mark.parametrize(("mode", "pas"), [("appels", 37), ("octets", 2500)])
def test_tue_en_restaurant(modele, tmp_path, mode, pas):
    sauvegarder_ici(modele)
    morts = tuer(modele, tmp_path / "essais", "restaurer_ici", mode, pas)
    assert morts >= 2
    for essai in (tmp_path / "essais").iterdir():
        if not (essai / "neuf").exists():
            restaurer_ici(essai)
        assert [e.etat for e in lister(essai / "neuf" / "snapshots", complet=True)] == ["publie"]
