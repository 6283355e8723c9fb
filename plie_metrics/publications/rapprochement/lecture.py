"""The declared cases of data/publications/rapprochements/ (files are read here)."""

import tomllib
from pathlib import Path

from plie_metrics.publications.rapprochement.declaration import (
    Declaration,
    DeclarationInvalide,
    declarations,
)


def lire_declarations(dossier: Path) -> tuple[Declaration, ...]:
    """Every declared case, file by file, each id used once.

    `dossier` is data/publications. Raises DeclarationInvalide: no file, unreadable TOML, bad case.
    """
    fichiers = sorted((dossier / "rapprochements").glob("*.toml"))
    if not fichiers:
        raise DeclarationInvalide(
            "Le dossier data/publications/rapprochements/ manque ou est vide : rétablissez-le "
            "depuis l'archive du projet."
        )
    cas = [declaration for fichier in fichiers for declaration in _lire(fichier)]
    vus: set[str] = set()
    for declaration in cas:
        if declaration.id in vus:
            raise DeclarationInvalide(f"Le cas « {declaration.id} » est déclaré deux fois.")
        vus.add(declaration.id)
    return tuple(cas)


def _lire(fichier: Path) -> tuple[Declaration, ...]:
    try:
        contenu = tomllib.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError) as erreur:
        raise DeclarationInvalide(
            f"Le fichier data/publications/rapprochements/{fichier.name} n'est pas lisible "
            f"({erreur}). Rétablissez-le depuis l'archive du projet."
        ) from None
    return declarations(fichier.name, contenu)
