"""The record of what was erased or purged: `registre.jsonl` beside the snapshots; names nobody."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Literal

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.stockage.disque import remplacer

REGISTRE: Final = "registre.jsonl"


class RegistreIllisible(ErreurPlie):
    """The record cannot be read: nothing is erased without it."""


@dataclass(frozen=True)
class Acte:
    """One arrêté touched by an operation.

    `operation`: what ties the lines of one order. `quand`: ISO date and time. `remplacees`,
    `nouvelles`: snapshot → fingerprint. `lignes`: table → rows removed.
    """

    operation: str
    quand: str
    geste: Literal["effacement", "purge"]
    arrete: str
    remplacees: Mapping[str, str] = field(hash=False)
    nouvelles: Mapping[str, str] = field(hash=False)
    lignes: Mapping[str, int] = field(hash=False)


def lire_registre(dossier: Path) -> tuple[Acte, ...]:
    """Every act, oldest first; raises RegistreIllisible."""
    fichier = dossier / REGISTRE
    if not fichier.exists():
        return ()
    try:
        lignes = fichier.read_text(encoding="utf-8").splitlines()
        return tuple(Acte(**json.loads(ligne)) for ligne in lignes)
    except (OSError, ValueError, TypeError):
        raise RegistreIllisible(
            f"Le registre {REGISTRE} du dossier « {dossier.name} » n’est pas lisible ; "
            "rétablissez-le depuis une sauvegarde, ou mettez-le de côté. Rien n’a été effacé."
        ) from None


def consigner(dossier: Path, acte: Acte) -> None:
    """Add an act, once, whole or not at all. Raises RegistreIllisible, OSError."""
    connus = lire_registre(dossier)
    if any((a.operation, a.arrete) == (acte.operation, acte.arrete) for a in connus):
        return
    lignes = [json.dumps(asdict(a), ensure_ascii=False) for a in (*connus, acte)]
    remplacer(dossier / REGISTRE, ("\n".join(lignes) + "\n").encode())
