"""Who may consult which edition: a frozen file says nothing more than its profile could see."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.editions.modele import Edition
from plie_metrics.secret.profils import COORDINATION, EQUIPE, FINANCEUR, PUBLIC, REFERENT

LUES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        COORDINATION.nom: frozenset({COORDINATION.nom, EQUIPE.nom, FINANCEUR.nom, PUBLIC.nom}),
        EQUIPE.nom: frozenset({EQUIPE.nom, FINANCEUR.nom, PUBLIC.nom}),
        REFERENT.nom: frozenset({FINANCEUR.nom, PUBLIC.nom}),
        FINANCEUR.nom: frozenset({FINANCEUR.nom, PUBLIC.nom}),
        PUBLIC.nom: frozenset({PUBLIC.nom}),
    }
)
"""Profile of who reads → profiles of the editions that are open to them."""
FAITES_POUR: Final = (FINANCEUR.nom, PUBLIC.nom, EQUIPE.nom, COORDINATION.nom)
"""For whom an edition may be made, the usual one first."""


def est_visible(edition: Edition, profil: str, *, reel: bool) -> bool:
    """True when that profile may read the edition; `reel`: real data are open to the visitor."""
    if edition.profil not in LUES.get(profil, frozenset()):
        return False
    return reel or est_inventee(edition)


def est_inventee(edition: Edition) -> bool:
    """True when every figure comes from a demonstration snapshot."""
    connus = {edition.arrete.nom: edition.arrete.demonstration}
    if edition.comparaison:
        connus[edition.comparaison.nom] = edition.comparaison.demonstration
    venues = {vue.arrete or edition.arrete.nom for vue in edition.vues}
    return all(connus.values()) and all(connus.get(nom, False) for nom in venues)
