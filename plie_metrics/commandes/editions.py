"""`editions`: the archive of the meetings, and what became of a file that was handed over."""

import argparse
import sys
from pathlib import Path
from typing import Any

from plie_metrics.chemins import COPIL
from plie_metrics.editions.depot import Depot, Fiche, corrections
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.mots import nom_complet, phrase_examen
from plie_metrics.editions.remises import examiner
from plie_metrics.erreurs import ErreurPlie


class FichierIllisible(ErreurPlie):
    """A file to verify that cannot be read."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "editions",
        help="liste les éditions de COPIL et vérifie un fichier remis",
        description=(
            "Sans rien : liste les éditions figées et contrôle chacune. Avec un fichier remis "
            "(PPTX, XLSX, PDF, HTML, DOCX) ou une empreinte : dit de quelle édition il vient et "
            "s’il a été modifié."
        ),
    )
    commande.add_argument("quoi", metavar="FICHIER_OU_EMPREINTE", nargs="?")
    commande.add_argument(
        "--copil", type=Path, default=COPIL, metavar="DOSSIER", help="dossier des éditions"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """List, or verify; 1 when an edition is damaged, or the file is changed or unknown."""
    depot = Depot(demande.copil)
    if demande.quoi is None:
        return _lister(depot.fiches())
    chemin = Path(demande.quoi)
    if not chemin.is_file():
        print(nom_complet(depot.retrouver(demande.quoi)))
        return 0
    try:
        contenu = chemin.read_bytes()
    except OSError:
        raise FichierIllisible(f"Le fichier {chemin.name} n’a pas pu être lu.") from None
    examen = examiner(contenu, depot.editions(), demande.copil)
    print(phrase_examen(examen, chemin.name))
    return 0 if examen.verdict == "intact" else 1


def _lister(fiches: tuple[Fiche, ...]) -> int:
    if not fiches:
        print("Aucune édition n’est figée ; la page « COPIL » en prépare.")
    saines = tuple(fiche.edition for fiche in fiches if fiche.edition)
    for edition in saines:
        print("\n".join(_lignes(edition, saines)))
    for fiche in fiches:
        if fiche.edition is None:
            print(fiche.erreur, file=sys.stderr)
    return 0 if len(saines) == len(fiches) else 1


def _lignes(edition: Edition, toutes: tuple[Edition, ...]) -> list[str]:
    suites = [f"  corrigée par {c.identifiant}" for c in corrections(edition, toutes)]
    return [f"{edition.identifiant} : {nom_complet(edition)}", *suites]
