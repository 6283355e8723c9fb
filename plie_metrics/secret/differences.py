"""What two cells of the list give when one is part of the other: a remainder that no one shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plie_metrics.periodes import Periode
from plie_metrics.secret.grandeurs import COMPOSITIONS, GRANDEURS, Cle, cle, cle_reste
from plie_metrics.secret.index import Index, Valeurs
from plie_metrics.secret.liste import Liste

DIFFERENCES: Final = (
    ("neutres", "sorties", "non_neutres", True),
    ("veilles", "quartiers", "qpv", True),
    ("autres étapes", "etapes", "mises_emploi", False),
    ("non validées", "orientations", "validees", False),
    ("parcours récents", "file_active", "longs", False),
)
"""Differences that no rate shows but that two published counts give: name, whole, part, whether
they count people of a kind (else they are only known not to be negative)."""


@dataclass(frozen=True)
class Difference:
    """A whole minus its part; `du_taux`: the mask of a rate tells something of it."""

    valeur: float
    tout: Cle
    partie: Cle
    du_taux: bool
    sensible: bool = True


def differences(valeurs: Valeurs, liste: Liste) -> dict[Cle, Difference]:
    """What is left of a whole when its part is known, by key."""
    index = Index(valeurs, liste)
    return dict([*_restes(index), *_autres_differences(index)])


def _restes(index: Index) -> Iterator[tuple[Cle, Difference]]:
    valeurs = index.valeurs
    for ident, composition in COMPOSITIONS.items():
        if not composition.reste or ident not in index.liste.acces:
            continue
        for nom, du, au, croisement in valeurs:
            if nom == composition.denominateur and index.offert(ident, (nom, du, au, croisement)):
                periode = Periode(du, au)
                tout = (nom, du, au, croisement)
                partie = cle(composition.numerateur, periode, croisement)
                reste = valeurs[tout] - valeurs.get(partie, 0)
                yield cle_reste(ident, periode, croisement), Difference(reste, tout, partie, True)


def _autres_differences(index: Index) -> Iterator[tuple[Cle, Difference]]:
    valeurs = index.valeurs
    for nom, entier, part, sensible in DIFFERENCES:
        for tout, valeur in valeurs.items():
            partie = (part, *tout[1:])
            indicateur = GRANDEURS[part].indicateur
            if tout[0] == entier and index.offert(indicateur, tout):
                reste = valeur - valeurs.get(partie, 0)
                yield (nom, *tout[1:]), Difference(reste, tout, partie, False, sensible)
