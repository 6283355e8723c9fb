"""`publications`: rebuild the published figures from their transcriptions, seal the territory."""

import argparse
from pathlib import Path
from typing import Any

from plie_metrics.chemins import PUBLICATIONS, TERRITOIRE
from plie_metrics.publications.construction import construire
from plie_metrics.territoire.lecture import sceller


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "publications",
        help="reconstruit les chiffres publiés à partir des transcriptions",
        description=(
            "Reconstruit les fichiers Parquet de data/publications/ à partir des CSV et refait "
            "le manifeste de data/territoire/."
        ),
    )
    commande.add_argument(
        "--dossier",
        type=Path,
        default=PUBLICATIONS,
        help="dossier des transcriptions (par défaut : data/publications)",
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Build and tell what was written."""
    ecrits = construire(demande.dossier)
    if demande.dossier == PUBLICATIONS:  # another folder has no territory of its own
        ecrits.append(sceller(TERRITOIRE))
    for fichier in ecrits:
        print(f"Écrit : {fichier}")
    return 0
