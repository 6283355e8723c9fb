"""Uploads: only from a session whose visitor may import at this moment.

Streamlit takes files from any open session, whether or not a page of it has a box for them.
"""

import re
import threading
from functools import cache
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

ENVOI: Final = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/[^/]+/?")
SESSIONS_MAX: Final = 1000


class _Sessions:
    """Identifiers of the sessions that may upload; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._verrou = threading.Lock()
        self._permises: dict[str, None] = {}

    def changer(self, session: str, *, permise: bool) -> None:
        with self._verrou:
            self._permises.pop(session, None)
            if permise:
                self._permises[session] = None
            while len(self._permises) > SESSIONS_MAX:
                self._permises.pop(next(iter(self._permises)))

    def permet(self, session: str) -> bool:
        with self._verrou:
            return session in self._permises


@cache
def _sessions() -> _Sessions:
    return _Sessions()


def permettre_depot(session: str, *, permis: bool) -> None:
    """Open or close the uploads of a session."""
    _sessions().changer(session, permise=permis)


class DepotsReserves:
    """ASGI middleware: refuses an upload from a session that may not import."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        envoi = ENVOI.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if envoi is None or scope["method"] == "OPTIONS" or _sessions().permet(envoi["session"]):
            await self.app(scope, receive, send)
            return
        refus = PlainTextResponse("Dépôt de fichiers réservé à la coordination.", status_code=403)
        await refus(scope, receive, send)
