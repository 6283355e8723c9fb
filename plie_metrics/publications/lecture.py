"""Open a published document, its integrity checked (files are read here)."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.publications.construction import DOCUMENTS
from plie_metrics.publications.integrite import (
    REMEDE,
    PublicationIllisible,
    empreinte,
    lire_toml_verifie,
    manifeste,
    nommer,
)

__all__ = ["PublicationIllisible", "documents_publies", "lire_declaration", "ouvrir"]


def ouvrir(dossier: Path, document: str) -> Publication:
    """The figures of `document`, whose Parquet must be exactly the one in the manifest.

    Raises PublicationIllisible: file absent, empreinte that differs, or unreadable file.
    """
    fichier = dossier / f"{document}.parquet"
    attendu = manifeste(dossier)["fichiers"].get(fichier.name)
    if attendu is None or not fichier.exists():
        raise PublicationIllisible(f"Le fichier {nommer(fichier.name)} manque. {REMEDE}")
    if _empreinte(fichier) != attendu["sha256"]:
        raise PublicationIllisible(
            f"Le fichier {nommer(fichier.name)} est tronqué ou a été modifié : son empreinte "
            f"n'est pas celle du manifeste. {REMEDE}"
        )
    titre = documents_publies(dossier)[document]["titre"]
    lignes = pq.read_table(pa.BufferReader(fichier.read_bytes())).to_pylist()
    return Publication(document, titre, tuple(_chiffre(ligne) for ligne in lignes))


def documents_publies(dossier: Path) -> dict[str, dict[str, Any]]:
    """The list of documents, its integrity checked: id → titre, auteur, annee, territoire.

    Raises PublicationIllisible.
    """
    return lire_toml_verifie(dossier, DOCUMENTS)


def lire_declaration(dossier: Path, nom: str) -> dict[str, Any]:
    """A file of our own readings, kept beside the publications: the content of a TOML file.

    Raises PublicationIllisible: file absent, not a TOML file, or altered since the manifest.
    """
    return lire_toml_verifie(dossier, nom)


def _empreinte(fichier: Path) -> str:
    try:
        return empreinte(fichier)
    except OSError as erreur:
        raise PublicationIllisible(
            f"Le fichier {nommer(fichier.name)} n'est pas lisible ({type(erreur).__name__}). "
            f"{REMEDE}"
        ) from None


def _chiffre(ligne: dict[str, Any]) -> Chiffre:
    paires = (paire.partition("=") for paire in ligne["modalites"].split(";") if paire)
    return Chiffre(**{**ligne, "modalites": {cle: valeur for cle, _, valeur in paires}})
