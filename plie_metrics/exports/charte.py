"""Who publishes, and with which marks: name, logos, template; what is lost without them."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from plie_metrics.chemins import DONNEES
from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.identite import SANS_NOM, Identite, lire_identite

DOSSIER: Final = DONNEES / "copil" / "modele"
"""Where a PLIE puts its own logo (logo.png), those of its funders, and its PowerPoint template."""
LUES: Final = ("PNG", "JPEG", "GIF")


@dataclass(frozen=True)
class Marque:
    """A logo: whose, and its picture (PNG, JPEG or GIF)."""

    nom: str
    octets: bytes
    largeur: int
    hauteur: int


@dataclass(frozen=True)
class Charte:
    """What dresses every file. `modele`: the PLIE's own PowerPoint template, None for the house's.

    `pertes`: French sentences on what the files will lack, and how to give it.
    """

    nom: str = SANS_NOM
    territoire: str = ""
    site: str = ""
    contact: str = ""
    logo: Marque | None = None
    financeurs: tuple[Marque, ...] = ()
    modele: bytes | None = None
    pertes: tuple[str, ...] = ()


def lire_charte(
    dossier: Path = DOSSIER, identite: Callable[[], Identite] = lire_identite
) -> Charte:
    """The marks of this PLIE as they are now; never raises: what cannot be used is told."""
    pertes: list[str] = []
    try:
        qui: Identite | None = identite()
    except ConfigurationInvalide as erreur:
        qui = None
        pertes.append(f"Ni nom ni logo : {erreur}")
    dressee = Charte(
        qui.nom if qui else SANS_NOM,
        qui.territoire if qui else "",
        qui.site if qui else "",
        qui.contact if qui else "",
        _logo(qui, dossier, pertes),
        _financeurs(qui, pertes),
        _modele(dossier / "copil.pptx", pertes),
    )
    return replace(dressee, pertes=tuple(pertes))


def _logo(qui: Identite | None, dossier: Path, pertes: list[str]) -> Marque | None:
    propre = dossier / "logo.png"
    chemin = propre if propre.is_file() else qui.chemin_logo if qui else None
    if chemin is None:
        pertes.append(
            "Les fichiers portent le nom du PLIE mais pas son logo : aucun n’est réglé. Indiquez "
            "« logo » dans data/plie.toml, ou déposez logo.png dans data/copil/modele."
        )
        return None
    return marque(qui.nom if qui else SANS_NOM, chemin, pertes)


def _modele(chemin: Path, pertes: list[str]) -> bytes | None:
    """The PLIE's own template; None, and why, when it cannot be used."""
    if not chemin.is_file():
        return None
    from plie_metrics.exports.pptx.modele import manque  # noqa: PLC0415 - only where there is one

    octets = _octets(chemin) or b""
    raison = manque(octets)
    if raison is None:
        return octets
    pertes.append(
        f"Votre modèle {chemin.name} n’est pas utilisé : {raison}. Les présentations prennent le "
        "modèle livré ; repartez d’une présentation exportée, en gardant les noms des dispositions."
    )
    return None


def _financeurs(qui: Identite | None, pertes: list[str]) -> tuple[Marque, ...]:
    reglees = qui.logos_financeurs if qui else ()
    if not reglees:
        pertes.append(
            "La bande des financeurs reste vide : aucun logo n’est réglé, alors que le FSE demande "
            "l’emblème de l’Union. Indiquez « logos_financeurs » dans data/plie.toml."
        )
    lues = (marque(logo.nom, logo.chemin, pertes) for logo in reglees)
    return tuple(m for m in lues if m)


def marque(nom: str, chemin: Path, pertes: list[str]) -> Marque | None:
    """The logo of a file; None, and why, when it cannot be used."""
    octets = _octets(chemin)
    try:
        with Image.open(io.BytesIO(octets or b"")) as image:
            image.verify()
            if image.format in LUES:
                return Marque(nom, octets or b"", *image.size)
            raison = f"format {image.format} non accepté"
    except (UnidentifiedImageError, OSError, SyntaxError):
        raison = "fichier absent ou abîmé"
    pertes.append(
        f"Le logo « {nom} » manque dans les fichiers : {chemin.name}, {raison}. Fournissez une "
        "image PNG ou JPEG."
    )
    return None


def _octets(chemin: Path) -> bytes | None:
    try:
        return chemin.read_bytes()
    except OSError:
        return None
