"""Real size: every indicator of the catalogue under one filter, beside hand-written pandas.

`python -m tests.bench.taille_reelle [--tours 30]` takes the last arrêté of the demonstration
and has both compute the same figures in turn from loaded tables.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from plie_metrics.calcul.bases import PLACES
from plie_metrics.calcul.lot import repondre
from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.filtres import Filtres
from plie_metrics.memoire import Memoire
from plie_metrics.moteur import ReglageMoteur
from plie_metrics.periodes import Periode
from plie_metrics.secret.ouverture import donnees_de
from plie_metrics.stockage import Snapshot, ouvrir
from tests.bench.mesures import enregistrer, ligne_rapport
from tests.bench.pandas_ecrit_a_la_main import compter

ANNEE: Final = Periode(date(2016, 1, 1), date(2016, 12, 31))
COMMUNE: Final = "21231"
DE_DIJON: Final = Filtres(commune=(COMMUNE,))
FACTEUR_PERMIS: Final = 2.0
Durees = list[float]
EN_MEMOIRE: Final = ReglageMoteur(moteur="pandas", seuil_lignes=0)


def mesurer(snapshot: Snapshot, tours: int) -> tuple[Durees, Durees, Durees]:
    """Seconds of the indicators asked for the first time, then again, and of the yardstick.

    « First time »: nothing is kept of an earlier request. « Again »: another commune each time, on
    populations that are kept, as when a filter changes on a page.
    """
    tables = {nom: snapshot.table(nom) for nom in snapshot.tables}
    donnees = donnees_de(snapshot, reglage=EN_MEMOIRE)
    communes = sorted(donnees.modalites["commune"])
    premiere, encore, etalon = [], [], []
    for tour in range(tours):
        filtres = Filtres(commune=(communes[tour % len(communes)],))
        neuves = replace(donnees.bases, memoire=Memoire(PLACES))
        fraiches = replace(donnees, bases=neuves)
        etalon.append(duree(partial(compter, tables, ANNEE.du, ANNEE.au, COMMUNE)))
        premiere.append(duree(partial(repondre, fraiches, ANNEE, DE_DIJON)))
        encore.append(duree(partial(repondre, donnees, ANNEE, filtres)))
    return premiere, encore, etalon


def duree(geste: Callable[[], Any]) -> float:
    """Seconds of one call."""
    debut = time.perf_counter()
    geste()
    return time.perf_counter() - debut


def principal() -> None:
    """Measure, print and keep."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai à la taille réelle.")
    analyseur.add_argument("--tours", type=int, default=30, help="combien de fois")
    demande = analyseur.parse_args()
    with tempfile.TemporaryDirectory() as dossier:
        jeu = construire(lire_sources(), ouvrir_publications(), GRAINE)
        dernier = dict(list(jeu.items())[-1:])
        snapshot = ouvrir(publier_jeu(dernier, Path(dossier))[0])
        premiere, encore, etalon = mesurer(snapshot, demande.tours)
    quoi = "Real size, every indicator under a filter, against hand-written pandas"
    enregistrer(
        "taille_reelle",
        10,
        [
            ligne_rapport(quoi, premiere, etalon, FACTEUR_PERMIS),
            ligne_rapport(f"{quoi}, when the filter changes", encore, etalon, FACTEUR_PERMIS),
        ],
    )


if __name__ == "__main__":
    principal()
