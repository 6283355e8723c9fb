"""`preparer`: solve the secrecy beforehand, so that protected profiles open at once."""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Final

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.configuration import lire
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret import preparation
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import lister, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque

LIGNES_MAX: Final = 200_000
"""Parcours beyond which the arrêté is left to its first opening: reading it takes minutes."""
SUITE: Final = (
    "Les arrêtés publiés sont intacts ; ce qui manque se calculera à la première ouverture par un "
    "financeur ou le public."
)


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "preparer",
        help="prépare les chiffres des profils protégés (financeur, public)",
        description=(
            "Résout d’avance le secret statistique de tous les arrêtés d’un dossier, pour que "
            "leurs pages s’ouvrent aussitôt. Ce qui est déjà prêt n’est pas refait."
        ),
    )
    commande.add_argument(
        "--vers",
        type=Path,
        default=SNAPSHOTS,
        metavar="DOSSIER",
        help="dossier des arrêtés (par défaut : data/snapshots)",
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Prepare every readable arrêté of the folder; 1 if something could not be."""
    sains = [entree.chemin for entree in lister(demande.vers) if entree.manifeste is not None]
    return 0 if preparer_apres(sains, demande.vers) else 1


def ajouter_option(commande: Any) -> None:
    """The option of the commands that publish."""
    commande.add_argument(
        "--sans-preparation",
        action="store_true",
        help="ne prépare pas les chiffres des profils protégés (financeur, public) : leur "
        "première ouverture sera plus longue",
    )


def preparer_apres(chemins: Sequence[Path], dossier: Path) -> bool:
    """Prepare what was just published, told on standard error; a failure is told, never raised."""
    try:
        petits = [chemin for chemin in chemins if _tient(chemin)]
        reglages = valider(lire("secret"))
        preparation.preparer(petits, reglages, CoffreDisque(dossier), _avancer)
    except KeyboardInterrupt:
        return _dire(f"Préparation interrompue. {SUITE}")
    except (ErreurPlie, OSError, BrokenProcessPool, ValueError, RuntimeError) as erreur:
        return _dire(f"Les profils protégés n’ont pas pu être préparés ({erreur}). {SUITE}")
    return True


def _tient(chemin: Path) -> bool:
    tient = ouvrir(chemin).tables["parcours"] <= LIGNES_MAX
    if not tient:
        _dire(f"Arrêté {chemin.name} : trop grand pour être préparé ici. {SUITE}")
    return tient


def _avancer(nom: str, profil: str, faits: int, total: int) -> None:
    _dire(f"Profils protégés : arrêté {nom}, {profil} : prêt ({faits} sur {total}).")


def _dire(phrase: str) -> bool:
    """Print it; false, for whoever returns it as a failure."""
    print(phrase, file=sys.stderr, flush=True)
    return False
