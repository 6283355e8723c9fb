"""Which cells to mask beside the sensitive ones, so that none of these can be worked out.

Least loss of information, by linear programmes over the whole list (HiGHS): each finds the
cheapest other table in which many sensitive cells move at once; the cells that move are masked.
A table of few cells is solved exactly (`exact`). Out of time, everything that hangs together with
a cell still unproven is masked: more, never less.
"""

from dataclasses import dataclass
from time import thread_time
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from plie_metrics.secret.exact import exact, petit
from plie_metrics.secret.recherche import (
    Recherche,
    alleger,
    bloques,
    couvrir,
    fixes,
    insister,
    relacher,
)
from plie_metrics.secret.systeme import Systeme
from plie_metrics.secret.temoin import Bloc, besoins, extraire

Vecteur = Any
GRAINE: Final = 20161231
GRAND_BLOC: Final = 500


@dataclass(frozen=True, eq=False)
class Suppression:
    """Masks by column of the system; `etroites` could not be given all the room of the rule.

    `irreductibles` among them could be given none: the zeros and the marks that are shown by rule
    are enough to tell them. `adoucies`: small counts of which the mark must not say that they are
    small. `repli`: columns masked because time was out.
    """

    masquees: Vecteur
    etroites: tuple[int, ...] = ()
    irreductibles: tuple[int, ...] = ()
    adoucies: tuple[int, ...] = ()
    repli: int = 0


def supprimer(
    systeme: Systeme, connues: Vecteur, secondes: float, deja: Vecteur | None = None
) -> Suppression:
    """Solve each block; `connues` can no longer be hidden, `deja` are masked already."""
    forcees = np.zeros(systeme.taille, dtype=bool) if deja is None else deja
    depart = systeme.sensible | forcees | ~systeme.publiable
    masquees = depart & systeme.publiable
    etroites: list[int] = []
    immobiles: list[int] = []
    repli = 0
    fin = thread_time() + secondes
    for colonnes in _lots(systeme, _blocs(systeme, ~connues | systeme.sensible | forcees), depart):
        solution = resoudre(extraire(systeme, colonnes), depart[colonnes], fin)
        masquees[colonnes] |= solution.masquees & systeme.publiable[colonnes]
        etroites += [int(colonnes[c]) for c in solution.etroites]
        immobiles += [int(colonnes[c]) for c in solution.irreductibles]
        repli += solution.repli
    return Suppression(masquees, tuple(etroites), tuple(immobiles), (), repli)


def _lots(systeme: Systeme, blocs: list[Vecteur], depart: Vecteur) -> list[Vecteur]:
    """The blocks solved each by itself, and the many others of few cells put together.

    A programme costs some time however small: hundreds of small blocks share theirs.
    """
    seuls: list[Vecteur] = []
    ensemble: list[Vecteur] = []
    for colonnes in blocs:
        grand = len(colonnes) >= GRAND_BLOC
        if grand or petit(extraire(systeme, colonnes), depart[colonnes]):
            seuls.append(colonnes)
        else:
            ensemble.append(colonnes)
    return [*([np.sort(np.concatenate(ensemble))] if ensemble else []), *seuls]


def _blocs(systeme: Systeme, actives: Vecteur) -> list[Vecteur]:
    """Columns that hang together and hold something to protect, the smallest blocks first."""
    colonnes = np.flatnonzero(actives)
    relations = systeme.relations[:, colonnes]
    graphe = sparse.bmat([[None, relations], [relations.T, None]])
    _, etiquettes = connected_components(graphe, directed=False)
    locales = etiquettes[relations.shape[0] :]
    ordre = np.argsort(locales, kind="stable")
    coupes = np.flatnonzero(np.diff(locales[ordre])) + 1
    groupes = [colonnes[g] for g in np.split(ordre, coupes)]
    utiles = [g for g in groupes if systeme.sensible[g].any()]
    return sorted(utiles, key=len)


def resoudre(bloc: Bloc, depart: Vecteur, fin: float) -> Suppression:
    """The masks of one block, in its own columns; `depart` is masked anyway or never shown.

    `fin`, on the clock of the work of this thread (a busy machine must not change the masks), is
    a last resort: past it, the whole block is masked, which hides more than any other answer (two
    answers for one arrêté must not complete each other).
    """
    if petit(bloc, depart):
        trouvees = exact(bloc, depart)
        if trouvees is not None:
            return Suppression(trouvees)
    alea = np.random.default_rng(GRAINE)
    tout = np.ones(bloc.taille, dtype=bool)
    recherche = Recherche(bloc, depart.copy(), besoins(bloc), alea, fin, tout)
    couvrir(recherche)
    etroites = np.flatnonzero(bloques(recherche))
    if len(etroites):
        relacher(recherche)
        insister(recherche, np.flatnonzero(fixes(recherche, etroites)))
    immobiles = np.flatnonzero(fixes(recherche, etroites))
    masques = alleger(recherche, depart)
    if recherche.en_retard:
        return Suppression(tout, tuple(etroites), tuple(immobiles), (), bloc.taille)
    return Suppression(masques, tuple(etroites), tuple(immobiles))
