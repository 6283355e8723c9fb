"""Killed while erasing: nobody else is lost, and the same order ends the work."""

from datetime import date
from pathlib import Path

import pytest

from plie_metrics.conservation.registre import lire_registre
from plie_metrics.stockage import en_usage, lister, ouvrir, retirer
from tests.conservation.exemples import publier_gens
from tests.pannes.gestes import effacer_p1
from tests.pannes.tuer import tuer

JUIN, DECEMBRE = date(2016, 6, 30), date(2016, 12, 31)


def publier(dossier: Path, arrete: date, *gens: str) -> Path:
    """Few tables: a death costs a whole attempt."""
    return publier_gens(dossier, *gens, arrete=arrete, gardees=("participants", "parcours"))


def gens(chemin: Path) -> list[str]:
    return ouvrir(chemin).table("participants")["participant_id"].tolist()


@pytest.mark.parametrize(
    ("mode", "pas", "morts_au_moins"), [("appels", 41, 12), ("octets", 1500, 2)]
)
def test_tue_en_effacant(tmp_path, mode, pas, morts_au_moins):
    modele = tmp_path / "modele"
    retirer(publier(modele, JUIN, "P1", "P2"), "faux", le=date(2017, 1, 2))
    publier(modele, JUIN, "P1", "P2", "P3")
    publier(modele, DECEMBRE, "P1", "P2")
    assert tuer(modele, tmp_path / "essais", "effacer_p1", mode, pas) >= morts_au_moins
    for essai in (tmp_path / "essais").iterdir():
        juin, decembre = en_usage(essai)
        assert gens(juin.chemin) in (["P1", "P2", "P3"], ["P2", "P3"])
        assert gens(decembre.chemin) in (["P1", "P2"], ["P2"])
        effacer_p1(essai)
        entrees = lister(essai, complet=True)
        assert [entree.etat for entree in entrees] == ["retire", "publie", "publie"]
        assert [gens(entree.chemin) for entree in entrees] == [["P2"], ["P2", "P3"], ["P2"]]
        assert sorted(acte.arrete for acte in lire_registre(essai)) == ["2016-06-30", "2016-12-31"]
        assert not list(essai.glob(".effacement*")) + list(essai.glob(".brouillon-detruit*"))
