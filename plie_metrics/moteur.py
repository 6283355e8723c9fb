"""Which engine counts a snapshot: table [calcul] of data/plie.toml."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from plie_metrics.configuration import Fige, lire, modeler


class Moteur(StrEnum):
    """pandas holds the tables in memory; DuckDB scans the files each time a figure is asked."""

    PANDAS = "pandas"
    DUCKDB = "duckdb"


class ReglageMoteur(Fige):
    """`moteur` imposes an engine, or lets the size decide: DuckDB above `seuil_lignes` rows."""

    moteur: Literal["auto", "pandas", "duckdb"]
    seuil_lignes: int = Field(ge=0)

    def choisir(self, lignes: int) -> Moteur:
        """The engine for tables of that many rows in all."""
        if self.moteur != "auto":
            return Moteur(self.moteur)
        return Moteur.DUCKDB if lignes > self.seuil_lignes else Moteur.PANDAS


def reglage_livre() -> ReglageMoteur:
    """The setting of this installation; raises ConfigurationInvalide, which names the key."""
    return modeler(ReglageMoteur, "calcul", lire("calcul"))
