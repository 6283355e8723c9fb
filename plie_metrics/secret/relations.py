"""The linear relations between the cells of the list: what anyone may add up and subtract.

A relation is a list of (cell, coefficient) whose weighted sum does not move when hidden people are
imagined elsewhere. Some hold up to a constant (people who come back count once): the constant is
taken as known, which protects more, never less.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plie_metrics.periodes import Periode
from plie_metrics.schema import (
    AUTRES,
)
from plie_metrics.secret.calendrier import Niveau, morceaux
from plie_metrics.secret.grandeurs import (
    GRANDEURS,
    Croisement,
    cle,
    croiser,
)
from plie_metrics.secret.index import Index, Valeurs
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.mouvements import Relation, liens, stocks


def relations(valeurs: Valeurs, liste: Liste) -> Iterator[Relation]:
    """Every relation of the list between these cells (absent ones are zero)."""
    index = Index(valeurs, liste)
    toutes = (*_marges(index), *_periodes(index), *stocks(index), *liens(index))
    yield from (r for r in toutes if all(index.connue(cellule) for cellule, _ in r))


def _marges(index: Index) -> Iterator[Relation]:
    """Modalities add up to the total, a table to its margins."""
    for (nom, du, au), croisements in index.groupes.items():
        fins: dict[tuple[Croisement, str], list[Croisement]] = defaultdict(list)
        for croisement in croisements:
            for paire in croisement:
                marge = tuple(p for p in croisement if p != paire)
                fins[marge, paire[0]].append(croisement)
        for (marge, dimension), membres in fins.items():
            if not index.complete((nom, du, au, marge), dimension):
                continue
            yield from _marge((nom, du, au), marge, dimension, membres, index.liste)


def _marge(
    groupe: tuple[str, date, date],
    marge: Croisement,
    dimension: str,
    membres: list[Croisement],
    liste: Liste,
) -> Iterator[Relation]:
    isolees = [m for m in membres if liste.fond(dimension, dict(m)[dimension])]
    restants = [m for m in membres if m not in isolees]
    yield [((*groupe, marge), 1), *(((*groupe, m), -1) for m in restants)]
    if isolees:
        autres = croiser(marge, (dimension, AUTRES))
        yield [((*groupe, autres), 1), *(((*groupe, m), -1) for m in isolees)]


def _periodes(index: Index) -> Iterator[Relation]:
    """Months make quarters, quarters make years and cumulated periods."""
    pieces = {n: morceaux(index.periodes(n)) for n in (Niveau.ENSEMBLE, Niveau.SIMPLE)}
    for (nom, du, au), croisements in index.groupes.items():
        if not GRANDEURS[nom].flux:
            continue
        periode = Periode(du, au)
        for croisement in croisements:
            if index.isolee(croisement):
                continue
            parties = [m for m in pieces.get(Niveau(len(croisement)), ()) if m.commun(periode) == m]
            if len(parties) > 1:
                yield [
                    ((nom, du, au, croisement), 1),
                    *((cle(nom, m, croisement), -1) for m in parties),
                ]
