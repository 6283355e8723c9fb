"""`exporter`: the files of an edition, or of a new one made from the settings."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from plie_metrics.chemins import COPIL, SNAPSHOTS
from plie_metrics.editions.automatique import brouillon_automatique, figer_automatique
from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.depot import Depot, EditionIntrouvable
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.ouverture import atelier_de
from plie_metrics.editions.reglages import Reglages, lire_reglages
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import lire_charte
from plie_metrics.exports.formats import FORMATS, TOUT, Format, format_de
from plie_metrics.exports.remise import ecrire, fabriquer
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.presentation.formats import jour
from plie_metrics.stockage import Entree, en_usage


class DemandeIncomplete(ErreurPlie):
    """Neither an edition nor a new one is asked for, or both are."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "exporter",
        help="écrit les fichiers d’une édition de COPIL",
        description=(
            "Écrit les fichiers d’une édition figée (page « COPIL »), ou d’une nouvelle édition "
            "faite des vues de data/plie.toml, table [copil]. Peut être programmée."
        ),
    )
    commande.add_argument(
        "edition", metavar="EDITION", nargs="?", help="nom ou empreinte d’une édition figée"
    )
    commande.add_argument(
        "--format",
        default=TOUT,
        help=f"{', '.join([*FORMATS, TOUT])} (par défaut : {TOUT})",
    )
    commande.add_argument(
        "--vers", type=Path, default=Path(), metavar="DOSSIER", help="où écrire (par défaut : ici)"
    )
    nouvelle = commande.add_argument_group("nouvelle édition")
    nouvelle.add_argument("--nouvelle", action="store_true", help="fait et fige une édition")
    nouvelle.add_argument("--arrete", help="arrêté montré (par défaut : le dernier publié)")
    nouvelle.add_argument("--comparer", help="arrêté comparé (par défaut : celui d’avant)")
    nouvelle.add_argument("--profil", help="pour qui (par défaut : celui de [copil])")
    nouvelle.add_argument("--titre", help="titre de l’édition")
    nouvelle.add_argument("--seance", help="date de la séance, AAAA-MM-JJ (par défaut : ce jour)")
    nouvelle.add_argument("--auteur", default="Édition programmée", help="qui l’établit")
    commande.add_argument(
        "--copil", type=Path, default=COPIL, metavar="DOSSIER", help="dossier des éditions"
    )
    commande.add_argument(
        "--arretes", type=Path, default=SNAPSHOTS, metavar="DOSSIER", help="dossier des arrêtés"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Write each file and print its path; 1 when one could not be made, the others are written."""
    if bool(demande.edition) == demande.nouvelle:
        raise DemandeIncomplete(
            "Donnez le nom ou l’empreinte d’une édition figée, ou --nouvelle pour en faire une."
        )
    voulus = tuple(FORMATS.values()) if demande.format == TOUT else (format_de(demande.format),)
    edition = (
        _nouvelle(demande) if demande.nouvelle else Depot(demande.copil).retrouver(demande.edition)
    )
    for perte in lire_charte().pertes:
        print(perte, file=sys.stderr)
    faits = [_ecrire(edition, un, demande) for un in voulus]
    return 0 if all(faits) else 1


def _ecrire(edition: Edition, le_format: Format, demande: argparse.Namespace) -> bool:
    try:
        quand = datetime.now(UTC)
        contenu = fabriquer(edition, le_format, quand, demande.copil, avancer=_dire(le_format))
        print(ecrire(demande.vers / le_format.fichier(edition), contenu), flush=True)
    except ErreurPlie as erreur:
        print(f"{le_format.libelle} : {erreur}", file=sys.stderr)
        return False
    return True


def _dire(le_format: Format) -> Avancer:
    """Each step on standard error, for who watches a terminal; silence in a scheduled run."""
    if not sys.stderr.isatty():
        return sans_suivi
    return lambda fait, total, quoi: print(
        f"{le_format.libelle} : {fait}/{total} {quoi}", file=sys.stderr
    )


def _nouvelle(demande: argparse.Namespace) -> Edition:
    reglages = lire_reglages()
    brouillon = _brouillon(demande, reglages)
    atelier = atelier_de(brouillon.profil, demande.arretes)
    rempli = brouillon_automatique(brouillon, reglages.vues, atelier)
    edition, composition = figer_automatique(
        rempli, atelier, nom_ou_defaut(), Depot(demande.copil), datetime.now(UTC)
    )
    for vue in rempli.vues:
        if vue.ident in composition.refus:
            print(f"Vue « {vue.cle} » laissée : {composition.refus[vue.ident]}", file=sys.stderr)
    print(f"Édition {edition.identifiant} figée, empreinte {edition.empreinte}", file=sys.stderr)
    return edition


def _brouillon(demande: argparse.Namespace, reglages: Reglages) -> Brouillon:
    arretes = {entree.nom: entree for entree in en_usage(demande.arretes)}
    if not arretes:
        raise EditionIntrouvable(
            f"Aucun arrêté n’est publié dans {demande.arretes.name} : importez un extrait d’abord."
        )
    nom = demande.arrete or list(arretes)[-1]
    if nom not in arretes:
        raise EditionIntrouvable(
            f"L’arrêté « {nom} » n’est pas publié ; arrêtés possibles : {', '.join(arretes)}."
        )
    return Brouillon(
        "",
        demande.titre or f"COPIL, arrêté du {jour(arretes[nom].arrete)}",
        _seance(demande.seance),
        demande.auteur,
        nom,
        datetime.now(UTC),
        demande.profil or reglages.profil,
        _avant(arretes, nom) if demande.comparer is None else demande.comparer,
    )


def _avant(arretes: dict[str, Entree], nom: str) -> str:
    """The arrêté just before, "" for the first."""
    anterieurs = [n for n, entree in arretes.items() if entree.arrete < arretes[nom].arrete]
    return anterieurs[-1] if anterieurs else ""


def _seance(texte: str | None) -> date:
    if texte is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise DemandeIncomplete(
            f"--seance : « {texte} » n’est pas une date ; écrivez AAAA-MM-JJ, par exemple "
            "2017-01-20."
        ) from None
