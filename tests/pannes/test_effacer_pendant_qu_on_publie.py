"""Erased in one process while another publishes: nobody else is lost, nothing is half written."""

import subprocess
import sys
from datetime import date

from plie_metrics.chemins import RACINE
from plie_metrics.conservation.registre import lire_registre
from plie_metrics.stockage import en_usage, lister, ouvrir
from tests.conservation.exemples import publier_gens

FOIS = 5
JOURS = [date(2016, mois, 28) for mois in range(1, FOIS + 1)]
PEU = ("participants", "parcours")
PUBLIER = f"""
import sys
from datetime import date
from pathlib import Path
from tests.conservation.exemples import publier_gens
print("pret", flush=True); sys.stdin.readline()
for mois in range(1, {FOIS + 1}):
    for jour in (28, 29):
        publier_gens(Path(sys.argv[1]), "P2", "P3", arrete=date(2016, mois, jour), gardees={PEU})
"""
EFFACER = """
import sys
from pathlib import Path
from tests.pannes.gestes import effacer_p1
print("pret", flush=True); sys.stdin.readline()
effacer_p1(Path(sys.argv[1]))
"""


def lancer(code, dossier):
    """A process that is ready to begin."""
    processus = subprocess.Popen(
        [sys.executable, "-c", code, dossier],
        cwd=RACINE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert processus.stdout.readline() == "pret\n"
    return processus


def test_effacer_pendant_qu_on_publie(tmp_path):
    for jour in JOURS:
        publier_gens(tmp_path, "P1", "P2", arrete=jour, gardees=PEU)
    ensemble = [lancer(PUBLIER, tmp_path), lancer(EFFACER, tmp_path)]
    for processus in ensemble:
        processus.stdin.write("\n")
        processus.stdin.flush()
    for processus in ensemble:
        processus.communicate(timeout=60)
        assert processus.returncode == 0
    entrees = lister(tmp_path, complet=True)
    assert {entree.etat for entree in entrees} == {"publie"}
    gens = [ouvrir(e.chemin).table("participants")["participant_id"].tolist() for e in entrees]
    assert all("P2" in presents and "P1" not in presents for presents in gens)
    # what was published meanwhile is there, beside what was rewritten
    assert gens.count(["P2", "P3"]) == 2 * FOIS
    assert gens.count(["P2"]) == FOIS
    assert {e.arrete for e in en_usage(tmp_path)} == {
        date(2016, jour.month, n) for jour in JOURS for n in (28, 29)
    }
    assert len(lire_registre(tmp_path)) == FOIS
    assert not [reste for reste in tmp_path.iterdir() if reste.name.startswith(".brouillon")]
