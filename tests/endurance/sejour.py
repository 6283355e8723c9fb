"""`python -m tests.endurance.sejour --minutes 10`: ten people change everything at random.

Ten sessions of the real entry, in one process, on the demonstration: each turn, one of them changes
page or moves a choice. What must hold: no error in the log, and memory flat once caches are warm.
"""

import argparse
import logging
import random
import resource
import sys
import time
from pathlib import Path
from typing import Any, Final

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from pages._menu import MENU
from plie_metrics.chemins import RACINE
from tests.endurance.resultats import noter

FICHIERS: Final = [entree.fichier for section in MENU.values() for entree in section]
CROISSANCE_MAX: Final = 0.10
"""Of memory, from the middle of the stay to its end."""


class Fautes(logging.Handler):
    """Keeps the errors of the log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.vues: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.vues.append(f"{record.getMessage()} {record.exc_info[1] if record.exc_info else ''}")


def memoire_mo() -> float:
    """What this process holds now, in Mo (its peak where the system does not tell)."""
    etat = Path("/proc/self/statm")
    if etat.exists():
        return int(etat.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def bouger(page: AppTest, hasard: random.Random) -> str:
    """Change the page, or one of its choices; the move in words."""
    boites = list(page.selectbox)
    if not boites or hasard.random() < 0.3:
        fichier = hasard.choice(FICHIERS)
        page.switch_page(fichier).run()
        return fichier
    boite = hasard.choice(boites)
    choisie = hasard.choice(list(boite.options)) if boite.options else None
    if choisie is not None and isinstance(boite, Selectbox):
        boite.select(choisie).run()
    return str(boite.key)


def sejourner(minutes: float, personnes: int, graine: int) -> dict[str, Any]:
    """Live there; what was seen."""
    hasard = random.Random(graine)
    fautes = Fautes()
    logging.getLogger("plie").addHandler(fautes)
    entree = str(RACINE / "pages" / "_cadre.py")
    pages = [AppTest.from_file(entree, default_timeout=120).run() for _ in range(personnes)]
    debut = time.monotonic()
    mesures: list[tuple[float, float]] = []
    gestes = 0
    while (ecoule := time.monotonic() - debut) < minutes * 60:
        page = hasard.choice(pages)
        bouger(page, hasard)
        fautes.vues += [str(e.value) for e in page.exception]
        gestes += 1
        mesures.append((ecoule, memoire_mo()))
    milieu = mesures[len(mesures) // 2][1]
    return {
        "minutes": minutes,
        "personnes": personnes,
        "gestes": gestes,
        "erreurs": len(fautes.vues),
        "premieres_erreurs": sorted(set(fautes.vues))[:5],
        "memoire_mo": {
            "debut": round(mesures[0][1]),
            "milieu": round(milieu),
            "fin": round(mesures[-1][1]),
        },
        "croissance": round(mesures[-1][1] / milieu - 1, 3),
    }


def principal() -> int:
    """Run and record; 1 when something did not hold."""
    options = argparse.ArgumentParser(description="Dix personnes changent tout, au hasard.")
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--personnes", type=int, default=10)
    options.add_argument("--graine", type=int, default=2016)
    options.add_argument("--sans-noter", action="store_true", help="n’écrit pas les résultats")
    demande = options.parse_args()
    resultat = sejourner(demande.minutes, demande.personnes, demande.graine)
    print(resultat)
    if not demande.sans_noter:
        noter("sejour", resultat)
    return int(resultat["erreurs"] > 0 or resultat["croissance"] > CROISSANCE_MAX)


if __name__ == "__main__":
    sys.exit(principal())
