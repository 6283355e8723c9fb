"""Who orients candidates towards the clauses.

Source: rapport d'activité 2016, « Les orientations sur le dispositif clauses d'insertion ».
"""

from dataclasses import dataclass

from plie_metrics.publications.chiffre import Publication


@dataclass(frozen=True)
class Prescripteur:
    """Who oriented candidates, as printed; `plie` for the référents of the PLIE."""

    nom: str
    orientations: float
    plie: bool


def prescripteurs(rapport: Publication) -> tuple[Prescripteur, ...]:
    """The référents of the PLIE and each other prescripteur, the most orientations first."""
    plie = rapport.chiffre("ra2016.clauses_orientations.plie.orientations")
    autres = [
        Prescripteur(c.ligne, c.nombre, plie=False)
        for c in rapport.tableau("clauses_prescripteurs")
        if c.modalites.get("prescripteur") != "AUTRE"
    ]
    tous = [Prescripteur("Référents du PLIE", plie.nombre, plie=True), *autres]
    return tuple(sorted(tous, key=lambda p: -p.orientations))
