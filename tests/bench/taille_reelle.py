"""Real size: every indicator of the catalogue under one filter, beside hand-written pandas.

`python -m tests.bench.taille_reelle [--tours 30]` takes the last arrêté of the demonstration
and has both compute the same figures in turn from loaded tables.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

from plie_metrics.calcul.lot import repondre
from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire
from plie_metrics.filtres import Filtres
from plie_metrics.moteur import ReglageMoteur
from plie_metrics.periodes import Periode
from plie_metrics.secret.ouverture import donnees_de
from plie_metrics.stockage import Snapshot, ouvrir
from tests.bench.mesures import enregistrer, ligne_rapport
from tests.bench.pandas_ecrit_a_la_main import compter

ANNEE: Final = Periode(date(2016, 1, 1), date(2016, 12, 31))
COMMUNE: Final = "21231"
FACTEUR_PERMIS: Final = 2.0
EN_MEMOIRE: Final = ReglageMoteur(moteur="pandas", seuil_lignes=0)


def mesurer(snapshot: Snapshot, tours: int) -> tuple[list[float], list[float]]:
    """Seconds of the indicators and of the yardstick, measured in turn."""
    tables = {nom: snapshot.table(nom) for nom in snapshot.tables}
    donnees = donnees_de(snapshot, reglage=EN_MEMOIRE)
    filtres = Filtres(commune=(COMMUNE,))
    nous, etalon = [], []
    for _ in range(tours):
        etalon.append(duree(lambda: compter(tables, ANNEE.du, ANNEE.au, COMMUNE)))
        nous.append(duree(lambda: repondre(donnees, ANNEE, filtres)))
    return nous, etalon


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
        mesures = mesurer(snapshot, demande.tours)
    quoi = "Real size, every indicator under a filter, against hand-written pandas"
    enregistrer("taille_reelle", 10, [ligne_rapport(quoi, *mesures, FACTEUR_PERMIS)])


if __name__ == "__main__":
    principal()
