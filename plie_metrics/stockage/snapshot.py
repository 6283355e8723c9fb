"""An opened snapshot: checked once, its tables read on demand."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from plie_metrics.schema import SCHEMA_VERSION, TABLES
from plie_metrics.stockage.controle import alteration, controler_contenu, controler_presence
from plie_metrics.stockage.conversion import vers_pandas
from plie_metrics.stockage.erreurs import InstantaneIllisible, TableAbsente
from plie_metrics.stockage.fichier import ecrire_parquet
from plie_metrics.stockage.manifeste import Manifeste, lire_manifeste
from plie_metrics.stockage.migrations import migrer
from plie_metrics.stockage.noms import fichier_table, lire_nom
from plie_metrics.stockage.retrait import Geste, retrait

COMPTEES: Final = (
    ("parcours", "date_entree"),
    ("etapes", "date_debut"),
    ("entretiens", "date"),
    ("prescriptions", "date"),
    ("clauses_heures", "mois"),
    ("clauses_orientations", "date"),
    ("clauses_sorties", "date"),
)


@dataclass(frozen=True)
class Snapshot:
    """One immutable extract; `retrait` is the withdrawal in force when it was opened, if any."""

    chemin: Path
    edition: int
    manifeste: Manifeste
    retrait: Geste | None = None
    _lues: dict[str, pd.DataFrame] = field(
        default_factory=dict, repr=False, compare=False, hash=False
    )

    @property
    def nom(self) -> str:
        """Folder name, « 2016-12-31 » or « 2016-12-31.2 »."""
        return self.chemin.name

    @property
    def arrete(self) -> date:
        """Last day the extract knows of."""
        return self.manifeste.arrete

    @property
    def produit_le(self) -> date:
        """Day the snapshot was made."""
        return self.manifeste.produit_le

    @property
    def source(self) -> str:
        """Where the data come from, in words."""
        return self.manifeste.source

    @property
    def demonstration(self) -> bool:
        """True for generated data: every screen and export then says so."""
        return self.manifeste.demonstration

    @property
    def avertissements(self) -> tuple[str, ...]:
        """What the import let through with a warning."""
        return self.manifeste.avertissements

    @property
    def empreinte(self) -> str:
        """SHA-256 of the manifest's content, which holds those of the files."""
        return self.manifeste.empreinte

    @property
    def tables(self) -> Mapping[str, int]:
        """Tables present → number of rows."""
        return {nom: fiche.lignes for nom, fiche in self.manifeste.tables.items()}

    def colonnes(self, nom: str) -> tuple[str, ...]:
        """Columns present in a table, in the form of today's schema; raises TableAbsente."""
        fichier = self.chemin_table(nom)
        if self.actuel:
            return self.manifeste.tables[nom].colonnes
        vide = pq.read_schema(fichier).empty_table()
        return tuple(migrer(nom, vide, self.manifeste.version_schema).column_names)

    @property
    def actuel(self) -> bool:
        """False for a snapshot of an older schema: its files are not to be read as they are."""
        return self.manifeste.version_schema == SCHEMA_VERSION

    def chemin_table(self, nom: str) -> Path:
        """The Parquet file of a table, for lazy readers (DuckDB) of an `actuel` snapshot.

        Raises TableAbsente.
        """
        if nom not in self.manifeste.tables:
            raise TableAbsente(
                f"L’arrêté « {self.nom} » ne contient pas la table {nom} "
                f"({TABLES[nom].libelle}) ; ajoutez {nom}.csv à l’extrait, puis importez-le."
            )
        return self.chemin / fichier_table(nom)

    def premier_jour(self) -> date | None:
        """The earliest date that a table counts by, without loading it; None when all are empty."""
        jours = [
            pc.min(self._colonne(nom, colonne)).as_py()
            for nom, colonne in COMPTEES
            if nom in self.manifeste.tables
        ]
        return min((jour for jour in jours if jour is not None), default=None)

    def _colonne(self, nom: str, colonne: str) -> Any:
        if not self.actuel:
            return self.arrow(nom).column(colonne)
        return pq.read_table(self.chemin_table(nom), columns=[colonne]).column(0)

    def table(self, nom: str) -> pd.DataFrame:
        """A table, read and checked again at its first use; the caller may change its own copy.

        Columns are those of the file, in the order of the schema; see `conversion.vers_pandas`
        for the types. Raises TableAbsente, InstantaneIllisible.
        """
        if nom not in self._lues:
            self._lues[nom] = self._lire(nom)
        return self._lues[nom].copy(deep=False)  # pandas copies on write: cheap and safe

    def deposer(self, nom: str, copie: Path) -> None:
        """Copy a table's Parquet file, in the form of today's schema. Raises TableAbsente."""
        if self.actuel:
            shutil.copyfile(self.chemin_table(nom), copie)
        else:
            ecrire_parquet(self.arrow(nom), copie)

    def arrow(self, nom: str) -> Any:
        """A table as a pyarrow.Table, read and checked again; raises as `table`."""
        fichier = self.chemin_table(nom)
        try:
            octets = fichier.read_bytes()
        except OSError:
            raise InstantaneIllisible(
                self.nom, fichier.name, f"le fichier {fichier.name} manque"
            ) from None
        if hashlib.sha256(octets).hexdigest() != self.manifeste.tables[nom].sha256:
            raise alteration(self.chemin, nom)
        lue = pq.read_table(pa.BufferReader(octets))
        return migrer(nom, lue, self.manifeste.version_schema)

    def _lire(self, nom: str) -> pd.DataFrame:
        try:
            return vers_pandas(TABLES[nom], self.arrow(nom))
        except (pa.ArrowException, ValueError):
            fichier = fichier_table(nom)
            raise InstantaneIllisible(
                self.nom, fichier, f"le fichier {fichier} contient un code inconnu"
            ) from None


@dataclass(frozen=True, eq=False)
class TablesLues(Mapping[str, pd.DataFrame]):
    """The tables of a snapshot by name, each read when it is asked for."""

    snapshot: Snapshot

    def __getitem__(self, nom: str) -> pd.DataFrame:
        """Raises KeyError for an absent table, as a mapping does."""
        if nom not in self.snapshot.tables:
            raise KeyError(nom)
        return self.snapshot.table(nom)

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self.snapshot.tables)

    def __len__(self) -> int:
        """How many."""
        return len(self.snapshot.tables)

    def __contains__(self, nom: object) -> bool:
        """Without reading it."""
        return nom in self.snapshot.tables


def ouvrir(chemin: Path) -> Snapshot:
    """Open a snapshot folder, every file checked against the manifest, byte by byte.

    A withdrawn snapshot opens too (`retrait` says so): hiding it is the caller's business.
    Raises InstantaneIllisible, which names the snapshot, the file and the remedy.
    """
    if not chemin.is_dir():
        raise InstantaneIllisible(
            chemin.name, "", "ce dossier n’existe pas", "Vérifiez le chemin demandé."
        )
    manifeste = lire_manifeste(chemin)
    controler_presence(chemin, manifeste)
    controler_contenu(chemin, manifeste)
    nom = lire_nom(chemin.name)
    return Snapshot(chemin, nom[1] if nom else 1, manifeste, retrait(chemin))
