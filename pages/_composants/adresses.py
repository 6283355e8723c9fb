"""Addresses that no page answers: sent to the first page, which says so in French.

Streamlit would show its own dialog, in English.
"""

from typing import Final
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages._menu import ACCUEIL, adresses

INTROUVABLE: Final = "introuvable"
PROPRES: Final = ("_stcore", "static", "media", "component", "oauth2callback", "auth")


class AdressesConnues:
    """ASGI middleware: only the pages of the menu and Streamlit's own addresses pass."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or answer with a redirection to the first page."""
        destination = _destination(scope) if scope["type"] == "http" else None
        if destination is None:
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(destination)(scope, receive, send)


def _destination(scope: Scope) -> str | None:
    chemin: str = scope["path"].strip("/")
    demande = dict(scope["headers"]).get(b"accept", b"")
    if scope["method"] != "GET" or b"text/html" not in demande:
        return None
    if chemin == ACCUEIL.adresse:
        requete = scope["query_string"].decode("latin-1")
        return f"/?{requete}" if requete else "/"
    if not chemin or chemin in adresses() or chemin.split("/", maxsplit=1)[0] in PROPRES:
        return None
    return f"/?{INTROUVABLE}={quote(chemin[:80], safe='')}"
