"""`effacer`: one person leaves every snapshot."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.conservation.effacement import EffacementImpossible, effacer, projeter
from plie_metrics.conservation.personnes import Cibles
from plie_metrics.conservation.registre import REGISTRE
from plie_metrics.importation.pseudonymes import cle_pseudonymes, pseudonyme
from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.stockage import Entree

CLAVIER: Final = "-"
SUITE: Final = (
    "Reste à faire : effacez la personne du logiciel de suivi, sans quoi le prochain import la "
    "ramène ; détruisez ou purgez les sauvegardes d’avant ; redémarrez le tableau de bord."
)


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "effacer",
        help="efface une personne de tous les arrêtés",
        description=(
            "Réécrit sans cette personne chaque arrêté qui la contient, comme une nouvelle "
            "édition, et détruit l’ancienne. Un registre garde la date, le nombre de lignes et les "
            "empreintes, jamais l’identité. Les éditions figées des COPIL gardent leurs totaux. "
            "Interrompue, la même commande reprend et finit le travail."
        ),
    )
    commande.add_argument(
        "personne",
        metavar="PARTICIPANT",
        help=f"son numéro dans les arrêtés ; « {CLAVIER} » pour le donner au clavier, sans trace "
        "dans l’historique du terminal",
    )
    genre = commande.add_mutually_exclusive_group()
    genre.add_argument(
        "--candidat", action="store_true", help="c’est le numéro d’un candidat des clauses"
    )
    genre.add_argument(
        "--pseudonymiser",
        action="store_true",
        help="c’est l’identifiant d’avant l’import : il est remplacé par son pseudonyme",
    )
    commande.add_argument(
        "--dossier",
        type=Path,
        default=SNAPSHOTS,
        help="dossier des arrêtés (par défaut : data/snapshots)",
    )
    commande.add_argument(
        "--essai", action="store_true", help="dit ce qui serait effacé, et n’écrit rien"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Erase, or tell what would be; 1 when the person is nowhere or a snapshot cannot be read."""
    cibles = _cibles(demande)
    projet = projeter(demande.dossier, cibles)
    if demande.essai:
        editions = [r for r in projet.reecritures if r.lignes]
        dire_lignes(
            f"Seraient réécrites : {avec_unite(len(editions), 'édition', 'éditions')}.",
            [r.lignes for r in editions],
        )
        return _dire_illisibles(projet.illisibles)
    actes = effacer(demande.dossier, cibles, datetime.now().astimezone())
    if not actes:
        _dire_illisibles(projet.illisibles)
        raise EffacementImpossible(
            "Cette personne ne figure dans aucun arrêté lisible : vérifiez le numéro. Si "
            f"l’effacement avait été interrompu, il est terminé (voir {REGISTRE})."
        )
    for acte in actes:
        print(f"{', '.join(acte.remplacees)} → {', '.join(acte.nouvelles)}")
    dire_lignes("Effacée.", [acte.lignes for acte in actes])
    print(SUITE)
    return _dire_illisibles(projet.illisibles)


def dire_lignes(constat: str, lignes: Iterable[Mapping[str, int]]) -> None:
    """A sentence, then how many rows of each table."""
    total: Counter[str] = Counter()
    for partie in lignes:
        total.update(partie)
    print(constat)
    for table, combien in total.items():
        print(f"  {table} : {avec_unite(combien, 'ligne', 'lignes')}")
    print(f"  en tout : {nombre(total.total())}")


def _cibles(demande: argparse.Namespace) -> Cibles:
    qui = demande.personne
    if qui == CLAVIER:
        qui = sys.stdin.readline().strip()
    if demande.pseudonymiser:
        qui = pseudonyme(qui, cle_pseudonymes())
    vide: frozenset[str] = frozenset()
    return Cibles(vide, frozenset({qui})) if demande.candidat else Cibles(frozenset({qui}), vide)


def _dire_illisibles(entrees: Iterable[Entree]) -> int:
    """1 when there are some: the person may still be there."""
    code = 0
    for entree in entrees:
        code = 1
        print(
            f"{entree.erreur} Tant qu’il est là, on ne sait pas si la personne y figure.",
            file=sys.stderr,
        )
    return code
