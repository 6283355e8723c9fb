"""The breakdowns (`--par`) and their French names; a new one is a line here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.schema import modalites as m

DIMENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sexe": "Sexe",
        "classe_age": "Classe d’âge",
        "commune": "Commune",
        "qpv": "Quartier",
        "prescripteur": "Prescripteur",
        "referent": "Référent",
        "structure": "Structure",
        "niveau_formation": "Niveau de formation",
        "motif_sortie": "Motif de sortie",
        "type_etape": "Type d’étape",
        "type_contrat": "Type de contrat",
        "secteur": "Secteur",
        "mois": "Mois",
    }
)

MODALITES: Final[Mapping[str, m.Modalites]] = MappingProxyType(
    {
        "sexe": m.SEXES,
        "classe_age": m.LIBELLES_AGE,
        "prescripteur": m.PRESCRIPTEURS,
        "niveau_formation": m.NIVEAUX_FORMATION,
        "motif_sortie": m.MOTIFS_SORTIE,
        "type_etape": m.TYPES_ETAPE,
        "type_contrat": m.TYPES_CONTRAT,
        "secteur": m.SECTEURS,
    }
)
"""The closed list of a dimension, code → label; the open ones (commune, référent…) are absent."""


def libelle(dimension: str, code: str) -> str:
    """French label of a modality; the code itself where the list is open (commune, référent…)."""
    if dimension == "qpv" and code in m.VEILLES:
        return m.VEILLES[code]
    return MODALITES.get(dimension, {}).get(code) or m.LIBELLES_ABSENCE.get(code, code)
