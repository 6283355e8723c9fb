"""Where an extract is examined: a private folder, an engine, and what the checks found."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from plie_metrics.importation.anomalie import Anomalie
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.moteur import ouvrir_moteur
from plie_metrics.importation.table_lue import TableLue, texte_lu
from plie_metrics.importation.texte_normalise import Numeros
from plie_metrics.schema import TABLES

LOT: Final = 10_000
EN_COURS: Final = "import-plie-"
RANGS: Final[Mapping[str, int]] = {nom: rang for rang, nom in enumerate(TABLES)}


@dataclass(frozen=True, slots=True)
class Controle:
    """What a check says when it fails; `{ligne}` and `{nombre}` come from the faulty row."""

    colonne: str
    raison: str
    remede: str


@dataclass(frozen=True)
class TableChargee:
    """A table held by the engine as `brut_<nom>` (texts) and `net_<nom>` (typed view).

    `lignes`: rows, blank ones at the end excluded. `numeros`: line of the source of each row, or
    None when row n is line n + 2. `expressions`: column → SQL of its typed value.
    """

    lue: TableLue
    lignes: int
    numeros: Numeros | None
    expressions: Mapping[str, str]

    @property
    def nom(self) -> str:
        """Name in the contract."""
        return self.lue.nom

    def ligne(self, rang: int) -> int:
        """Line of the source of a row, the heading being line 1."""
        return rang + 2 if self.numeros is None else int(self.numeros[rang])


@dataclass
class Atelier:
    """The folder (0700, erased by `fermer`), the engine and the findings.

    The findings stay in the engine, one small row each: an extract may hold millions of them.
    """

    dossier: Path
    moteur: Any
    limites: Limites
    generales: list[Anomalie] = field(default_factory=list)
    controles: list[Controle] = field(default_factory=list)
    tables: dict[str, TableChargee] = field(default_factory=dict)

    def numero(self, controle: Controle) -> int:
        """Register a check; its number marks its findings."""
        self.controles.append(controle)
        return len(self.controles) - 1

    def constater(self, table: str, selection: str) -> None:
        """Keep the rows of `selection`: (rang, controle, valeur, nombre)."""
        self.moteur.execute(f"INSERT INTO constats SELECT {RANGS[table]}, * FROM ({selection})")

    def constater_ecarts(self, table: str, controle: Controle, ecarts: Any) -> None:
        """Keep findings made outside the engine: an array of (rang, nombre)."""
        numero = self.numero(controle)
        self.moteur.register("ecarts", pa.table({"r": ecarts[:, 0], "n": ecarts[:, 1]}))
        self.constater(table, f"SELECT r, {numero}, NULL, n FROM ecarts")
        self.moteur.unregister("ecarts")

    def nombre(self) -> int:
        """How many anomalies."""
        constats = self.moteur.execute("SELECT count(*) FROM constats").fetchone()[0]
        return len(self.generales) + int(constats)

    def anomalies(self, table: str | None = None) -> Iterator[Anomalie]:
        """Every anomaly, the general ones first, then table by table in the order of the lines."""
        yield from (a for a in self.generales if table in (None, a.table))
        for chargee in self.tables.values():
            if table in (None, chargee.nom):
                yield from self._constats(chargee)

    def _constats(self, chargee: TableChargee) -> Iterator[Anomalie]:
        # a cursor of its own: the reader may stop halfway, or ask something else in between
        lignes = self.moteur.cursor().execute(
            "SELECT rang, controle, valeur, nombre FROM constats WHERE tableau = ? "
            "ORDER BY rang, controle",
            [RANGS[chargee.nom]],
        )
        while lot := lignes.fetchmany(LOT):
            for ligne, numero, valeur, nombre in lot:
                controle = self.controles[numero]
                yield Anomalie(
                    chargee.nom,
                    _completer(controle.raison, nombre, chargee),
                    controle.remede,
                    chargee.ligne(ligne),
                    controle.colonne,
                    _a_montrer(chargee.lue, controle.colonne, valeur),
                )

    def nombre_lignes_fautives(self, table: str) -> int:
        """How many lines of a table have an anomaly."""
        compte = "SELECT count(DISTINCT rang) FROM constats WHERE tableau = ?"
        return int(self.moteur.execute(compte, [RANGS[table]]).fetchone()[0])

    def lignes_fautives(
        self, table: str, combien: int
    ) -> Iterator[tuple[int, dict[str, str | None]]]:
        """The first faulty lines: their number in the source, and column → text as read."""
        chargee = self.tables[table]
        textes_lus = ", ".join(map(texte_lu, chargee.lue.colonnes))
        noms = [lue.nom for lue in chargee.lue.colonnes]
        lignes = self.moteur.cursor().execute(
            f"SELECT rowid, {textes_lus} FROM brut_{table} WHERE rowid IN "
            "(SELECT rang FROM constats WHERE tableau = ?) ORDER BY rowid LIMIT ?",
            [RANGS[table], combien],
        )
        while lot := lignes.fetchmany(LOT):
            for rang, *textes in lot:
                yield chargee.ligne(rang), dict(zip(noms, textes, strict=True))

    def fermer(self) -> None:
        """Close the engine and erase the folder."""
        self.moteur.close()
        shutil.rmtree(self.dossier, ignore_errors=True)


def ouvrir_atelier(limites: Limites) -> Atelier:
    """A new folder that its owner alone can read, and an engine shut in it."""
    dossier = Path(tempfile.mkdtemp(prefix=EN_COURS)).resolve()
    moteur = ouvrir_moteur(dossier, limites)
    moteur.execute(
        "CREATE TABLE constats"
        "(tableau UTINYINT, rang BIGINT, controle USMALLINT, valeur VARCHAR, nombre BIGINT)"
    )
    return Atelier(dossier, moteur, limites)


def _completer(raison: str, nombre: int | None, chargee: TableChargee) -> str:
    if nombre is None:
        return raison
    if "{ligne}" in raison:  # then the number is the rank of another row
        return raison.replace("{ligne}", str(chargee.ligne(nombre)))
    return raison.replace("{nombre}", str(nombre))


def _a_montrer(table: TableLue, colonne: str, valeur: str | None) -> str | None:
    lue = table.lue(colonne)
    if valeur is None or lue is None or lue.montrable:
        return valeur
    return "valeur nominative, non affichée"
