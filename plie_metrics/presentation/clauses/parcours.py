"""The path orientation → validation → contrat → sortie positive: counts, and rates where due."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import avec_unite, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.publications.clauses_parcours import Etape

NOMS: Final = {
    "orientations": ("orientation", "orientations"),
    "candidats_valides": ("candidat validé", "candidats validés"),
    "salaries": ("salarié", "salariés"),
    "sorties": ("sortie positive", "sorties positives"),
}
AUTRE_COHORTE: Final = "autre cohorte : pas de taux"


def titre_parcours(etapes: Sequence[Etape]) -> str:
    """« 63 % d'orientations validées, 31 % de sorties positives »."""
    _, valides, _, sorties = etapes
    return (
        f"{pourcent(_valeur(valides))} d'orientations validées, "
        f"{pourcent(_valeur(sorties))} de sorties positives"
    )


def avertissement_cohorte(etapes: Sequence[Etape]) -> str:
    """Why the steps do not follow each other: how many salariés were validated another year."""
    _, valides, salaries, _ = etapes
    if salaries.effectif <= valides.effectif:
        return "Quatre comptages d'une même année, pas une cohorte"
    anciens = avec_unite(salaries.effectif - valides.effectif, *NOMS["salaries"])
    return f"Pas une cohorte : au moins {anciens} orientés une autre année"


def lignes_parcours(etapes: Sequence[Etape]) -> list[LigneTitree]:
    """One bar a step; the rate only where the people are those of a step before."""
    lignes = []
    for etape in etapes:
        titre = avec_unite(etape.effectif, *NOMS[etape.nom])
        note = taux_en_mots(etape) if etape.base or etape is etapes[0] else AUTRE_COHORTE
        lignes.append(LigneTitree(titre, note, (Segment(etape.effectif, titre),)))
    return lignes


def taux_en_mots(etape: Etape) -> str:
    """« 63 % des 164 orientations »; empty where the step is not a share of another."""
    if etape.base is None:
        return ""
    return (
        f"{pourcent(_valeur(etape))} des {avec_unite(etape.base.effectif, *NOMS[etape.base.nom])}"
    )


def _valeur(etape: Etape) -> float | None:
    return etape.taux.valeur if etape.taux else None
