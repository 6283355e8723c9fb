"""The words everybody shares: the tables of an extract, their columns, codes and labels."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.schema import clauses, pilotage, suivi
from plie_metrics.schema.dimensions import DIMENSIONS, MODALITES, libelle
from plie_metrics.schema.modalites import (
    AUTRES,
    CLASSES_AGE,
    HORS_QPV,
    INCONNU,
    MOTIFS_NEUTRES,
    MOTIFS_POSITIFS,
    MOTIFS_SORTIE,
    NIVEAUX_FORMATION,
    NIVEAUX_V_INFRA,
    PRESCRIPTEURS,
    SECTEURS,
    SEXES,
    SITUATIONS_SORTIE,
    SUITES_PRESCRIPTION,
    TYPES_CONTRAT,
    TYPES_ETAPE,
    TYPES_ETAPE_EMPLOI,
    TYPES_SORTIE_CLAUSES,
    VEILLES,
    est_qpv,
)
from plie_metrics.schema.structure import Colonne, Table, Type, type_arrow

SCHEMA_VERSION: Final = 1

TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        table.nom: table
        for table in (
            suivi.PARTICIPANTS,
            suivi.PARCOURS,
            suivi.ETAPES,
            suivi.ENTRETIENS,
            suivi.REFERENTS,
            suivi.OBJECTIFS,
            suivi.PRESCRIPTIONS,
            clauses.CONTRATS,
            clauses.HEURES,
            clauses.ORIENTATIONS,
            clauses.SORTIES,
            clauses.ENGAGEMENTS,
            pilotage.ML_INDICATEURS,
            pilotage.ACTIONS,
            pilotage.FINANCES,
        )
    }
)
TABLES_REQUISES: Final = tuple(nom for nom, table in TABLES.items() if table.requise)

__all__ = [
    "AUTRES",
    "CLASSES_AGE",
    "DIMENSIONS",
    "HORS_QPV",
    "INCONNU",
    "MODALITES",
    "MOTIFS_NEUTRES",
    "MOTIFS_POSITIFS",
    "MOTIFS_SORTIE",
    "NIVEAUX_FORMATION",
    "NIVEAUX_V_INFRA",
    "PRESCRIPTEURS",
    "SCHEMA_VERSION",
    "SECTEURS",
    "SEXES",
    "SITUATIONS_SORTIE",
    "SUITES_PRESCRIPTION",
    "TABLES",
    "TABLES_REQUISES",
    "TYPES_CONTRAT",
    "TYPES_ETAPE",
    "TYPES_ETAPE_EMPLOI",
    "TYPES_SORTIE_CLAUSES",
    "VEILLES",
    "Colonne",
    "Table",
    "Type",
    "est_qpv",
    "libelle",
    "type_arrow",
]
