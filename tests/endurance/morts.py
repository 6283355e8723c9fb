"""`python -m tests.endurance.morts --morts 200`: kill publishing, erasing, saving and restoring.

After each death, everything that was there is still there, and giving the order again succeeds.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from plie_metrics.stockage import en_usage, lister, ouvrir
from tests.conservation.exemples import ARRETE, publier_gens
from tests.endurance.resultats import noter
from tests.pannes import gestes
from tests.stockage.tueur import tuer

AUTRE: Final = date(2016, 6, 30)
PEU: Final = ("participants", "parcours")


def publier_ici(dossier: Path) -> None:
    """Publish a second arrêté."""
    publier_gens(dossier / "data" / "snapshots", "P3", arrete=AUTRE, gardees=PEU)


def effacer_ici(dossier: Path) -> None:
    """Erase P1."""
    gestes.effacer_p1(dossier / "data" / "snapshots")


GESTES: Final[dict[str, Callable[[Path], None]]] = {
    "publier": publier_ici,
    "effacer": effacer_ici,
    "sauvegarder": gestes.sauvegarder_ici,
    "restaurer": gestes.restaurer_ici,
}


def tuer_et_reprendre(modele: Path, essais: Path, nom: str, combien: int) -> int:
    """Kill `nom` at `combien` instants, checking after each; how many died."""
    geste = GESTES[nom]
    essais.mkdir()
    morts, n, pas = 0, 1, 7
    while morts < combien:
        mort = tuer(modele, essais, "appels", n, geste)
        essai = essais / str(n)
        verifier(essai / "data" / "snapshots")
        if mort:
            morts += 1
            if nom not in ("sauvegarder", "restaurer") or not fini(essai, nom):
                geste(essai)
            verifier(essai / "data" / "snapshots")
            n += pas
        else:  # survived: begin again at other instants
            n = n % pas + 2
        for autre in essais.iterdir():
            detruire(autre)
    return morts


def fini(essai: Path, nom: str) -> bool:
    """True when the result is already there under its name."""
    return (essai / ("s.zip" if nom == "sauvegarder" else "neuf")).exists()


def verifier(arretes: Path) -> None:
    """P2 is in the arrêté of the year, and nothing is damaged."""
    assert {entree.etat for entree in lister(arretes, complet=True)} == {"publie"}
    (annee,) = [e for e in en_usage(arretes) if e.arrete == ARRETE]
    assert "P2" in ouvrir(annee.chemin).table("participants")["participant_id"].tolist()


def detruire(dossier: Path) -> None:
    """Empty the place of one attempt."""
    shutil.rmtree(dossier)


def principal() -> int:
    """Run and record."""
    options = argparse.ArgumentParser(description="Tue les écritures en plein travail.")
    options.add_argument("--morts", type=int, default=200)
    options.add_argument("--sans-noter", action="store_true", help="n’écrit pas les résultats")
    demande = options.parse_args()
    part = -(-demande.morts // len(GESTES))
    with tempfile.TemporaryDirectory() as racine:
        modele = Path(racine) / "modele"
        publier_gens(modele / "data" / "snapshots", "P1", "P2", gardees=PEU)
        morts = {
            nom: tuer_et_reprendre(preparer(modele, nom), Path(racine) / nom, nom, part)
            for nom in GESTES
        }
    print(morts)
    if not demande.sans_noter:
        noter("morts", {"morts": sum(morts.values()), "par_geste": morts, "pertes": 0})
    return 0


def preparer(modele: Path, nom: str) -> Path:
    """The model of an act: restoring needs a backup."""
    if nom == "restaurer" and not (modele / "s.zip").exists():
        gestes.sauvegarder_ici(modele)
    return modele


if __name__ == "__main__":
    sys.exit(principal())
