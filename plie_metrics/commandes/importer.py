"""`importer`: an extract of the case-management software becomes a snapshot."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.commandes.preparer import ajouter_option, preparer_apres
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.classeur_erreurs import classeur_erreurs
from plie_metrics.importation.correspondance_toml import lire_correspondance
from plie_metrics.importation.publication import publier
from plie_metrics.importation.rapport import Rapport

CLASSEUR_ERREURS: Final = "erreurs-import-{arrete}.xlsx"


class ArreteInvalide(ErreurPlie):
    """The date of the arrêté is no date."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "importer",
        help="importe un extrait du logiciel de suivi et publie un arrêté",
        description=(
            "Contrôle un extrait (dossier de fichiers CSV ou classeur XLSX) et le publie. À la "
            "moindre erreur, rien n’est publié et chaque ligne fautive est dite."
        ),
    )
    commande.add_argument("source", metavar="DOSSIER_OU_CLASSEUR", type=Path)
    commande.add_argument(
        "--arrete", metavar="AAAA-MM-JJ", required=True, help="date à laquelle l’extrait est arrêté"
    )
    commande.add_argument(
        "--vers",
        metavar="DOSSIER",
        type=Path,
        default=SNAPSHOTS,
        help="dossier des arrêtés (par défaut : data/snapshots)",
    )
    commande.add_argument(
        "--correspondance",
        metavar="FICHIER.toml",
        type=Path,
        help="tables, colonnes et valeurs de l’export, quand elles portent d’autres noms",
    )
    commande.add_argument(
        "--erreurs",
        metavar="CLASSEUR.xlsx",
        type=Path,
        help="où écrire les erreurs, cases fautives coloriées (par défaut : "
        "erreurs-import-AAAA-MM-JJ.xlsx dans le dossier courant)",
    )
    ajouter_option(commande)
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Import; print the snapshot's path, or every error and 1."""
    arrete = _jour(demande.arrete)
    correspondance = lire_correspondance(demande.correspondance) if demande.correspondance else None
    with analyser(demande.source, arrete, correspondance) as rapport:
        for avertissement in rapport.avertissements:
            print(f"Avertissement — {avertissement}", file=sys.stderr)
        if not rapport.publiable:
            _dire_les_erreurs(rapport, demande.erreurs)
            return 1
        publie = publier(rapport, demande.vers)
    print(publie, flush=True)
    if not demande.sans_preparation:
        preparer_apres([publie], demande.vers)
    return 0


def _dire_les_erreurs(rapport: Rapport, classeur: Path | None) -> None:
    for anomalie in rapport.anomalies():
        print(anomalie, file=sys.stderr)
    fichier = classeur or Path(CLASSEUR_ERREURS.format(arrete=rapport.arrete.isoformat()))
    print(rapport.resume(), file=sys.stderr)
    try:
        fichier.write_bytes(classeur_erreurs(rapport))
    except OSError:
        print(
            f"Le classeur des erreurs n’a pas pu être écrit dans {fichier} : choisissez un autre "
            "endroit avec --erreurs.",
            file=sys.stderr,
        )
    else:
        print(f"Cases fautives coloriées dans le classeur : {fichier}", file=sys.stderr)


def _jour(texte: str) -> date:
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise ArreteInvalide(
            f"--arrete : « {texte} » n’est pas une date ; écrivez-la AAAA-MM-JJ, par exemple "
            "2016-12-31."
        ) from None
