"""An edition as JSON, always the same text for the same edition, and its fingerprint."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from plie_metrics.editions.modele import Edition
from plie_metrics.erreurs import ErreurPlie

FORMAT: Final = 1
"""Of the file; a later application reads the earlier ones."""
_ADAPTATEUR: Final = TypeAdapter(Edition)


class EditionAlteree(ErreurPlie):
    """The file of an edition that cannot be trusted; the sentence names it and the remedy."""

    def __init__(self, nom: str, raison: str) -> None:
        super().__init__(
            f"L’édition « {nom} » n’est pas utilisable : {raison}. Les autres éditions restent "
            "consultables ; reprenez ce fichier d’une sauvegarde de data/copil."
        )
        self.nom, self.raison = nom, raison


def empreinte(edition: Edition) -> str:
    """SHA-256, in hexadecimal, of everything but itself."""
    return hashlib.sha256(_texte(replace(edition, empreinte="")).encode()).hexdigest()


def sceller(edition: Edition, quand: datetime) -> Edition:
    """The same, frozen: it bears the fingerprint of its content."""
    figee = replace(edition, etat="figée", fige_le=quand, empreinte="")
    return replace(figee, empreinte=empreinte(figee))


def en_json(edition: Edition) -> bytes:
    """The file of an edition."""
    return (_texte(edition, indent=1) + "\n").encode()


def lire_json(octets: bytes, nom: str) -> Edition:
    """The edition of a file named `nom`; raises EditionAlteree when it was changed by hand."""
    try:
        brut = json.loads(octets)
        version = brut.pop("format", None)
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise EditionAlteree(nom, "ce fichier n’est pas une édition lisible") from None
    if version != FORMAT:
        raise EditionAlteree(nom, f"il est d’un format inconnu ({version})")
    try:
        lue: Edition = _ADAPTATEUR.validate_python(brut)
    except (ValidationError, ErreurPlie) as erreur:
        raise EditionAlteree(nom, f"son contenu n’est pas celui attendu{_ou(erreur)}") from None
    if lue.figee and lue.empreinte != empreinte(lue):
        raise EditionAlteree(nom, "son contenu a été modifié après avoir été figé")
    return lue


def _texte(edition: Edition, indent: int | None = None) -> str:
    brut: dict[str, Any] = _ADAPTATEUR.dump_python(edition, mode="json")
    return json.dumps(
        {"format": FORMAT, **brut},
        sort_keys=True,
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=None if indent else (",", ":"),
    )


def _ou(erreur: Exception) -> str:
    if not isinstance(erreur, ValidationError):
        return ""
    lieu = ".".join(str(partie) for partie in erreur.errors()[0]["loc"])
    return f" (à « {lieu} »)" if lieu else ""
