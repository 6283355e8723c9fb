"""The settings of this installation: `data/plie.toml`, a table a concern (read here only)."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from plie_metrics.chemins import CONFIGURATION
from plie_metrics.erreurs import ErreurPlie

__all__ = ["CONFIGURATION", "ConfigurationInvalide", "Fige", "lire", "modeler"]


class ConfigurationInvalide(ErreurPlie):
    """The settings cannot be used; the message names the file, the key and what is awaited."""


class Fige(BaseModel):
    """Base of a table of settings: frozen, no unknown key, no silent conversion."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


M = TypeVar("M", bound=BaseModel)


def lire(table: str, fichier: Path = CONFIGURATION) -> Mapping[str, Any]:
    """One table of the settings, as written; its owner validates it (`modeler`).

    Parsed again when the file changes. Raises ConfigurationInvalide: file absent or unreadable,
    table absent.
    """
    try:
        etat = fichier.stat()
        contenu = _contenu(fichier, (etat.st_mtime_ns, etat.st_size, etat.st_ino))
    except (OSError, ValueError) as erreur:
        raise ConfigurationInvalide(
            f"{fichier.name} : ce fichier n’est pas un TOML lisible ({erreur}) ; corrigez-le ou "
            "reprenez celui qui est livré avec l’application."
        ) from None
    trouvee = contenu.get(table)
    if not isinstance(trouvee, dict):
        raise ConfigurationInvalide(
            f"{fichier.name} : la table [{table}] manque ; reprenez celle qui est livrée avec "
            "l’application."
        )
    return trouvee


def modeler(modele: type[M], nom: str, table: Mapping[str, Any]) -> M:
    """A table of the settings as its model; raises ConfigurationInvalide, a sentence a fault."""
    try:
        return modele.model_validate(table)
    except ValidationError as erreur:
        lignes = [_ligne(nom, dict(detail)) for detail in erreur.errors()]
        raise ConfigurationInvalide("\n".join(lignes)) from None


@lru_cache(maxsize=4)
def _contenu(fichier: Path, etat: tuple[int, int, int]) -> Mapping[str, Any]:
    del etat  # part of the key
    return tomllib.loads(fichier.read_text(encoding="utf-8"))


def _ligne(nom: str, detail: Mapping[str, Any]) -> str:
    cle = ".".join([nom, *(str(partie) for partie in detail["loc"])])
    contexte = detail.get("ctx", {})
    raison = {
        "missing": "cette clé est obligatoire",
        "extra_forbidden": "cette clé n’est pas prévue",
        "value_error": str(contexte.get("error", "")),
        "literal_error": f"« {detail['input']} » n’est pas admis ; valeurs possibles : "
        + str(contexte.get("expected", "")).replace(" or ", " ou "),
        "string_too_short": "ce texte ne peut pas être vide",
        "too_short": f"il en faut au moins {contexte.get('min_length')}",
        "greater_than_equal": f"le nombre doit être au moins {contexte.get('ge')}",
        "greater_than": f"le nombre doit dépasser {contexte.get('gt')}",
        "less_than": f"le nombre doit être inférieur à {contexte.get('lt')}",
        "less_than_equal": f"le nombre doit être au plus {contexte.get('le')}",
    }.get(detail["type"], f"« {detail['input']} » n’est pas admis (type ou valeur inattendus)")
    return f"{CONFIGURATION.name}, clé {cle} : {raison}."
