"""Quality of an extract: what is missing, impossible, unlikely or unsupported (pure checks).

`controler(tables, arrete, criteres(publication))` gives a `Rapport`.
"""

from plie_metrics.qualite.modele import (
    LIBELLES_GRAVITE,
    Cas,
    Completude,
    Constat,
    Gravite,
    Rapport,
    Regle,
)
from plie_metrics.qualite.normes import Charge, charges, normes_regles
from plie_metrics.qualite.rapport import controler
from plie_metrics.qualite.regles_sorties import Criteres, criteres, criteres_regles

__all__ = [
    "LIBELLES_GRAVITE",
    "Cas",
    "Charge",
    "Completude",
    "Constat",
    "Criteres",
    "Gravite",
    "Rapport",
    "Regle",
    "charges",
    "controler",
    "criteres",
    "criteres_regles",
    "normes_regles",
]
