"""How long things are kept: table [conservation] of data/plie.toml."""

from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from plie_metrics.configuration import CONFIGURATION, Fige, lire, modeler

TABLE: Final = "conservation"


class Durees(Fige):
    """Years after the end of the follow-up, years after the arrêté, months of the journal."""

    annees_apres_sortie: Annotated[int, Field(ge=0, le=100)]
    annees_arretes: Annotated[int, Field(ge=1, le=100)]
    mois_journal: Annotated[int, Field(ge=1, le=1200)]


def lire_durees(fichier: Path = CONFIGURATION) -> Durees:
    """The settings as they stand now; raises ConfigurationInvalide, in French."""
    return modeler(Durees, TABLE, lire(TABLE, fichier))
