"""Those who signed out: their sign-in opens nothing any more, in any tab, with any copied cookie.

Streamlit only erases the cookie of the browser that asked for it, and another tab stays open.
Kept in memory: a server that restarts forgets, the age limit of a sign-in still holds.
"""

import threading
import time
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

GARDEES: Final = 30 * 24 * 3600
"""Seconds: as long as Streamlit's cookie lasts."""


class _Sorties:
    def __init__(self) -> None:
        self._verrou = threading.Lock()
        self._par_cle: dict[tuple[str, ...], float] = {}

    def ajouter(self, cle: tuple[str, ...]) -> None:
        with self._verrou:
            limite = time.time() - GARDEES
            self._par_cle = {c: t for c, t in self._par_cle.items() if t > limite}
            self._par_cle[cle] = time.time()

    def contient(self, cle: tuple[str, ...]) -> bool:
        with self._verrou:
            return cle in self._par_cle


@cache
def _sorties() -> _Sorties:
    return _Sorties()


def sortir(dit: Mapping[str, Any]) -> None:
    """Remember that this sign-in is over."""
    _sorties().ajouter(_cle(dit))


def est_sortie(dit: Mapping[str, Any]) -> bool:
    """True when this very sign-in was ended; signing in again makes another one."""
    return _sorties().contient(_cle(dit))


def _cle(dit: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(dit.get(nom, "")) for nom in ("iss", "sub", "iat", "nonce"))
