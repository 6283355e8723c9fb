"""The settings of the meeting: table [copil] of data/plie.toml."""

from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, field_validator

from plie_metrics.configuration import CONFIGURATION, Fige, lire, modeler
from plie_metrics.secret.profils import PROFILS

TABLE: Final = "copil"


class Reglages(Fige):
    """`profil`: for whom editions are made at first; `vues`: planches of a scheduled edition."""

    profil: str
    vues: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]

    @field_validator("profil")
    @classmethod
    def _connu(cls, nom: str) -> str:
        if nom not in PROFILS:
            raise ValueError(f"profils possibles : {', '.join(PROFILS)}")
        return nom


def lire_reglages(fichier: Path = CONFIGURATION) -> Reglages:
    """As the settings say now; raises ConfigurationInvalide, in French."""
    return modeler(Reglages, TABLE, lire(TABLE, fichier))
