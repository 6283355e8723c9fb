"""The norms per référent, and the staffing that the objectives imply.

The report sets a norm for « les référents » and objectives for the PLIE, and announces 14
référents without their working time. Dividing the objective by the norm to get full-time
equivalents, and scaling a référent's norm by their ETP, is this product's convention.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plie_metrics.catalogue import Indicateur
from plie_metrics.publications.chiffre import Publication


@dataclass(frozen=True)
class Norme:
    """A norm per référent, the PLIE's objective and realisation, the référents announced.

    Source: rapport d'activité 2016, « Son organisation » (70, 56, 14) and « Portage de référent ».
    """

    indicateur: Indicateur
    par_referent: float
    objectif: float
    realise: float
    referents: float

    @property
    def etp_implique(self) -> float:
        """Full-time référents for whom the objective equals the norm: objectif / par_referent."""
        return self.objectif / self.par_referent

    @property
    def capacite(self) -> float:
        """What the announced référents would follow at the norm: referents × par_referent."""
        return self.referents * self.par_referent

    @property
    def realise_par_referent(self) -> float:
        """What was done, per announced référent."""
        return self.realise / self.referents


def normes(rapport: Publication, catalogue: Mapping[str, Indicateur]) -> tuple[Norme, ...]:
    """The norm of file active and the norm of entrées.

    Source: rapport d'activité 2016, « Son organisation » and « Portage de référent ».
    """
    return tuple(
        Norme(
            catalogue[nom],
            rapport.valeur(f"ra2016.normes_referents.{nom}"),
            rapport.valeur(f"ra2016.portage.{nom}.objectif"),
            rapport.valeur(f"ra2016.portage.{nom}.realisation"),
            rapport.valeur("ra2016.organisation.referents_parcours"),
        )
        for nom in ("file_active", "entrees")
    )
