"""What no source gives and the demonstration must choose. Nothing here is a published figure.

Shares are weights: they are scaled to the published totals. Durations are in months (30.4375 days)
unless a name says days. Orders of magnitude: national practice of the PLIE.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

PREMIERE_ENTREE: Final = np.datetime64("2011-01-03", "D")
ANNEES: Final = (2014, 2015, 2016)
VOLUME_SORTIES: Final[Mapping[int, float]] = {2014: 0.845, 2015: 0.875}
"""Exits of the two years before the report, as a share of the published year's."""

ENTREES_PAR_MOIS: Final = np.array([70, 58, 60, 56, 52, 56, 44, 18, 76, 68, 58, 42.0])
ENTREES_PAR_MOIS_2016: Final = np.array([66, 54, 57, 52, 48, 54, 43, 17, 58, 48, 40, 33.0])
"""Low in August, high in September and January; in 2016 fewer from October, the prescriptions
falling since September (« en diminution depuis septembre 2016 »)."""
SORTIES_PAR_MOIS: Final = np.array([60, 58, 66, 60, 54, 72, 66, 24, 66, 68, 66, 58.0])
PRESCRIPTIONS_PAR_MOIS: Final = np.array([98, 90, 96, 92, 86, 94, 76, 44, 116, 110, 96, 72.0])
PRESCRIPTIONS_PAR_MOIS_2016: Final = np.array([94, 88, 92, 86, 80, 90, 72, 42, 78, 70, 62, 50.0])
SUITES_SANS_ENTREE: Final = (0.56, 0.44)
"""Refus, absence."""

MOTIFS_EMPLOI: Final[Mapping[str, float]] = {
    "emploi_cdi": 78,
    "emploi_cdd_6_mois": 83,
    "emploi_interim_6_mois": 28,
    "creation_activite": 12,
}
RETRAITES: Final = 12
"""Of the published « Autre » exits, those counted as retraite: see choix.py."""

# motif → (least duration, mean above the least), in months
DUREES: Final[Mapping[str, tuple[float, float]]] = {
    "emploi_cdi": (7.2, 9.0),
    "emploi_cdd_6_mois": (7.2, 8.8),
    "emploi_interim_6_mois": (9.2, 7.5),
    "creation_activite": (7.5, 8.0),
    "emploi_aide": (9.0, 7.5),
    "formation_qualifiante": (3.0, 10.0),
    "chantier_insertion_senior": (9.5, 9.0),
    "suivi_impossible": (1.5, 9.5),
    "plus_30_mois": (30.1, 1.1),
    "sante": (3.0, 11.0),
    "demande_participant": (1.0, 8.5),
    "demenagement": (2.0, 11.0),
    "autre_accompagnement": (2.0, 8.0),
    "maternite": (3.0, 9.0),
    "retraite": (6.0, 14.0),
    "autre": (2.0, 10.0),
    "deces": (6.0, 9.0),
}
DUREE_MAXIMALE: Final = 29.7
"""Every exit for another motif than « + 30 mois » comes before."""

NIVEAUX: Final[Mapping[str, float]] = {"VI": 17, "Vbis": 15, "V": 43, "IV": 16, "III+": 9}
PART_NIVEAU_INCONNU: Final = 0.03
PART_BRSA: Final = 0.57
PART_DELD: Final = 0.62
BRSA_SELON_PRESCRIPTEUR: Final[Mapping[str, float]] = {
    "conseil_departemental": 0.99,
    "commune_mdef_services_sociaux": 0.6,
    "operateur": 0.5,
    "spip": 0.5,
    "pole_emploi": 0.42,
    "mission_locale": 0.02,
}
AGE_MINIMAL_BRSA: Final = 25
AGES: Final[Mapping[str, Mapping[int, float]]] = {
    "15-24": {20: 1, 21: 2, 22: 3, 23: 4, 24: 5},
    "25-44": {age: 1.0 - 0.012 * abs(age - 33) for age in range(25, 45)},
    "45-54": dict.fromkeys(range(45, 55), 1.0),
    "55-64": {55: 10, 56: 9, 57: 8, 58: 7, 59: 6, 60: 4, 61: 2, 62: 1, 63: 1},
    "retraite": {61: 1, 62: 4, 63: 2, 64: 1},
}
VEILLE_PAR_QUARTIER: Final[Mapping[str, int]] = {
    "VEILLE-QUETIGNY-CENTRE": 14,
    "VEILLE-LONGVIC-GUYNEMER": 12,
}
MINIMUM_PAR_COMMUNE: Final = 2
RETOURS_ANCIENS: Final = 30
"""People of the year whose earlier parcours ended in 2014 or 2015."""

ETP: Final[Mapping[str, tuple[float, ...]]] = {
    "APSALC": (1.0, 1.0),
    "CESAM": (1.0, 0.8),
    "IFPA": (1.0, 0.9),
    "IRFA": (1.0,),
    "Ligue de l'enseignement": (1.0, 0.6),
    "Mission locale": (0.8,),
    "Ville de Quetigny": (0.7,),
    "Ville de Talant": (1.0,),
    "Ville de Chenôve": (1.0,),
    "Ville de Longvic": (0.8,),
}
"""Full-time equivalents by structure: 14 référents. Their sum (12,6) is the middle of what the
published objectives imply: 700 / 56 = 12,5 and 889 / 70 = 12,7."""
ECART_PORTEFEUILLE: Final = 0.12

PART_ENTRETIEN_MENSUEL: Final = 0.9
ENTRETIEN_EN_AOUT: Final = 0.72
ENTRETIEN_EN_DECROCHAGE: Final = 0.3
PART_ESPACES: Final = 0.04
"""Parcours whose interviews are far apart."""
PART_DEUX_ENTRETIENS: Final = 0.06
MOIS_DECROCHAGE: Final = 3

CORRECTIONS: Final[Mapping[str, int]] = {
    "commune": 12,
    "niveau_formation": 14,
    "brsa": 8,
    "prescripteur": 5,
    "motif_sortie": 7,
    "date_sortie": 5,
}
"""Values of the earlier arrêtés that were corrected since, by column."""
