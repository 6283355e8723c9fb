"""Whatever the instant at which a publication is killed, the earlier snapshots stay whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from plie_metrics.stockage import lister, ouvrir
from tests.pannes.tuer import RACINE, tuer
from tests.stockage.exemples import publier_exemple


def _octets(instantane: Path) -> dict[str, bytes]:
    return {fichier.name: fichier.read_bytes() for fichier in instantane.iterdir()}


@pytest.mark.parametrize(
    ("mode", "pas", "morts_au_moins"), [("appels", 1, 60), ("lignes", 23, 30), ("octets", 450, 6)]
)
def test_tuer_une_publication(tmp_path: Path, mode: str, pas: int, morts_au_moins: int) -> None:
    modele = tmp_path / "modele"
    avant = _octets(publier_exemple(modele))
    essais = tmp_path / "essais"
    assert tuer(modele, essais, mode=mode, pas=pas) >= morts_au_moins
    avortees = 0
    for essai in essais.iterdir():
        assert _octets(essai / "2016-12-31") == avant
        entrees = lister(essai)
        assert {entree.etat for entree in entrees} == {"publie"}
        for entree in entrees:
            assert ouvrir(entree.chemin).tables == {"participants": 2, "parcours": 3, "actions": 2}
        avortees += len(entrees) == 1
    assert avortees >= morts_au_moins * 3 // 4  # most of the deaths come before the last move


def test_apres_une_mort_on_publie_a_nouveau(tmp_path: Path) -> None:
    modele = tmp_path / "modele"
    publier_exemple(modele)
    essais = tmp_path / "essais"
    tuer(modele, essais, mode="octets", pas=3000)
    mort = essais / "1"
    assert any(reste.name.startswith(".brouillon-") for reste in mort.iterdir())
    assert [entree.nom for entree in lister(mort)] == ["2016-12-31"]
    assert publier_exemple(mort, source="Reprise").name == "2016-12-31.2"


def test_deux_publications_a_la_fois_ne_se_recouvrent_pas(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from tests.stockage.exemples import publier_exemple\n"
        "for n in range(8): publier_exemple(Path(sys.argv[1]), source=f'{sys.argv[2]} {n}')"
    )
    publications = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path, qui], cwd=RACINE)
        for qui in ("Anne", "Ali")
    ]
    assert [p.wait(timeout=60) for p in publications] == [0, 0]
    entrees = lister(tmp_path, complet=True)
    assert [entree.edition for entree in entrees] == list(range(1, 17))
    sources = sorted(e.manifeste.source for e in entrees if e.manifeste)
    assert sources == sorted(f"{qui} {n}" for qui in ("Anne", "Ali") for n in range(8))
    assert not [reste for reste in tmp_path.iterdir() if reste.name.startswith(".")]
