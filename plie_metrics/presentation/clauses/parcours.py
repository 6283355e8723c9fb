"""The path orientation → validation → contrat → sortie positive: counts, and rates where due."""

from typing import Final

from plie_metrics.presentation.formats import avec_unite, pourcent
from plie_metrics.publications.clauses_parcours import Etape

NOMS: Final = {
    "orientations": ("orientation", "orientations"),
    "candidats_valides": ("candidat validé", "candidats validés"),
    "salaries": ("salarié", "salariés"),
    "sorties": ("sortie positive", "sorties positives"),
}


def taux_en_mots(etape: Etape) -> str:
    """« 63 % des 164 orientations »; empty where the step is not a share of another."""
    if etape.base is None:
        return ""
    return (
        f"{pourcent(_valeur(etape))} des {avec_unite(etape.base.effectif, *NOMS[etape.base.nom])}"
    )


def _valeur(etape: Etape) -> float | None:
    return etape.taux.valeur if etape.taux else None
