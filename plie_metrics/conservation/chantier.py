"""One arrêté being rewritten: what replaces what, written down first, so that a crash is ended.

    1. the plan is written; 2. every new edition is published, the last one first, so that the one
    in use is never an older one; 3. the old editions and what was solved on them are destroyed;
    4. the act is recorded; 5. the plan is erased.

After a crash, `regler` ends from 3 when all was published, else undoes 2: nothing is lost, and the
order is given again.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from plie_metrics.conservation.heritage import transmettre
from plie_metrics.conservation.registre import Acte, consigner
from plie_metrics.stockage import InstantaneIllisible
from plie_metrics.stockage.destruction import detruire, finir
from plie_metrics.stockage.disque import assurer, remplacer
from plie_metrics.stockage.manifeste import Manifeste, lire_manifeste

PLAN: Final = ".effacement.json"


@dataclass(frozen=True)
class Chantier:
    """`paires`: old edition → new edition, oldest first; `mention` marks the new editions."""

    acte: Acte
    paires: tuple[tuple[str, str], ...]
    mention: str


def ouvrir(dossier: Path, chantier: Chantier) -> None:
    """Write the plan."""
    texte = json.dumps(asdict(chantier), ensure_ascii=False, indent=1)
    remplacer(dossier / PLAN, texte.encode())


def regler(dossier: Path) -> bool:
    """End or undo what a crash left; True when there was something. Raises OSError, ErreurPlie."""
    finir(dossier)
    chantier = _lire(dossier / PLAN)
    if chantier is None:
        return False
    if all(_publiee(dossier / nouvelle, chantier) for _, nouvelle in chantier.paires):
        fermer(dossier, chantier)
    else:
        for _, nouvelle in chantier.paires:
            if not (dossier / nouvelle).exists() or _publiee(dossier / nouvelle, chantier):
                detruire(dossier / nouvelle)
        _oublier(dossier)
    return True


def fermer(dossier: Path, chantier: Chantier) -> Acte:
    """Steps 3 to 5; return the act as recorded."""
    nouvelles = {n: lire_manifeste(dossier / n).empreinte for _, n in chantier.paires}
    acte = Acte(**{**asdict(chantier.acte), "nouvelles": nouvelles})
    for ancienne, nouvelle in chantier.paires:
        transmettre(dossier, ancienne, nouvelle)
        detruire(dossier / ancienne)
    consigner(dossier, acte)
    _oublier(dossier)
    return acte


def _publiee(chemin: Path, chantier: Chantier) -> bool:
    """True when this edition stands and is the one that the plan announced."""
    try:
        manifeste: Manifeste = lire_manifeste(chemin)
    except InstantaneIllisible:
        return False
    return chantier.mention in manifeste.avertissements


def _lire(fichier: Path) -> Chantier | None:
    if not fichier.exists():
        return None
    try:
        brut: dict[str, Any] = json.loads(fichier.read_bytes())
        paires = tuple((ancienne, nouvelle) for ancienne, nouvelle in brut["paires"])
        return Chantier(Acte(**brut["acte"]), paires, brut["mention"])
    except (ValueError, KeyError, TypeError):
        fichier.unlink()  # written by `remplacer`, so never a half; a foreign file says nothing
        return None


def _oublier(dossier: Path) -> None:
    (dossier / PLAN).unlink(missing_ok=True)
    assurer(dossier)
