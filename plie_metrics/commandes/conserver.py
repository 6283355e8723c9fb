"""`conserver`: what is older than the obligation, without touching anything."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from plie_metrics.chemins import JOURNAL, SNAPSHOTS
from plie_metrics.conservation.anciennete import Anciens, trouver
from plie_metrics.conservation.durees import Durees, lire_durees
from plie_metrics.presentation.formats import avec_unite


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "conserver",
        help="liste ce qui est plus ancien que la durée de conservation",
        description=(
            "Liste ce qui dépasse les durées de la table [conservation] de plie.toml : personnes "
            "(comptées, jamais nommées), arrêtés, journaux. N’écrit rien ; « purger » détruit."
        ),
    )
    options(commande)
    commande.set_defaults(executer=executer)


def options(commande: argparse.ArgumentParser) -> None:
    """What `conserver` and `purger` both ask."""
    commande.add_argument(
        "--dossier",
        type=Path,
        default=SNAPSHOTS,
        help="dossier des arrêtés (par défaut : data/snapshots)",
    )
    commande.add_argument(
        "--journal",
        type=Path,
        default=JOURNAL,
        metavar="DOSSIER",
        help="dossier du journal des accès (par défaut : data/journal)",
    )


def executer(demande: argparse.Namespace) -> int:
    """List; always 0 but when a snapshot cannot be read."""
    return dire(*chercher(demande))


def chercher(demande: argparse.Namespace) -> tuple[Anciens, Durees]:
    """What is too old today, and the durations; raises ConfigurationInvalide."""
    durees = lire_durees()
    return trouver(demande.dossier, demande.journal, durees, date.today()), durees


def dire(anciens: Anciens, durees: Durees) -> int:
    """Print the list; 1 when a snapshot cannot be read: what it holds is not known."""
    sortie = f"parcours fini depuis plus de {avec_unite(durees.annees_apres_sortie, 'an', 'ans')}"
    print(f"Personnes ({sortie}) : {len(anciens.personnes)}")
    age = avec_unite(durees.annees_arretes, "an", "ans")
    print(f"Arrêtés de plus de {age} : {', '.join(e.nom for e in anciens.arretes) or 'aucun'}")
    noms = ", ".join(fichier.name for fichier in anciens.journaux)
    print(f"Journaux de plus de {durees.mois_journal} mois : {noms or 'aucun'}")
    for entree in anciens.illisibles:
        print(entree.erreur, file=sys.stderr)
    return 1 if anciens.illisibles else 0
