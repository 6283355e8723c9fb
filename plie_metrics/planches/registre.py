"""Every planche by its key: pages, editions and exports find them here.

To add one: a function of a `Regard` in the module of its page, and a line in that module's
`PLANCHES`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches import (
    actions,
    clauses,
    cles,
    mission_locale,
    moyens,
    objectifs,
    parcours,
    publics,
    rapprochement,
    referents,
    sorties,
    synthese,
    territoire,
)
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Regard

Fabrique = Callable[[Regard], Planche]

PLANCHES: Final[Mapping[str, Fabrique]] = MappingProxyType(
    {
        **synthese.PLANCHES,
        **cles.PLANCHES,
        **objectifs.PLANCHES,
        **publics.PLANCHES,
        **territoire.PLANCHES,
        **parcours.PLANCHES,
        **sorties.PLANCHES,
        **actions.PLANCHES,
        **clauses.PLANCHES,
        **mission_locale.PLANCHES,
        **moyens.PLANCHES,
        **rapprochement.PLANCHES,
        **referents.PLANCHES,
    }
)


class PlancheInconnue(ErreurPlie):
    """A key that no planche bears."""


def fabriquer(cle: str, regard: Regard) -> Planche:
    """The planche of that key; raises PlancheInconnue, and what the profile may not see."""
    if cle not in PLANCHES:
        raise PlancheInconnue(
            f"La vue « {cle} » n’existe pas ou plus ; elle a pu être renommée par une mise à jour."
        )
    return PLANCHES[cle](regard)
