"""Answers kept to be read again, the least used ones forgotten first; safe between threads."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class Memoire:
    """At most `places` answers by key."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._gardees: OrderedDict[Hashable, Any] = OrderedDict()
        self._verrou = Lock()

    def garder(self, cle: Hashable, calcul: Callable[[], T]) -> T:
        """What was kept under the key; else what `calcul` gives (twice, if asked at once)."""
        with self._verrou:
            if cle in self._gardees:
                self._gardees.move_to_end(cle)
                connue: T = self._gardees[cle]
                return connue
        calculee = calcul()
        with self._verrou:
            self._gardees[cle] = calculee
            while len(self._gardees) > self._places:
                self._gardees.popitem(last=False)
        return calculee
