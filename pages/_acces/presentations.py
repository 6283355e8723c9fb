"""A deck opened from the page: served for an hour at an address that nobody can guess.

The page that shows the link has checked that its visitor may see the edition; whoever has the
address sees it, as whoever is given the file does.
"""

import secrets
import threading
import time
from functools import cache
from typing import Final

from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

DUREE: Final = 3600
PLACES: Final = 40
CHEMIN: Final = "presentation"
PERDUE: Final = (
    "Cette présentation n’est plus à cette adresse : rouvrez-la depuis la page « COPIL », "
    "ou ouvrez le fichier téléchargé."
)


class _Salle:
    """The decks that are open; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._verrou = threading.Lock()
        self._ouvertes: dict[str, tuple[float, bytes]] = {}

    def ouvrir(self, page: bytes) -> str:
        jeton = secrets.token_urlsafe(24)
        with self._verrou:
            self._ouvertes[jeton] = (time.monotonic(), page)
            while len(self._ouvertes) > PLACES:
                self._ouvertes.pop(next(iter(self._ouvertes)))
        return jeton

    def lire(self, jeton: str) -> bytes | None:
        with self._verrou:
            debut, page = self._ouvertes.get(jeton, (0.0, b""))
            return page if page and time.monotonic() - debut < DUREE else None


@cache
def _salle() -> _Salle:
    return _Salle()


def adresse_de(page: bytes) -> str:
    """The address at which this deck is served for an hour."""
    return f"{CHEMIN}/{_salle().ouvrir(page)}"


class Presentations:
    """ASGI middleware: answers the addresses of the decks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        premier, _, jeton = scope.get("path", "").strip("/").partition("/")
        if scope["type"] != "http" or premier != CHEMIN:
            await self.app(scope, receive, send)
            return
        page = _salle().lire(jeton)
        reponse = PlainTextResponse(PERDUE, 404) if page is None else HTMLResponse(page)
        await reponse(scope, receive, send)
