"""`publications`: rebuild the published figures from their transcriptions."""

import argparse
from pathlib import Path
from typing import Any

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.construction import construire


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "publications",
        help="reconstruit les chiffres publiés à partir des transcriptions",
        description="Reconstruit les fichiers Parquet de data/publications/ à partir des CSV.",
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
    for fichier in construire(demande.dossier):
        print(f"Écrit : {fichier}")
    return 0
