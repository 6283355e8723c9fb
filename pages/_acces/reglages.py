"""The settings of access: table [acces] of data/plie.toml."""

from functools import lru_cache
from typing import Annotated, Final, Literal

from pydantic import Field

from plie_metrics.configuration import CONFIGURATION, Fige, lire, modeler

TABLE: Final = "acces"


class Rotation(Fige):
    """When the journal starts a new file, and how many old ones are kept."""

    taille_max_ko: Annotated[int, Field(ge=10, le=1_000_000)]
    fichiers: Annotated[int, Field(ge=1, le=1000)]


class Reglages(Fige):
    """Everything that access needs to know; see data/plie.toml for the meaning of each."""

    exposition: Literal["demonstration", "locale"]
    sans_compte: Literal["rien", "public"]
    duree_connexion: Annotated[int, Field(ge=1, le=24 * 30)]
    journal: Rotation


def lire_reglages() -> Reglages:
    """The settings as they stand now; raises ConfigurationInvalide, in French."""
    try:
        etat = CONFIGURATION.stat()
    except OSError:
        return _valider(None)
    return _valider((etat.st_mtime_ns, etat.st_size, etat.st_ino))


@lru_cache(maxsize=2)
def _valider(etat: tuple[int, int, int] | None) -> Reglages:
    """Read again when the file changes: asked for several times a page."""
    del etat
    return modeler(Reglages, TABLE, lire(TABLE))
