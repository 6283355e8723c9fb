"""The settings of this installation: `data/plie.toml`, a table a concern (read here only)."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from plie_metrics.chemins import DONNEES
from plie_metrics.erreurs import ErreurPlie

CONFIGURATION: Final = DONNEES / "plie.toml"


class ConfigurationInvalide(ErreurPlie):
    """The settings cannot be used; the message names the file, the key and what is awaited."""


def lire(table: str, fichier: Path = CONFIGURATION) -> Mapping[str, Any]:
    """One table of the settings, as written; its owner validates it.

    Raises ConfigurationInvalide: file absent or unreadable, table absent.
    """
    try:
        contenu = tomllib.loads(fichier.read_text(encoding="utf-8"))
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
