"""Which files of data/publications/ are the ones the manifest was made for (files are read here).

Every page reads these files and nobody reads them again: one that is cut, altered or missing must
be named, never skipped.
"""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any, Final

from plie_metrics.erreurs import ErreurPlie

MANIFESTE: Final = "manifest.json"
DECLARATIONS: Final = "declarations"
REMEDE: Final = (
    "Rétablissez les fichiers de data/publications/ depuis l'archive du projet, ou reconstruisez-"
    "les à partir des transcriptions : python -m plie_metrics publications."
)
REMEDE_DECLARATION: Final = (
    "Rétablissez-le depuis l'archive du projet ; si la modification est voulue, lancez : "
    "python -m plie_metrics publications."
)


class PublicationIllisible(ErreurPlie):
    """A publication file is missing, truncated or altered; the message names it and the remedy."""


def empreinte(fichier: Path) -> str:
    """SHA-256 of a file, in hexadecimal; raises OSError."""
    return hashlib.sha256(fichier.read_bytes()).hexdigest()


def manifeste(dossier: Path) -> dict[str, Any]:
    """What the last construction wrote: `fichiers` (Parquet) and `declarations` (TOML), by name.

    Raises PublicationIllisible.
    """
    fichier = dossier / MANIFESTE
    try:
        contenu: dict[str, Any] = json.loads(fichier.read_text(encoding="utf-8"))
        contenu["fichiers"].items()
        contenu[DECLARATIONS].items()
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise PublicationIllisible(
            f"Le manifeste {nommer(fichier.name)} manque ou n'est pas lisible. {REMEDE}"
        ) from None
    return contenu


def lire_toml(dossier: Path, nom: str) -> dict[str, Any]:
    """The content of the TOML file `nom` of `dossier`, whatever the manifest says.

    Raises PublicationIllisible: file absent, or not a TOML file.
    """
    try:
        return tomllib.loads((dossier / nom).read_text(encoding="utf-8"))
    except (OSError, ValueError) as erreur:
        raise PublicationIllisible(
            f"Le fichier {nommer(nom)} manque ou n'est pas lisible ({type(erreur).__name__}). "
            "Rétablissez-le depuis l'archive du projet."
        ) from None


def lire_toml_verifie(dossier: Path, nom: str) -> dict[str, Any]:
    """The same, of a file that must be exactly the one in the manifest.

    Raises PublicationIllisible: file absent, not a TOML file, or an empreinte that differs.
    """
    contenu = lire_toml(dossier, nom)
    attendu = manifeste(dossier)[DECLARATIONS].get(nom)
    if attendu is None or empreinte(dossier / nom) != attendu["sha256"]:
        raise PublicationIllisible(
            f"Le fichier {nommer(nom)} est tronqué ou a été modifié : son empreinte n'est pas "
            f"celle du manifeste. {REMEDE_DECLARATION}"
        )
    return contenu


def nommer(nom: str) -> str:
    """`"manifest.json"` → the path that a reader can look for."""
    return f"data/publications/{nom}"
