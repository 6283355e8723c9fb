"""The fingerprints of the files of data/territoire: an altered figure is never shown as truth."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

MANIFESTE: Final = "manifest.json"


def empreinte(contenu: bytes) -> str:
    """SHA-256, in hexadecimal, of a text file; the same whatever its line ends.

    A copy made by git on Windows changes the line ends of a text, not what it says.
    """
    return hashlib.sha256(contenu.replace(b"\r\n", b"\n")).hexdigest()


def composer(contenus: Mapping[str, bytes]) -> str:
    """The manifest (JSON) of files given by name."""
    fichiers = {nom: {"sha256": empreinte(contenu)} for nom, contenu in contenus.items()}
    return json.dumps({"fichiers": fichiers}, indent=2, ensure_ascii=False) + "\n"


def empreintes(manifeste: str) -> dict[str, str]:
    """Name of file → fingerprint; raises ValueError for a text that is not a manifest."""
    try:
        fichiers = json.loads(manifeste)["fichiers"]
        return {nom: str(fiche["sha256"]) for nom, fiche in fichiers.items()}
    except (KeyError, TypeError, AttributeError) as erreur:
        raise ValueError("not a manifest") from erreur
