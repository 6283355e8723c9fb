"""The settings of access: table [acces] of data/plie.toml."""

from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plie_metrics.configuration import CONFIGURATION, ConfigurationInvalide, lire

TABLE: Final = "acces"


class _Fige(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Rotation(_Fige):
    """When the journal starts a new file, and how many old ones are kept."""

    taille_max_ko: Annotated[int, Field(ge=10, le=1_000_000)]
    fichiers: Annotated[int, Field(ge=1, le=1000)]


class Reglages(_Fige):
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
    try:
        return Reglages.model_validate(lire(TABLE))
    except ValidationError as erreur:
        lignes = [_ligne(dict(detail)) for detail in erreur.errors()]
        raise ConfigurationInvalide("\n".join(lignes)) from None


def _ligne(detail: dict[str, Any]) -> str:
    cle = ".".join([TABLE, *(str(partie) for partie in detail["loc"])])
    contexte = detail.get("ctx", {})
    raison = {
        "missing": "cette clé est obligatoire",
        "extra_forbidden": "cette clé n’est pas prévue",
        "literal_error": f"« {detail['input']} » n’est pas admis ; valeurs possibles : "
        + str(contexte.get("expected", "")).replace(" or ", " ou "),
        "greater_than_equal": f"le nombre doit être au moins {contexte.get('ge')}",
        "less_than_equal": f"le nombre doit être au plus {contexte.get('le')}",
    }.get(detail["type"], f"« {detail['input']} » n’est pas admis (type inattendu)")
    return f"{CONFIGURATION.name}, clé {cle} : {raison}."
