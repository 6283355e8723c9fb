"""The tables of a source read one after the other, ahead of what is done with them.

Reading and counting keep one core busy, the engine uses the others: while a table is loaded, the
next ones are being read.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from plie_metrics.importation.source import Source
from plie_metrics.importation.texte_normalise import TexteNormalise
from plie_metrics.schema import Table

PAS: Final = 0.25  # seconds between two signs of progress


@dataclass
class Lecture:
    """A table being read in another thread; `part`: how much of it, from 0 to 1."""

    table: Table
    origine: str
    part: float = 0.0
    _futur: Future[TexteNormalise] = field(default_factory=Future, repr=False)

    def commencer(self, fil: ThreadPoolExecutor, source: Source, dossier: Path) -> None:
        """Have the table written in `dossier` when its turn comes."""
        self._futur = fil.submit(self._lire, source, dossier / f"{self.table.nom}.csv")

    def attendre(self, avancer: Callable[[float], None]) -> TexteNormalise:
        """The text once read; `avancer` is told the part done, in the caller's own thread.

        Raises TableRefusee.
        """
        avancer(self.part)
        while not wait([self._futur], PAS).done:
            avancer(self.part)
        return self._futur.result()

    def _lire(self, source: Source, cible: Path) -> TexteNormalise:
        poids = max(source.poids(self.origine), 1)

        def avancer(lus: int) -> None:
            self.part = min(lus / poids, 1.0)

        return source.normaliser(self.origine, cible, avancer)


@contextmanager
def lectures(
    source: Source, tables: Sequence[tuple[Table, str]], dossier: Path
) -> Iterator[list[Lecture]]:
    """One reading a table, in order; those not begun are given up when the caller leaves."""
    prevues = [Lecture(table, origine) for table, origine in tables]
    fil = ThreadPoolExecutor(1, thread_name_prefix="lecture")
    try:
        for prevue in prevues:
            prevue.commencer(fil, source, dossier)
        yield prevues
    finally:
        fil.shutdown(wait=True, cancel_futures=True)
