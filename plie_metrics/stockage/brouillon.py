"""Publish in one move: files gather in a hidden draft, which becomes the snapshot at the end.

A crash leaves a hidden draft that nothing lists; the next publication sweeps it once its owner
is gone. The kernel releases the lock of a killed process, so a draft at work is never swept.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plie_metrics.schema import TABLES, TABLES_REQUISES
from plie_metrics.stockage.balayage import balayer, verrou
from plie_metrics.stockage.controle import controler_contenu, controler_presence
from plie_metrics.stockage.disque import assurer, ecrire, ecriture
from plie_metrics.stockage.editions import derniere_edition, installer, installer_au_rang
from plie_metrics.stockage.erreurs import InstantaneIllisible, PublicationImpossible
from plie_metrics.stockage.fichier import decrire
from plie_metrics.stockage.manifeste import FicheTable, Manifeste, lire_manifeste
from plie_metrics.stockage.noms import MANIFESTE, PREFIXE_BROUILLON, fichier_table
from plie_metrics.stockage.retrait import retrait


@dataclass(frozen=True)
class Brouillon:
    """A draft at work: write each table's Parquet at `chemin(table)`, then `publier` once."""

    dossier: Path
    arrete: date
    chantier: Path

    def chemin(self, table: str) -> Path:
        """Where to write a table's Parquet file (columns of the schema, any Parquet writer)."""
        return self.chantier / fichier_table(TABLES[table].nom)

    def publier(
        self,
        *,
        produit_le: date,
        source: str,
        demonstration: bool = False,
        avertissements: Sequence[str] = (),
        sauf_identique: bool = False,
        edition: int | None = None,
    ) -> Path:
        """Make the draft a snapshot, as the first free edition of its arrêté; return its folder.

        `edition`: that one and no other.

        `sauf_identique`: when the last edition is the same to the byte, intact and in use, keep
        that one instead.
        Raises PublicationImpossible (missing table or column, unknown code, empty cell).
        """
        with ecriture(self.dossier):
            fiches = self._fiches()
        manifeste = Manifeste(
            self.arrete, produit_le, source, demonstration, tuple(avertissements), fiches
        )
        contenu = manifeste.octets()
        existante = derniere_edition(self.dossier, self.arrete) if sauf_identique else None
        if existante is not None and _reprend(existante, manifeste):
            return existante
        with ecriture(self.dossier):
            ecrire(self.chantier / MANIFESTE, contenu)
            assurer(self.chantier)
            if edition is not None:
                return installer_au_rang(self.chantier, self.dossier, self.arrete, edition)
            return installer(self.chantier, self.dossier, self.arrete)

    def _fiches(self) -> dict[str, FicheTable]:
        presentes = [nom for nom in TABLES if self.chemin(nom).is_file()]
        manquantes = [nom for nom in TABLES_REQUISES if nom not in presentes]
        if manquantes:
            raise PublicationImpossible(
                f"La table {manquantes[0]} est indispensable et manque à l’extrait ; "
                f"ajoutez {manquantes[0]}.csv."
            )
        return {nom: decrire(TABLES[nom], self.chemin(nom)) for nom in presentes}


@contextmanager
def brouillon(dossier: Path, arrete: date) -> Iterator[Brouillon]:
    """A draft on the same file system as the snapshots; what was not published is erased."""
    with ecriture(dossier):
        dossier.mkdir(parents=True, exist_ok=True)
        balayer(dossier)
        prefixe = f"{PREFIXE_BROUILLON}{arrete.isoformat()}-"
        chantier = Path(tempfile.mkdtemp(prefix=prefixe, dir=dossier))
        chantier.chmod(0o755)  # mkdtemp closes it to its owner alone; a snapshot is shared
    with verrou(chantier):
        try:
            yield Brouillon(dossier, arrete, chantier)
        finally:
            shutil.rmtree(chantier, ignore_errors=True)


def _reprend(existante: Path, manifeste: Manifeste) -> bool:
    """True when a published edition is this very one, whole and not withdrawn."""
    try:
        if lire_manifeste(existante).empreinte != manifeste.empreinte:
            return False
        controler_presence(existante, manifeste)
        controler_contenu(existante, manifeste)
        return retrait(existante) is None
    except InstantaneIllisible:
        return False
