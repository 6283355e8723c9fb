"""Answers kept to be read again, the least used ones forgotten first; safe between threads."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class Memoire:
    """At most `places` answers by key; asked for at once by many, an answer is computed once."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._promises: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._verrou = Lock()

    def garder(self, cle: Hashable, calcul: Callable[[], T]) -> T:
        """What was kept under the key; else what `calcul` gives, awaited if another computes it.

        What `calcul` raises is for who asked, and not kept: those who waited compute in turn.
        `calcul` must not ask for its own key.
        """
        attendue, nouvelle = self._reserver(cle)
        if nouvelle:
            return self._tenir(cle, attendue, calcul)
        try:
            connue: T = attendue.result()
        except CancelledError:
            return self.garder(cle, calcul)
        return connue

    def prete(self, cle: Hashable) -> bool:
        """True when the answer is kept, so that nobody waits for it."""
        with self._verrou:
            promesse = self._promises.get(cle)
        return promesse is not None and promesse.done()

    def _reserver(self, cle: Hashable) -> tuple[Future[Any], bool]:
        """The promise of this answer, and whether it is for the caller to hold."""
        with self._verrou:
            nouvelle = cle not in self._promises
            promesse = self._promises.setdefault(cle, Future())
            self._promises.move_to_end(cle)
            while len(self._promises) > self._places:
                self._promises.popitem(last=False)
        return promesse, nouvelle

    def _tenir(self, cle: Hashable, promesse: Future[Any], calcul: Callable[[], T]) -> T:
        try:
            calculee = calcul()
        except BaseException:
            with self._verrou:
                if self._promises.get(cle) is promesse:
                    del self._promises[cle]
            promesse.cancel()
            raise
        promesse.set_result(calculee)
        return calculee
