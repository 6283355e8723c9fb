"""The manifest of a snapshot: what it is, and the fingerprint of each of its files."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plie_metrics.schema import SCHEMA_VERSION, TABLES
from plie_metrics.stockage.erreurs import InstantaneIllisible
from plie_metrics.stockage.noms import MANIFESTE


@dataclass(frozen=True)
class FicheTable:
    """One file of a snapshot: rows, bytes, sha256 (hexadecimal) and column names."""

    lignes: int
    octets: int
    sha256: str
    colonnes: tuple[str, ...]


@dataclass(frozen=True)
class Manifeste:
    """What a snapshot says of itself; `produit_le` is the day it was made, `arrete` its date."""

    arrete: date
    produit_le: date
    source: str
    demonstration: bool
    avertissements: tuple[str, ...]
    tables: Mapping[str, FicheTable] = field(hash=False)
    version_schema: int = SCHEMA_VERSION

    def contenu(self) -> dict[str, Any]:
        """The JSON content, without its own fingerprint."""
        return {
            "version_schema": self.version_schema,
            "arrete": self.arrete.isoformat(),
            "produit_le": self.produit_le.isoformat(),
            "source": self.source,
            "demonstration": self.demonstration,
            "avertissements": list(self.avertissements),
            "tables": {
                nom: {
                    "lignes": fiche.lignes,
                    "octets": fiche.octets,
                    "sha256": fiche.sha256,
                    "colonnes": list(fiche.colonnes),
                }
                for nom, fiche in self.tables.items()
            },
        }

    @property
    def empreinte(self) -> str:
        """SHA-256 of the content: two snapshots with the same fingerprint are the same data."""
        return _empreinte(self.contenu())

    def octets(self) -> bytes:
        """The file, ready to write; its fingerprint travels with it, so an edit is seen."""
        complet = {**self.contenu(), "empreinte": self.empreinte}
        return (json.dumps(complet, indent=2, ensure_ascii=False) + "\n").encode()


def lire_manifeste(instantane: Path) -> Manifeste:
    """The manifest of a snapshot folder.

    Raises InstantaneIllisible: absent, unreadable, altered, or of a newer schema.
    """
    brut = _lire_json(instantane)
    version = brut.get("version_schema")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InstantaneIllisible(
            instantane.name,
            MANIFESTE,
            f"il suit la version {version} du schéma, cette installation ne connaît que la "
            f"version {SCHEMA_VERSION}",
            "Mettez à jour le tableau de bord. Les autres arrêtés restent utilisables.",
        )
    empreinte = brut.pop("empreinte", None)
    try:
        manifeste = _composer(brut)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _abime(instantane, "n’a pas la forme attendue") from None
    if empreinte != _empreinte(brut) or manifeste.empreinte != empreinte:
        raise _abime(instantane, "a été modifié : son empreinte n’est plus la sienne")
    _refuser_tables_inconnues(instantane, manifeste)
    return manifeste


def _lire_json(instantane: Path) -> dict[str, Any]:
    fichier = instantane / MANIFESTE
    if not fichier.is_file():
        raise _abime(instantane, "manque")
    try:
        brut = json.loads(fichier.read_bytes())
    except (OSError, ValueError, RecursionError):
        raise _abime(instantane, "n’est pas lisible") from None
    if not isinstance(brut, dict):
        raise _abime(instantane, "n’a pas la forme attendue")
    return brut


def _composer(brut: Mapping[str, Any]) -> Manifeste:
    return Manifeste(
        arrete=date.fromisoformat(brut["arrete"]),
        produit_le=date.fromisoformat(brut["produit_le"]),
        source=str(brut["source"]),
        demonstration=bool(brut["demonstration"]),
        avertissements=tuple(brut["avertissements"]),
        tables=MappingProxyType(
            {
                nom: FicheTable(
                    int(fiche["lignes"]),
                    int(fiche["octets"]),
                    str(fiche["sha256"]),
                    tuple(fiche["colonnes"]),
                )
                for nom, fiche in brut["tables"].items()
            }
        ),
        version_schema=int(brut["version_schema"]),
    )


def _refuser_tables_inconnues(instantane: Path, manifeste: Manifeste) -> None:
    inconnues = [nom for nom in manifeste.tables if nom not in TABLES]
    if inconnues:
        raise _abime(instantane, f"cite une table inconnue, « {inconnues[0]} »")


def _abime(instantane: Path, defaut: str) -> InstantaneIllisible:
    return InstantaneIllisible(instantane.name, MANIFESTE, f"le manifeste {MANIFESTE} {defaut}")


def _empreinte(contenu: Mapping[str, Any]) -> str:
    canonique = json.dumps(contenu, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonique.encode()).hexdigest()
