"""What no source gives about the clauses d'insertion, and must be chosen. See hypotheses."""

from collections.abc import Mapping
from typing import Final

VOLUME_CLAUSES: Final[Mapping[int, float]] = {2014: 0.82, 2015: 0.9}
"""Clauses of the two years before the report, as a share of the published year's."""
# type of contract → share of its salariés in the marchés de services; months of work aimed at
SERVICES_PAR_CONTRAT: Final[Mapping[str, float]] = {
    "CDD": 0.47,
    "CDDI": 0.72,
    "CDI": 0.44,
    "C/PRO": 0.2,
    "CTTI": 0.26,
}
MOIS_DE_CONTRAT: Final[Mapping[str, float]] = {
    "CDD": 3.7,
    "CDDI": 3.2,
    "CDI": 5.2,
    "C/PRO": 10.5,
    "CTTI": 4.6,
}
INTENSITE: Final[Mapping[str, float]] = {
    "CDD": 0.72,
    "CDDI": 0.72,
    "CDI": 0.9,
    "C/PRO": 0.92,
    "CTTI": 0.8,
}
HEURES_PAR_JOUR: Final = 7.0
CONTRATS_REPORTES: Final = 20
"""Contracts of a year's salariés that began at the end of the year before."""
MARCHES: Final[Mapping[str, tuple[int, int, int]]] = {"BTP": (12, 4, 20), "SERVICES": (7, 7, 24)}
"""Sector → number of operations, months between two starts, months each lasts."""
MAITRES_OUVRAGE: Final = (
    "Collectivité A",
    "Collectivité B",
    "Bailleur social C",
    "Bailleur social D",
    "Établissement public E",
)
ENTREPRISES: Final = 18
PARTICIPANTS_PARMI_AUTRES: Final = 0.2
"""Candidates sent by others, without contract yet, who then enter the PLIE."""
