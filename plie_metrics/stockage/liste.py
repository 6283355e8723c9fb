"""What the folder of the snapshots holds: in use, withdrawn, damaged; never a half-written one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from plie_metrics.stockage.controle import controler_contenu, controler_presence
from plie_metrics.stockage.erreurs import InstantaneIllisible
from plie_metrics.stockage.manifeste import Manifeste, lire_manifeste
from plie_metrics.stockage.noms import lire_nom
from plie_metrics.stockage.retrait import Geste, retrait

type_etat = Literal["publie", "retire", "illisible"]


@dataclass(frozen=True)
class Entree:
    """A line of the list; `manifeste` is None and `erreur` the French reason when unreadable."""

    chemin: Path
    arrete: date
    edition: int
    manifeste: Manifeste | None
    retrait: Geste | None = None
    erreur: str = ""

    @property
    def nom(self) -> str:
        """Folder name."""
        return self.chemin.name

    @property
    def etat(self) -> type_etat:
        """publie, retire or illisible (a damaged one that is withdrawn is unreadable first)."""
        if self.manifeste is None:
            return "illisible"
        return "publie" if self.retrait is None else "retire"


def lister(dossier: Path, *, complet: bool = False) -> tuple[Entree, ...]:
    """Every snapshot of the folder, oldest arrêté first, then by edition; () without a folder.

    Manifest, presence and size of the files are checked; with `complet`, every byte too (`ouvrir`
    always does). Drafts and other names are ignored.
    """
    if not dossier.is_dir():
        return ()
    noms = [(lire_nom(chemin.name), chemin) for chemin in dossier.iterdir() if chemin.is_dir()]
    entrees = [_entree(chemin, *nom, complet) for nom, chemin in noms if nom is not None]
    return tuple(sorted(entrees, key=lambda entree: (entree.arrete, entree.edition)))


def en_usage(dossier: Path) -> tuple[Entree, ...]:
    """One snapshot an arrêté: its last edition that is neither withdrawn nor damaged."""
    par_arrete = {entree.arrete: entree for entree in lister(dossier) if entree.etat == "publie"}
    return tuple(par_arrete.values())


def _entree(chemin: Path, arrete: date, edition: int, complet: bool) -> Entree:
    retire = None
    try:
        retire = retrait(chemin)
        manifeste = lire_manifeste(chemin)
        controler_presence(chemin, manifeste)
        if complet:
            controler_contenu(chemin, manifeste)
    except InstantaneIllisible as erreur:
        return Entree(chemin, arrete, edition, None, retire, str(erreur))
    return Entree(chemin, arrete, edition, manifeste, retire)
