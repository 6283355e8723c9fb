"""`purger`: destroy what is older than the obligation, on request, with a record."""

import argparse
from datetime import datetime
from typing import Any

from plie_metrics.commandes import conserver
from plie_metrics.commandes.effacer import SUITE, dire_lignes
from plie_metrics.conservation.purge import purger


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "purger",
        help="détruit ce qui est plus ancien que la durée de conservation",
        description=(
            "Détruit ce que « conserver » liste : les personnes sont effacées de tous les arrêtés, "
            "les arrêtés et journaux trop anciens sont supprimés. Le registre en garde trace, sans "
            "identité. Sans --confirmer, liste seulement."
        ),
    )
    conserver.options(commande)
    commande.add_argument("--confirmer", action="store_true", help="détruit vraiment")
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """List, then destroy when confirmed."""
    anciens, durees = conserver.chercher(demande)
    code = conserver.dire(anciens, durees)
    if anciens.vide:
        print("Rien à purger.")
        return code
    if not demande.confirmer:
        print("Rien n’a été détruit : ajoutez --confirmer pour le faire.")
        return code
    actes = purger(demande.dossier, anciens, datetime.now().astimezone())
    dire_lignes("Purgé, et consigné dans le registre.", [acte.lignes for acte in actes])
    print(SUITE)
    return code
