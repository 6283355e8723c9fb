"""What no source gives about the étapes: lengths, places in the parcours, kinds. See hypotheses."""

from collections.abc import Mapping
from typing import Final

# type of étape → (least days, most days)
JOURS_ETAPE: Final[Mapping[str, tuple[int, int]]] = {
    "cdd_moins_6_mois": (12, 150),
    "cdd_6_mois_et_plus": (185, 360),
    "cdi": (10, 100),
    "interim": (4, 60),
    "cddi": (110, 240),
    "contrat_aide": (110, 178),
    "creation_activite": (60, 150),
    "chantier_insertion": (100, 240),
    "formation": (15, 160),
    "immersion": (4, 20),
    "remobilisation": (40, 110),
    "levee_freins": (10, 60),
    "projet": (20, 90),
}
EMPLOIS_LONGS: Final = ("cdd_6_mois_et_plus", "cdi", "creation_activite")
"""Jobs that make a positive exit after six months: elsewhere they are recent, or broken off."""
RUPTURE: Final = (15, 150)
PART_RUPTURES: Final[Mapping[str, float]] = {
    "cdi": 0.4,
    "cdd_6_mois_et_plus": 0.05,
    "creation_activite": 0.4,
}
PART_NON_VALORISES: Final = 0.06
"""Long jobs kept for six months in a parcours that has not ended so: to be validated."""
# type of étape → parameters of a Beta law of its place in the parcours (0 entrée, 1 sortie)
PLACES: Final[Mapping[str, tuple[float, float]]] = {
    "cdd_moins_6_mois": (1.6, 1.4),
    "cdd_6_mois_et_plus": (2.2, 1.3),
    "cdi": (2.4, 1.2),
    "interim": (1.5, 1.4),
    "cddi": (1.5, 1.6),
    "contrat_aide": (2.0, 1.6),
    "creation_activite": (2.2, 1.4),
    "chantier_insertion": (1.4, 1.8),
    "formation": (1.6, 1.6),
    "immersion": (1.5, 2.2),
    "remobilisation": (1.2, 2.4),
    "levee_freins": (1.1, 2.4),
    "projet": (1.0, 3.2),
}
AUTRES_MISES_EMPLOI: Final[Mapping[str, float]] = {"contrat_aide": 102, "creation_activite": 22}
CDI_CDD_6_MOIS: Final[Mapping[str, float]] = {"cdi": 104, "cdd_6_mois_et_plus": 112}
AUTRES_ETAPES: Final[Mapping[str, float]] = {
    "formation": 196,
    "projet": 152,
    "levee_freins": 96,
    "immersion": 77,
    "remobilisation": 65,
}
HEURES_HEBDO: Final[Mapping[str, tuple[float, ...]]] = {
    "cdd_moins_6_mois": (35, 35, 30, 28, 24, 20),
    "cdd_6_mois_et_plus": (35, 35, 35, 30, 26, 24),
    "cdi": (35, 35, 35, 35, 30, 28, 24, 20),
    "interim": (35, 35, 35, 30),
    "clause_insertion": (35, 35, 35, 30, 28),
    "cddi": (26, 26, 24, 30),
    "contrat_aide": (20, 24, 26, 30, 35),
    "creation_activite": (35,),
    "chantier_insertion": (26, 26, 24),
}
PART_SANS_APPUI: Final = 0.05
"""Positive exits that the étapes do not support: what the quality report is for."""
