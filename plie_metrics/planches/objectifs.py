"""The planches of Objectifs; `choix["objectif"]` of the look says which objective."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.planches.objectif_choisi import indicateur_choisi
from plie_metrics.planches.objectifs_annuel import annuel
from plie_metrics.planches.objectifs_mensuel import mensuel, prescriptions
from plie_metrics.planches.objectifs_trajectoire import courbe
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.portefeuilles import comparer
from plie_metrics.planches.regard import Regard


def par_referent(regard: Regard) -> Planche:
    """The objective chosen by référent, against their norm."""
    return comparer(regard, indicateur_choisi(regard).id, "referent", "objectifs.par_referent")


def par_structure(regard: Regard) -> Planche:
    """The objective chosen by structure, against the norms of its référents."""
    return comparer(regard, indicateur_choisi(regard).id, "structure", "objectifs.par_structure")


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "objectifs.trajectoire": courbe,
    "objectifs.mensuel": mensuel,
    "objectifs.prescriptions": prescriptions,
    "objectifs.par_structure": par_structure,
    "objectifs.par_referent": par_referent,
    "objectifs.annuel": annuel,
}
