"""Kill an act at each of its instants, in its own process: what the tests of sudden death share."""

import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]


def tuer(modele: Path, essais: Path, geste: str = "", mode: str = "appels", pas: int = 1) -> int:
    """Kill `geste` ("": a publication) on copies of `modele`, left in essais/1, essais/2…; how many
    died."""
    essais.mkdir()
    quel = [geste] if geste else []
    tueur = subprocess.run(
        [sys.executable, "-m", "tests.stockage.tueur", modele, essais, mode, str(pas), *quel],
        check=False,
        cwd=RACINE,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert tueur.returncode == 0, tueur.stderr
    return int(tueur.stdout)
