"""Load the definitions (files are read here), in the order of the public contract."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from plie_metrics.catalogue.modele import Indicateur
from plie_metrics.erreurs import ErreurPlie

DEFINITIONS: Final = Path(__file__).resolve().parent / "definitions"


class DefinitionInvalide(ErreurPlie):
    """A definition file cannot be used; the message names the file, the key and what is awaited."""


@cache
def charger(dossier: Path = DEFINITIONS) -> Mapping[str, Indicateur]:
    """Every indicator by id, in the order of the contract (`rang`); read once.

    Raises DefinitionInvalide: unreadable file, wrong key or value, file not named after its id,
    two definitions of the same rank, or a folder without definitions.
    """
    definitions = [lire(fichier) for fichier in sorted(dossier.glob("*.toml"))]
    if not definitions:
        raise DefinitionInvalide(f"Aucune définition d'indicateur dans le dossier {dossier.name}.")
    _refuser_doublons(definitions)
    ordonnees = sorted(definitions, key=lambda indicateur: indicateur.rang)
    return MappingProxyType({indicateur.id: indicateur for indicateur in ordonnees})


def lire(fichier: Path) -> Indicateur:
    """One definition; raises DefinitionInvalide."""
    try:
        brut = tomllib.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError) as erreur:
        raise DefinitionInvalide(
            f"{fichier.name} : ce fichier n'est pas un TOML lisible ({erreur})."
        ) from None
    try:
        indicateur = Indicateur.model_validate(brut)
    except ValidationError as erreur:
        raise DefinitionInvalide(_message(fichier.name, erreur)) from None
    if indicateur.id != fichier.stem:
        raise DefinitionInvalide(
            f"{fichier.name}, clé id : « {indicateur.id} » n'est pas le nom du fichier."
        )
    return indicateur


def _refuser_doublons(definitions: list[Indicateur]) -> None:
    rangs: dict[int, str] = {}
    for indicateur in definitions:
        autre = rangs.setdefault(indicateur.rang, indicateur.id)
        if autre != indicateur.id:
            raise DefinitionInvalide(
                f"{indicateur.id}.toml, clé rang : {indicateur.rang} est déjà le rang de "
                f"« {autre} »."
            )


def _message(nom: str, erreur: ValidationError) -> str:
    return "\n".join(_ligne(nom, dict(detail)) for detail in erreur.errors())


def _ligne(nom: str, detail: dict[str, Any]) -> str:
    cle = ".".join(str(partie) for partie in detail["loc"])
    return f"{nom}, clé {cle} : {_raison(detail)}." if cle else f"{nom} : {_raison(detail)}."


def _raison(detail: dict[str, Any]) -> str:
    contexte = detail.get("ctx", {})
    genre, valeur = detail["type"], detail["input"]
    if genre == "missing":
        return "cette clé est obligatoire"
    if genre == "extra_forbidden":
        return "cette clé n'est pas prévue"
    if genre == "literal_error":
        possibles = contexte["expected"].replace(" or ", ", ").replace("'", "")
        return f"« {valeur} » n'est pas prévu ; valeurs possibles : {possibles}"
    if genre == "value_error":
        return str(contexte["error"])
    return f"« {valeur} » n'est pas admis ({ATTENDUS.get(genre, 'type ou valeur inattendus')})"


ATTENDUS: Final = MappingProxyType(
    {
        "string_type": "un texte est attendu",
        "string_too_short": "le texte est vide",
        "string_pattern_mismatch": "minuscules sans accent, chiffres et traits bas",
        "int_type": "un nombre entier est attendu",
        "tuple_type": "une liste est attendue",
        "too_short": "la liste est vide",
        "greater_than": "le nombre est trop petit",
        "greater_than_equal": "le nombre est trop petit",
        "less_than_equal": "le nombre est trop grand",
        "model_type": "un groupe de clés est attendu",
    }
)
