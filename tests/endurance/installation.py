"""`python -m tests.endurance.installation`: what the container does, in a clean environment.

requirements.txt alone, an empty data folder, the demonstration, the server, its health, its page.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from urllib.request import urlopen

from plie_metrics.chemins import RACINE
from tests.endurance.resultats import noter

ATTENTE = 90


def principal() -> int:
    """Install, serve, ask; record."""
    with tempfile.TemporaryDirectory() as dossier:
        python = Path(dossier) / "venv" / "bin" / "python"
        venv.create(python.parents[1], with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", RACINE / "requirements.txt"], check=True)
        environnement = {**os.environ, "PLIE_DONNEES": f"{dossier}/donnees", "HOME": dossier}
        subprocess.run(
            [python, "-m", "plie_metrics", "demo"], check=True, cwd=RACINE, env=environnement
        )
        secondes = servir(python, environnement)
    print(f"sain en {secondes:.1f} s")
    noter("installation", {"secondes_avant_sante": round(secondes, 1)})
    return 0


def servir(python: Path, environnement: dict[str, str]) -> float:
    """Start the server, wait for its health, read its page; seconds before it was well."""
    with socket.socket() as libre:
        libre.bind(("127.0.0.1", 0))
        port = libre.getsockname()[1]
    debut = time.monotonic()
    commande = [python, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    serveur = subprocess.Popen([*commande, f"--server.port={port}"], cwd=RACINE, env=environnement)
    try:
        while lire(f"http://127.0.0.1:{port}/_stcore/health") != "ok":
            assert serveur.poll() is None and time.monotonic() - debut < ATTENTE
            time.sleep(0.5)
        pris = time.monotonic() - debut
        assert '<html lang="fr">' in lire(f"http://127.0.0.1:{port}/")
        return pris
    finally:
        serveur.terminate()
        serveur.wait(20)


def lire(adresse: str) -> str:
    """The text at this address, "" while nothing answers."""
    try:
        with urlopen(adresse, timeout=5) as reponse:
            return reponse.read().decode()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(principal())
