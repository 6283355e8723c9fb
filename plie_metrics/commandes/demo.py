"""`demo`: (re)build the demonstration snapshots."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any, Final

from plie_metrics.chemins import PUBLICATIONS, SNAPSHOTS, TERRITOIRE
from plie_metrics.commandes.preparer import ajouter_option, preparer_apres
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.arretes import ARRETES
from plie_metrics.demonstration.cibles import cibles
from plie_metrics.demonstration.cibles_clauses import cibles_clauses
from plie_metrics.demonstration.extrait import Sources
from plie_metrics.demonstration.habitat import Territoire
from plie_metrics.demonstration.jeu import Jeu, construire
from plie_metrics.demonstration.referents import structures
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.lecture import ouvrir
from plie_metrics.stockage import lister, publier
from plie_metrics.territoire.lecture import lire_territoire

FIN_ANNEE: Final = date(2016, 12, 31)
RAPPORT: Final = "rapport_2016"
MISSIONS_LOCALES: Final = ("contrat_objectifs_ml_2009_2011", "convention_ml_2008")
SOURCE: Final = (
    "Données de démonstration, inventées : elles reproduisent les tableaux du rapport d’activité "
    "2016 du PLIE et ne décrivent aucune personne réelle."
)


class DemonstrationRefusee(ErreurPlie):
    """The demonstration would stand before real data."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "demo",
        help="(re)construit les arrêtés de démonstration",
        description=(
            "Construit les quatre arrêtés de démonstration de 2016 à partir des chiffres publiés, "
            "toujours les mêmes à l’octet près. Un arrêté de démonstration identique est gardé ; "
            "s’il diffère, une nouvelle édition est publiée ; aucun arrêté réel n’est recouvert."
        ),
    )
    commande.add_argument(
        "--vers",
        type=Path,
        default=SNAPSHOTS,
        metavar="DOSSIER",
        help="dossier des arrêtés (par défaut : data/snapshots)",
    )
    commande.add_argument(
        "--echelle",
        type=_echelle,
        default=1,
        metavar="N",
        help="multiplie la population par N (par défaut : 1)",
    )
    ajouter_option(commande)
    commande.set_defaults(executer=executer)


def _echelle(texte: str) -> int:
    if not texte.isdigit() or int(texte) < 1:
        raise argparse.ArgumentTypeError(f"« {texte} » n’est pas un nombre entier positif")
    return int(texte)


def executer(demande: argparse.Namespace) -> int:
    """Build, publish what is new, print the path of each snapshot."""
    refuser_si_reel(demande.vers)
    jeu = construire(lire_sources(), ouvrir_publications(), GRAINE, demande.echelle)
    publies = publier_jeu(jeu, demande.vers)
    for chemin in publies:
        print(chemin, flush=True)
    if not demande.sans_preparation:
        preparer_apres(publies, demande.vers)
    return 0


def lire_sources() -> Sources:
    """Published targets, structures and territory of the year; raises ErreurPlie."""
    rapport = ouvrir(PUBLICATIONS, RAPPORT)
    lieux = lire_territoire(TERRITOIRE)
    quartiers = lieux.quartiers_au(FIN_ANNEE)
    return Sources(
        cibles(rapport),
        cibles_clauses(rapport),
        structures(rapport),
        Territoire(
            {commune.insee: commune.population for commune in lieux.communes_au(FIN_ANNEE)},
            {quartier.code: quartier.insee for quartier in quartiers},
            {q.code: q.population_2013 or 0 for q in quartiers if q.est_qpv},
        ),
    )


def ouvrir_publications() -> list[Any]:
    """The report, then the documents of the missions locales; raises PublicationIllisible."""
    return [ouvrir(PUBLICATIONS, nom) for nom in (RAPPORT, *MISSIONS_LOCALES)]


def refuser_si_reel(dossier: Path) -> None:
    """Raise DemonstrationRefusee when a snapshot of one of these dates is not a demonstration.

    A damaged one counts as real: what it holds cannot be known.
    """
    for entree in lister(dossier):
        fictif = entree.manifeste is not None and entree.manifeste.demonstration
        if entree.arrete in ARRETES and not fictif:
            raise DemonstrationRefusee(
                f"L’arrêté {entree.nom} de {dossier} n’est pas une démonstration : elle ne peut "
                "pas prendre sa place. Choisissez un autre dossier avec --vers."
            )


def publier_jeu(jeu: Jeu, dossier: Path) -> list[Path]:
    """Publish each arrêté, or keep its last edition when it is the same to the byte."""
    return [
        publier(
            dossier,
            arrete,
            tables,
            produit_le=arrete,
            source=SOURCE,
            demonstration=True,
            sauf_identique=True,
        )
        for arrete, tables in jeu.items()
    ]
