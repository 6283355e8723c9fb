"""Open a published document, its integrity checked (files are read here)."""

import json
import tomllib
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.publications.construction import MANIFESTE, empreinte, lire_documents

REMEDE: Final = (
    "Rétablissez les fichiers de data/publications/ depuis l'archive du projet, ou reconstruisez-"
    "les à partir des transcriptions : python -m plie_metrics publications."
)


class PublicationIllisible(ErreurPlie):
    """A publication file is missing, truncated or altered; the message names it and the remedy."""


def ouvrir(dossier: Path, document: str) -> Publication:
    """The figures of `document`, whose Parquet must be exactly the one in the manifest.

    Raises PublicationIllisible: file absent, empreinte that differs, or unreadable Parquet.
    """
    fichier = dossier / f"{document}.parquet"
    attendu = _manifeste(dossier)["fichiers"].get(fichier.name)
    if attendu is None or not fichier.exists():
        raise PublicationIllisible(f"Le fichier {_nom(fichier)} manque. {REMEDE}")
    if empreinte(fichier) != attendu["sha256"]:
        raise PublicationIllisible(
            f"Le fichier {_nom(fichier)} est tronqué ou a été modifié : son empreinte n'est pas "
            f"celle du manifeste. {REMEDE}"
        )
    titre = lire_documents(dossier)[document]["titre"]
    lignes = pq.read_table(pa.BufferReader(fichier.read_bytes())).to_pylist()
    return Publication(document, titre, tuple(_chiffre(ligne) for ligne in lignes))


def lire_declaration(dossier: Path, nom: str) -> dict[str, Any]:
    """A file of our own readings, kept beside the publications: the content of a TOML file.

    Raises PublicationIllisible: file absent, or not a TOML file.
    """
    fichier = dossier / nom
    try:
        return tomllib.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError) as erreur:
        raise PublicationIllisible(
            f"Le fichier {_nom(fichier)} manque ou n'est pas lisible ({type(erreur).__name__}). "
            "Rétablissez-le depuis l'archive du projet."
        ) from None


def _manifeste(dossier: Path) -> dict[str, Any]:
    fichier = dossier / MANIFESTE
    try:
        contenu: dict[str, Any] = json.loads(fichier.read_text(encoding="utf-8"))
        contenu["fichiers"].items()
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise PublicationIllisible(
            f"Le manifeste {_nom(fichier)} manque ou n'est pas lisible. {REMEDE}"
        ) from None
    return contenu


def _nom(fichier: Path) -> str:
    return f"data/publications/{fichier.name}"


def _chiffre(ligne: dict[str, Any]) -> Chiffre:
    paires = (paire.partition("=") for paire in ligne["modalites"].split(";") if paire)
    return Chiffre(**{**ligne, "modalites": {cle: valeur for cle, _, valeur in paires}})
