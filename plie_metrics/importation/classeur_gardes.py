"""What is checked in a workbook before any of it is unfolded in memory."""

import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.limites import MIO, Limites

ENREGISTRER: Final = "Ouvrez-le dans le tableur et enregistrez-le de nouveau au format XLSX."
TEXTES: Final = "xl/sharedStrings.xml"
# below this size a good ratio is no danger: a sheet of blanks shrinks a thousand times
SANS_DANGER: Final = 32 * MIO
PROLOGUE: Final = 4096


def verifier_classeur(fichier: Path, limites: Limites) -> None:
    """Raise SourceIllisible unless `fichier` is an XLSX of reasonable size, once unfolded too."""
    if fichier.stat().st_size > limites.classeur:
        raise SourceIllisible(
            f"Le classeur {fichier.name} pèse plus de {limites.classeur // MIO} Mio : "
            "exportez plutôt chaque table en CSV."
        )
    try:
        with zipfile.ZipFile(fichier) as archive:
            membres = archive.infolist()
            _verifier_taille(fichier, membres, limites)
            for membre in membres:
                _verifier_membre(fichier, archive, membre)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        raise SourceIllisible(
            f"Le fichier {fichier.name} n’est pas un classeur XLSX lisible (abîmé, protégé par un "
            f"mot de passe ou d’un autre format). {ENREGISTRER}"
        ) from None
    if "xl/workbook.xml" not in {membre.filename for membre in membres}:
        raise SourceIllisible(
            f"Le fichier {fichier.name} n’est pas un classeur XLSX. {ENREGISTRER}"
        )


def _verifier_taille(fichier: Path, membres: list[zipfile.ZipInfo], limites: Limites) -> None:
    deplie = sum(membre.file_size for membre in membres)
    serre = sum(membre.compress_size for membre in membres)
    textes = sum(membre.file_size for membre in membres if membre.filename == TEXTES)
    bombe = deplie > SANS_DANGER and deplie > limites.classeur_rapport * max(serre, 1)
    trop = deplie > limites.classeur_deplie or textes > limites.classeur_textes
    if bombe or trop or len(membres) > limites.fichiers:
        raise SourceIllisible(
            f"Le classeur {fichier.name} se déplie en {deplie // MIO} Mio et {len(membres)} "
            "parties : c’est trop pour un extrait, il n’a pas été ouvert. Supprimez les mises en "
            "forme et les feuilles inutiles, ou exportez chaque table en CSV."
        )


def _verifier_membre(fichier: Path, archive: zipfile.ZipFile, membre: zipfile.ZipInfo) -> None:
    """No path out of the archive, no XML that declares entities (they can multiply endlessly)."""
    chemin = PurePosixPath(membre.filename)
    if chemin.is_absolute() or ".." in chemin.parts:
        raise SourceIllisible(
            f"Le classeur {fichier.name} contient un chemin qui sort de l’archive "
            f"(« {membre.filename[:80]} ») : il a été refusé. {ENREGISTRER}"
        )
    if chemin.suffix.lower() in (".xml", ".rels", ".vml"):
        with archive.open(membre) as flux:
            prologue = flux.read(PROLOGUE).replace(b"\0", b"")  # UTF-16 included
        if b"<!DOCTYPE" in prologue or b"<!ENTITY" in prologue:
            raise SourceIllisible(
                f"Le classeur {fichier.name} déclare des entités XML, ce qu’un tableur ne fait "
                f"pas : il a été refusé. {ENREGISTRER}"
            )
