"""`indicateurs`: the figures of a snapshot, as JSON, CSV or a text to read."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from plie_metrics.calcul.cible import lire_objectifs, verifier_objectifs
from plie_metrics.calcul.lot import Lot, PeriodeHorsDonnees
from plie_metrics.calcul.reponse import en_json
from plie_metrics.chemins import SNAPSHOTS, TERRITOIRE
from plie_metrics.configuration import lire
from plie_metrics.exports.csv import en_csv
from plie_metrics.filtres import NOMS, Filtres
from plie_metrics.objectifs.demande import choisir
from plie_metrics.periodes import Periode
from plie_metrics.presentation.indicateurs import en_tableau, en_texte
from plie_metrics.schema import DIMENSIONS, libelle
from plie_metrics.secret.ouverture import chaine
from plie_metrics.secret.ouverture import ouvrir as ouvrir_porte
from plie_metrics.secret.porte import Porte
from plie_metrics.secret.profils import PROFILS, profil
from plie_metrics.secret.reglages import valider
from plie_metrics.secret.silence import muet
from plie_metrics.stockage import Snapshot, ouvrir
from plie_metrics.stockage.solutions import CoffreDisque
from plie_metrics.territoire.lecture import lire_communes, lire_quartiers

FORMATS: Final = ("json", "csv", "texte")


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
        "--profil",
        type=_parmi(tuple(PROFILS)),
        default="coordination",
        help=f"{', '.join(PROFILS)} ; pour un référent, --referent dit lequel",
    )
    commande.add_argument(
        "--format", type=_parmi(FORMATS), required=True, help=f"{', '.join(FORMATS)}"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Compute and print in the format asked for."""
    territoire = _territoire()
    snapshot = _snapshot(demande.snapshot)
    porte = _porte(demande, snapshot, territoire)
    if "objectifs" in snapshot.tables:
        verifier_objectifs(lire_objectifs(snapshot.table("objectifs")))
    periode = Periode(demande.du, demande.au)
    if not porte.profil.protege:  # a refusal to the others depends on the request alone
        _verifier_debut(snapshot, periode)
    lot = porte.lire(
        periode,
        Filtres(**{nom: tuple(dict.fromkeys(getattr(demande, nom))) for nom in NOMS}),
        tuple(demande.par),
        demande.indicateur,
    )
    # bytes: a terminal that is not in UTF-8 must not alter a file made by redirection
    texte = _redaction(demande, porte, lot, territoire)
    sys.stdout.buffer.write(texte.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def _verifier_debut(snapshot: Snapshot, periode: Periode) -> None:
    """Raise PeriodeHorsDonnees for a period that ends before anything is known."""
    debut = snapshot.premier_jour()
    if debut is not None and periode.au < debut:
        raise PeriodeHorsDonnees(
            f"La période finit le {periode.au:%d/%m/%Y}, avant la première date de cet arrêté, le "
            f"{debut:%d/%m/%Y} : demandez une période qui finit ce jour-là ou plus tard."
        )


def _snapshot(nom: str) -> Snapshot:
    """A snapshot by its folder, or by its name among those of this installation."""
    chemin = Path(nom)
    return ouvrir(chemin if chemin.is_dir() else SNAPSHOTS / nom)


def _porte(
    demande: argparse.Namespace, snapshot: Snapshot, territoire: Mapping[str, Mapping[str, str]]
) -> Porte:
    """The gate of the profile asked for; a single --referent is the one who looks."""
    qui = profil(demande.profil)
    regard = demande.referent[0] if qui.portefeuille and len(demande.referent) == 1 else None
    reglages = valider(lire("secret"))
    suite = chaine(snapshot, reglages) if qui.protege else (snapshot,)
    coffre = CoffreDisque(snapshot.chemin.parent)
    with muet():
        return ouvrir_porte(
            qui, suite, reglages, connues=territoire, referent=regard, coffre=coffre
        )


def _territoire() -> dict[str, dict[str, str]]:
    """The names of the communes and quarters, by filter then code."""
    return {
        "commune": {commune.insee: commune.nom for commune in lire_communes(TERRITOIRE)},
        "qpv": {quartier.code: quartier.nom for quartier in lire_quartiers(TERRITOIRE)},
    }


def _redaction(
    demande: argparse.Namespace,
    porte: Porte,
    lot: Lot,
    territoire: Mapping[str, Mapping[str, str]],
) -> str:
    seuil = porte.seuil_pour(lot.filtres)
    if demande.format == "json":
        reponse = en_json(
            porte.arrete,
            lot,
            demande.profil,
            choisir(porte.suivis(lot.filtres), lot.periode),
            seuil,
        )
        return json.dumps(reponse, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if demande.format == "csv":
        return en_csv(en_tableau(lot)).decode("utf-8").replace("\r\n", "\n")

    def nommer(dimension: str, code: str) -> str:
        nom = libelle(dimension, code)  # says that a quartier de veille is one
        return territoire.get(dimension, {}).get(code, nom) if nom == code else nom

    lignes = [*en_texte(porte.arrete, lot, nommer), *_mentions(porte, seuil)]
    return "\n".join(lignes) + "\n"


def _mentions(porte: Porte, seuil: int | None) -> list[str]:
    if seuil is None:
        return []
    regle = f"Secret statistique : les effectifs de 1 à {seuil - 1} sont masqués."
    return ["", f"Profil {porte.profil.libelle.lower()}. {regle}", *porte.reserves]


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
