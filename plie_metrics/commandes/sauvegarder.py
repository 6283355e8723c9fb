"""`sauvegarder`: the data folder in one file."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from plie_metrics.chemins import DONNEES, JOURNAL
from plie_metrics.configuration import Fige, lire, modeler
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.stockage import lister


class Reglages(Fige):
    """Table [sauvegarde] of data/plie.toml; `journal`: the access journal is saved too."""

    journal: bool


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "sauvegarder",
        help="sauvegarde toutes les données dans un fichier",
        description=(
            "Écrit dans un fichier ZIP tout le dossier des données : arrêtés, registre, éditions "
            "des COPIL, réglages, et le journal des accès si [sauvegarde] le dit. Ne recouvre "
            "jamais un fichier. Les secrets (.streamlit/secrets.toml) n’y sont pas : gardez-les à "
            "part."
        ),
    )
    commande.add_argument("fichier", metavar="FICHIER.zip", type=Path)
    commande.add_argument(
        "--donnees",
        type=Path,
        default=DONNEES,
        metavar="DOSSIER",
        help="dossier des données (par défaut : celui de l’installation)",
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Save, tell what was; damaged snapshots are saved as they are, and named."""
    reglages = modeler(Reglages, "sauvegarde", lire("sauvegarde"))
    propre = demande.donnees == DONNEES
    journal = (JOURNAL if propre else demande.donnees / "journal") if reglages.journal else None
    for entree in lister(demande.donnees / "snapshots", complet=True):
        if entree.erreur:
            print(f"{entree.erreur} Sauvegardé tel quel.", file=sys.stderr)
    quand = datetime.now().astimezone()
    inventaire = sauvegarder(demande.donnees, demande.fichier, quand, journal)
    combien = avec_unite(len(inventaire.fichiers), "fichier", "fichiers")
    print(f"{demande.fichier} : {combien}. Il contient des données personnelles : protégez-le.")
    return 0
