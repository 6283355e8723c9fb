"""`python -m tests.bench.exports`: seconds of each file of a COPIL, at real size.

The edition is that of `exporter --nouvelle`: the views of data/plie.toml on the last arrêté of the
demonstration, exact figures. Each file is made `--tours` times; the first also opens fonts.
"""

import argparse
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.editions.automatique import brouillon_automatique, figer_automatique
from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.depot import Depot
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.ouverture import atelier_de
from plie_metrics.editions.reglages import lire_reglages
from plie_metrics.exports.formats import FORMATS, Format
from plie_metrics.exports.remise import fabriquer
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.stockage import en_usage
from tests.bench.mesures import Ligne, enregistrer, ligne

PROFIL = "coordination"


def figer(arretes: Path, depot: Depot) -> Edition:
    """A new edition of the last arrêté beside the one before."""
    noms = [entree.nom for entree in en_usage(arretes)]
    avant = noms[-2] if len(noms) > 1 else ""
    brouillon = Brouillon(
        "", "Banc d’essai", date.today(), "essai", noms[-1], datetime.now(UTC), PROFIL, avant
    )
    atelier = atelier_de(PROFIL, arretes)
    rempli = brouillon_automatique(brouillon, lire_reglages().vues, atelier)
    return figer_automatique(rempli, atelier, nom_ou_defaut(), depot, datetime.now(UTC))[0]


def chronometrer(edition: Edition, le_format: Format, copil: Path) -> float:
    """Seconds to make one file, in memory."""
    debut = time.perf_counter()
    assert fabriquer(edition, le_format, datetime.now(UTC), copil)
    return time.perf_counter() - debut


def mesurer(arretes: Path, tours: int) -> list[Ligne]:
    """The rows of the table: freezing, then each format."""
    with tempfile.TemporaryDirectory() as copil:
        debut = time.perf_counter()
        edition = figer(arretes, Depot(Path(copil)))
        gel = Ligne(
            f"COPIL of {len(edition.vues)} views, computed and frozen",
            time.perf_counter() - debut,
            "s",
        )
        return [
            gel,
            *(
                ligne(
                    f"COPIL, {nom} file",
                    [chronometrer(edition, le_format, Path(copil)) for _ in range(tours)],
                    "s",
                )
                for nom, le_format in FORMATS.items()
            ),
        ]


def principal() -> None:
    """Measure, print and keep."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai des fichiers du COPIL.")
    analyseur.add_argument("--tours", type=int, default=3)
    analyseur.add_argument("--arretes", type=Path, default=SNAPSHOTS)
    demande = analyseur.parse_args()
    enregistrer("exports", 50, mesurer(demande.arretes, demande.tours))


if __name__ == "__main__":
    principal()
