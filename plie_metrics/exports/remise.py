"""Make the file of an edition, write it whole, and remember that it was handed over."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from plie_metrics.chemins import COPIL
from plie_metrics.editions.modele import Edition
from plie_metrics.editions.remises import noter
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.formats import Format
from plie_metrics.stockage.disque import CAUSES
from plie_metrics.stockage.disque import ecrire as ecrire_sur_disque


class FichierImpossible(ErreurPlie):
    """A file that could not be written; the sentence says where and why, and what is intact."""


def fabriquer(
    edition: Edition,
    le_format: Format,
    quand: datetime,
    dossier: Path = COPIL,
    *,
    avancer: Avancer = sans_suivi,
) -> bytes:
    """The bytes of a file, noted in the register of `dossier`; raises ErreurPlie."""
    contenu = le_format.fabriquer(edition, avancer=avancer)
    noter(edition, le_format.nom, contenu, quand, dossier)
    return contenu


def ecrire(fichier: Path, contenu: bytes) -> Path:
    """Write a file whole, or not at all; raises FichierImpossible."""
    try:
        fichier.parent.mkdir(parents=True, exist_ok=True)
        _poser(fichier, contenu)
    except OSError as erreur:
        cause = CAUSES.get(erreur.errno or 0, f"le disque a répondu par l’erreur {erreur.errno}")
        raise FichierImpossible(
            f"Le fichier {fichier.name} n’a pas été écrit : {cause}. L’édition est intacte ; "
            "relancez l’export, ou choisissez un autre dossier avec --vers."
        ) from None
    return fichier


def _poser(fichier: Path, contenu: bytes) -> None:
    provisoire = fichier.with_name(f".{fichier.name}.{uuid4().hex}.tmp")
    try:
        ecrire_sur_disque(provisoire, contenu)
        provisoire.replace(fichier)
    finally:
        with suppress(OSError):
            provisoire.unlink(missing_ok=True)
