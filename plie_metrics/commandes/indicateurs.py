"""`indicateurs`: the figures of a snapshot, as JSON, CSV or a text to read."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd

from plie_metrics.calcul.lot import TABLES_UTILES, Donnees, Lot, preparer, repondre
from plie_metrics.calcul.reponse import en_json
from plie_metrics.chemins import SNAPSHOTS, TERRITOIRE
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.csv import en_csv
from plie_metrics.filtres import NOMS, Filtres
from plie_metrics.objectifs.demande import projections
from plie_metrics.periodes import Periode
from plie_metrics.presentation.indicateurs import en_tableau, en_texte
from plie_metrics.schema import DIMENSIONS, libelle
from plie_metrics.stockage import ouvrir
from plie_metrics.territoire.lecture import lire_communes, lire_quartiers

PROFILS: Final = ("coordination", "referent", "equipe", "financeur", "public")
FORMATS: Final = ("json", "csv", "texte")


class ProfilRefuse(ErreurPlie):
    """A profile whose figures would have to be masked asks for them."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "indicateurs",
        help="calcule les indicateurs d’un arrêté",
        description="Calcule les indicateurs d’un arrêté sur une période, premier et dernier jour "
        "compris.",
    )
    commande.add_argument("snapshot", metavar="SNAPSHOT", help="dossier ou nom de l’arrêté")
    commande.add_argument("--du", type=_jour, required=True, help="premier jour, AAAA-MM-JJ")
    commande.add_argument("--au", type=_jour, required=True, help="dernier jour, AAAA-MM-JJ")
    for nom, mot in NOMS.items():
        commande.add_argument(
            f"--{nom}",
            action="append",
            default=[],
            metavar=nom.upper(),
            help=f"garder ce {mot} (répétable)"
            if nom != "commune"
            else "garder cette commune (code INSEE, répétable)",
        )
    commande.add_argument(
        "--par",
        action="append",
        default=[],
        metavar="DIMENSION",
        help=f"ventiler par une ou deux dimensions : {', '.join(DIMENSIONS)}",
    )
    commande.add_argument(
        "--indicateur",
        action="append",
        metavar="ID",
        help="ne calculer que cet indicateur (répétable ; par défaut, tous)",
    )
    commande.add_argument(
        "--profil", type=_parmi(PROFILS), default=PROFILS[0], help=f"{', '.join(PROFILS)}"
    )
    commande.add_argument(
        "--format", type=_parmi(FORMATS), required=True, help=f"{', '.join(FORMATS)}"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Compute and print in the format asked for."""
    if demande.profil != PROFILS[0]:
        raise ProfilRefuse(
            f"Le profil « {demande.profil} » n’est pas encore ouvert : ses chiffres doivent passer "
            "par le secret statistique. Seul le profil coordination est disponible."
        )
    territoire = _territoire()
    donnees, parcours = _donnees(demande.snapshot, territoire)
    lot = repondre(
        donnees,
        Periode(demande.du, demande.au),
        Filtres(**{nom: tuple(getattr(demande, nom)) for nom in NOMS}),
        tuple(demande.par),
        demande.indicateur,
    )
    # bytes: a terminal that is not in UTF-8 must not alter a file made by redirection
    texte = _redaction(demande, donnees, parcours, lot, territoire)
    sys.stdout.buffer.write(texte.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def _donnees(nom: str, territoire: Mapping[str, Mapping[str, str]]) -> tuple[Donnees, pd.DataFrame]:
    """A snapshot by its folder, or by its name among those of this installation; its parcours."""
    chemin = Path(nom)
    snapshot = ouvrir(chemin if chemin.is_dir() else SNAPSHOTS / nom)
    tables = {table: snapshot.table(table) for table in TABLES_UTILES if table in snapshot.tables}
    return preparer(snapshot.arrete, tables, territoire), tables["parcours"]


def _territoire() -> dict[str, dict[str, str]]:
    """The names of the communes and quarters, by filter then code."""
    return {
        "commune": {commune.insee: commune.nom for commune in lire_communes(TERRITOIRE)},
        "qpv": {quartier.code: quartier.nom for quartier in lire_quartiers(TERRITOIRE)},
    }


def _redaction(
    demande: argparse.Namespace,
    donnees: Donnees,
    parcours: pd.DataFrame,
    lot: Lot,
    territoire: Mapping[str, Mapping[str, str]],
) -> str:
    if demande.format == "json":
        prevues = projections(donnees, parcours, lot.periode, lot.filtres)
        reponse = en_json(donnees.arrete, lot, demande.profil, prevues)
        return json.dumps(reponse, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if demande.format == "csv":
        return en_csv(en_tableau(lot)).decode("utf-8").replace("\r\n", "\n")

    def nommer(dimension: str, code: str) -> str:
        return territoire.get(dimension, {}).get(code) or libelle(dimension, code)

    return "\n".join(en_texte(donnees.arrete, lot, nommer)) + "\n"


def _jour(texte: str) -> date:
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"« {texte} » n’est pas une date ; écrivez AAAA-MM-JJ, par exemple 2016-12-31"
        ) from None


def _parmi(possibles: tuple[str, ...]) -> Callable[[str], str]:
    def choisir(texte: str) -> str:
        if texte not in possibles:
            raise argparse.ArgumentTypeError(
                f"« {texte} » n’est pas prévu ; valeurs possibles : {', '.join(possibles)}"
            )
        return texte

    return choisir
