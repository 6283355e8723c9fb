"""`restaurer`: a backup becomes a data folder again."""

import argparse
from pathlib import Path
from typing import Any

from plie_metrics.presentation.formats import avec_unite
from plie_metrics.sauvegarde.restauration import restaurer


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "restaurer",
        help="restaure une sauvegarde dans un dossier vide",
        description=(
            "Vérifie chaque fichier d’une sauvegarde, puis la restaure en entier ou pas du tout. "
            "Ne recouvre jamais rien : le dossier doit être vide ou nouveau."
        ),
    )
    commande.add_argument("fichier", metavar="FICHIER.zip", type=Path)
    commande.add_argument(
        "--vers", metavar="DOSSIER", type=Path, required=True, help="dossier vide ou nouveau"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Restore, then say how to use the folder."""
    inventaire = restaurer(demande.fichier, demande.vers)
    combien = avec_unite(len(inventaire.fichiers), "fichier", "fichiers")
    print(f"{demande.vers} : {combien}, sauvegarde du {inventaire.quand}.")
    print(
        "Pour l’utiliser : renommez ce dossier en « data », ou désignez-le par la variable "
        "PLIE_DONNEES. Les personnes effacées depuis cette date sont à effacer de nouveau."
    )
    return 0
