"""Short ways to write a column of each type, so that a table reads as the contract does."""

from collections.abc import Mapping
from typing import Any, Final

from plie_metrics.schema.structure import Colonne, Type

CODE_INSEE: Final = r"\d[0-9AB]\d{3}"
CODE_QPV: Final = r"QP[0-9A-Z]{6}|QN[0-9A-Z]{6}|VEILLE-[A-Z0-9-]+"
EN_COURS: Final = "en cours"


def identifiant(nom: str, libelle: str, **regles: Any) -> Colonne:
    """An identifier or a free text, as it stands."""
    return Colonne(nom, Type.TEXTE, libelle, **regles)


def ouverte(nom: str, libelle: str, **regles: Any) -> Colonne:
    """A category whose list is open: référents, structures, communes, companies."""
    return Colonne(nom, Type.CATEGORIE, libelle, **regles)


def fermee(nom: str, libelle: str, modalites: Mapping[str, str], **regles: Any) -> Colonne:
    """A category whose codes are listed in `modalites`."""
    return Colonne(nom, Type.CATEGORIE, libelle, modalites=modalites, **regles)


def jour(nom: str, libelle: str, **regles: Any) -> Colonne:
    """A date."""
    return Colonne(nom, Type.DATE, libelle, **regles)


def entier(nom: str, libelle: str, **regles: Any) -> Colonne:
    """A whole number."""
    return Colonne(nom, Type.ENTIER, libelle, **regles)


def decimal(nom: str, libelle: str, **regles: Any) -> Colonne:
    """A number."""
    return Colonne(nom, Type.DECIMAL, libelle, **regles)


def booleen(nom: str, libelle: str, **regles: Any) -> Colonne:
    """Yes or no."""
    return Colonne(nom, Type.BOOLEEN, libelle, **regles)


def commune(**regles: Any) -> Colonne:
    """The commune of residence."""
    return ouverte("commune", "Commune (code INSEE)", motif=CODE_INSEE, **regles)


def quartier(nom: str = "qpv", libelle: str = "Quartier", **regles: Any) -> Colonne:
    """A quartier prioritaire or de veille; empty = hors QPV."""
    return ouverte(nom, libelle, motif=CODE_QPV, nulle=True, sens_null="hors QPV", **regles)
