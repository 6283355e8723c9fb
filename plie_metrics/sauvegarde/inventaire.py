"""What a backup holds, and `sauvegarde.json`, which says so."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from plie_metrics.stockage.noms import PREFIXE_BROUILLON

INVENTAIRE: Final = "sauvegarde.json"
VERSION: Final = 1
JOURNAL: Final = "journal"


@dataclass(frozen=True)
class Inventaire:
    """`quand`: ISO date and time. `fichiers`: path inside the data folder → sha256."""

    quand: str
    fichiers: Mapping[str, str] = field(hash=False)

    def octets(self) -> bytes:
        """As JSON."""
        corps = {"version": VERSION, "quand": self.quand, "fichiers": dict(self.fichiers)}
        return json.dumps(corps, indent=1, ensure_ascii=False).encode()


def lire_inventaire(octets: bytes) -> Inventaire:
    """The reverse; raises ValueError on anything else, a path that would leave the folder too."""
    corps = json.loads(octets)
    if not isinstance(corps, dict) or corps.get("version") != VERSION:
        raise ValueError("version")
    fichiers = {str(nom): str(empreinte) for nom, empreinte in dict(corps["fichiers"]).items()}
    for nom in fichiers:
        chemin = Path(nom)
        if chemin.is_absolute() or ".." in chemin.parts or "\\" in nom or ":" in nom:
            raise ValueError(nom)
    return Inventaire(str(corps["quand"]), fichiers)


def a_sauver(donnees: Path, journal: Path | None) -> dict[str, Path]:
    """Path inside the backup → file: the whole data folder, drafts left out.

    `journal`: where the access journal is, None to leave it out.
    """
    retenus = {
        fichier.relative_to(donnees).as_posix(): fichier
        for fichier in _fichiers(donnees)
        if _durable(fichier.relative_to(donnees))
    }
    sans_journal = {n: f for n, f in retenus.items() if not n.startswith(f"{JOURNAL}/")}
    lignes = sorted(journal.glob("*.jsonl*")) if journal is not None and journal.is_dir() else []
    return {**sans_journal, **{f"{JOURNAL}/{f.name}": f for f in lignes}}


def _fichiers(donnees: Path) -> list[Path]:
    """Every file, behind links too: snapshots may lie on another disk."""
    parcours = os.walk(donnees, followlinks=True)
    return sorted(Path(dossier) / nom for dossier, _, noms in parcours for nom in noms)


def _durable(chemin: Path) -> bool:
    provisoire = any(partie.startswith(PREFIXE_BROUILLON) for partie in chemin.parts)
    return not provisoire and chemin.suffix not in (".tmp", ".pyc")
