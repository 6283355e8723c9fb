"""Solve beforehand what the protected profiles will ask of new arrêtés, in parallel processes.

What is solved goes into the coffre as it comes: an interruption loses the arrêté in hand, no more.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from plie_metrics.secret.ouverture import (
    Coffre,
    chaine,
    est_protege,
    lire_arrete,
    proteger,
)
from plie_metrics.secret.probleme import Exacts
from plie_metrics.secret.reglages import REGLES, Reglages
from plie_metrics.secret.silence import se_taire
from plie_metrics.stockage import lire_nom
from plie_metrics.stockage import ouvrir as ouvrir_snapshot

Avancer = Callable[[str, str, int, int], None]
"""Told after each piece of work: arrêté, profile, how many are done, out of how many."""


@dataclass(frozen=True)
class _Travail:
    """A snapshot to solve for one profile; goes to another process."""

    chemin: Path
    regles: str
    reglages: Reglages
    coffre: Coffre


def preparer(chemins: Sequence[Path], reglages: Reglages, coffre: Coffre, avancer: Avancer) -> None:
    """Solve these snapshots and the earlier ones that they depend on, unless they are solved.

    Raises InstantaneIllisible, or BrokenProcessPool when a process dies.
    """
    restants = a_preparer(chemins, reglages, coffre)
    if not restants:
        return
    with ProcessPoolExecutor(
        min(len(REGLES), os.cpu_count() or 1),
        mp_context=get_context("spawn"),  # no thread of this process is carried over
        initializer=_s_effacer,
    ) as bassin:
        try:
            _repartir(bassin, restants, reglages, coffre, avancer)
        except BaseException:
            bassin.shutdown(wait=False, cancel_futures=True)
            raise


def _s_effacer() -> None:
    """A helper process says nothing, and an interruption ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    se_taire()


def a_preparer(chemins: Sequence[Path], reglages: Reglages, coffre: Coffre) -> list[Path]:
    """What is not solved yet for every profile, oldest first."""
    suite = {
        snapshot.chemin: snapshot
        for chemin in chemins
        for snapshot in chaine(ouvrir_snapshot(chemin), reglages)
    }
    return [
        chemin
        for chemin in sorted(suite, key=lambda chemin: lire_nom(chemin.name) or ())
        if not all(est_protege(suite[chemin], reglages, regles, coffre) for regles in REGLES)
    ]


def _repartir(
    bassin: ProcessPoolExecutor,
    chemins: Sequence[Path],
    reglages: Reglages,
    coffre: Coffre,
    avancer: Avancer,
) -> None:
    """Read each arrêté once; then, for each profile, solve one after the other."""
    lus = list(bassin.map(_lire, chemins, [reglages] * len(chemins)))
    suites: dict[str, Iterator[tuple[Path, Exacts]]] = {
        regles: iter(tuple(zip(chemins, lus, strict=True))) for regles in REGLES
    }
    en_cours: dict[Future[None], _Travail] = {}

    def lancer(regles: str) -> None:
        suivant: Any = next(suites[regles], None)
        if suivant is not None:
            travail = _Travail(suivant[0], regles, reglages, coffre)
            en_cours[bassin.submit(_resoudre, travail, suivant[1])] = travail

    for regles in REGLES:
        lancer(regles)
    faits, total = 0, len(chemins) * len(REGLES)
    while en_cours:
        for fini in wait(en_cours, return_when=FIRST_COMPLETED).done:
            travail = en_cours.pop(fini)
            fini.result()
            faits += 1
            avancer(travail.chemin.name, travail.regles, faits, total)
            lancer(travail.regles)


def _lire(chemin: Path, reglages: Reglages) -> Exacts:
    return lire_arrete(chaine(ouvrir_snapshot(chemin), reglages), reglages)


def _resoudre(travail: _Travail, exacts: Exacts) -> None:
    suite = chaine(ouvrir_snapshot(travail.chemin), travail.reglages)
    proteger(suite, travail.reglages, travail.regles, travail.coffre, exacts)
