"""Withdraw a wrongly published snapshot: hidden with a reason, listed as such, reversible.

The snapshot itself is never touched: a journal beside it (`AAAA-MM-JJ.retrait.json`) keeps every
withdrawal and every return, and its last entry tells the state.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from plie_metrics.stockage.disque import remplacer
from plie_metrics.stockage.erreurs import InstantaneIllisible, RetraitImpossible
from plie_metrics.stockage.noms import SUFFIXE_RETRAIT, lire_nom


@dataclass(frozen=True)
class Geste:
    """One entry of the journal: a withdrawal or a return, why, when and by whom (may be empty)."""

    geste: Literal["retrait", "retablissement"]
    motif: str
    le: date
    par: str = ""


def journal(instantane: Path) -> tuple[Geste, ...]:
    """Every withdrawal and return of a snapshot, oldest first; empty when there was none.

    Raises InstantaneIllisible when the journal is damaged: the state is then unknown.
    """
    fichier = _fichier(instantane)
    if not fichier.exists():
        return ()
    try:
        return tuple(_lire(entree) for entree in json.loads(fichier.read_bytes())["gestes"])
    except (OSError, ValueError, KeyError, TypeError):
        raise InstantaneIllisible(
            instantane.name,
            fichier.name,
            f"le journal des retraits {fichier.name} n’est pas lisible",
            "Rétablissez ce fichier depuis une sauvegarde. Les autres arrêtés restent utilisables.",
        ) from None


def retrait(instantane: Path) -> Geste | None:
    """The withdrawal in force, None when the snapshot is in use; raises InstantaneIllisible."""
    gestes = journal(instantane)
    return gestes[-1] if gestes and gestes[-1].geste == "retrait" else None


def retirer(instantane: Path, motif: str, *, le: date, par: str = "") -> Geste:
    """Hide a snapshot from the figures, with a reason; raises RetraitImpossible."""
    if retrait(instantane) is not None:
        raise RetraitImpossible(f"L’arrêté « {instantane.name} » est déjà retiré.")
    return _noter(instantane, Geste("retrait", motif.strip(), le, par))


def retablir(instantane: Path, motif: str, *, le: date, par: str = "") -> Geste:
    """Bring a withdrawn snapshot back, with a reason; raises RetraitImpossible."""
    if retrait(instantane) is None:
        raise RetraitImpossible(f"L’arrêté « {instantane.name} » n’est pas retiré.")
    return _noter(instantane, Geste("retablissement", motif.strip(), le, par))


def transcrire(ancien: Path, nouveau: Path) -> None:
    """Give a new edition the withdrawals of the one it replaces, in the same words.

    Written before the new edition exists: a withdrawn snapshot is never shown in between.
    """
    if _fichier(ancien).exists():
        remplacer(_fichier(nouveau), _fichier(ancien).read_bytes())


def oublier(instantane: Path) -> None:
    """Erase the journal of a snapshot that is destroyed."""
    _fichier(instantane).unlink(missing_ok=True)


def _noter(instantane: Path, geste: Geste) -> Geste:
    if not instantane.is_dir() or lire_nom(instantane.name) is None:
        raise RetraitImpossible(f"L’arrêté « {instantane.name} » n’existe pas.")
    if not geste.motif:
        raise RetraitImpossible(
            f"Dites pourquoi l’état de l’arrêté « {instantane.name} » change : le motif est vide."
        )
    gestes = [asdict(passe) for passe in (*journal(instantane), geste)]
    texte = json.dumps({"gestes": gestes}, indent=2, ensure_ascii=False, default=date.isoformat)
    remplacer(_fichier(instantane), f"{texte}\n".encode())
    return geste


def _lire(entree: dict[str, Any]) -> Geste:
    if entree["geste"] not in ("retrait", "retablissement"):
        raise ValueError(entree["geste"])
    return Geste(entree["geste"], entree["motif"], date.fromisoformat(entree["le"]), entree["par"])


def _fichier(instantane: Path) -> Path:
    return instantane.with_name(instantane.name + SUFFIXE_RETRAIT)
