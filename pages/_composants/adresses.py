"""Addresses that no page answers: sent to the first page, which says so in French.

Streamlit would show its own dialog, in English. Its own addresses that no page needs (figures on
the server, the interface for programs) answer nothing.
"""

from typing import Final
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages._menu import ACCUEIL, adresses

INTROUVABLE: Final = "introuvable"
PROPRES: Final = ("_stcore", "static", "media", "component", "oauth2callback", "auth")
INTERNES: Final = ("_stcore", "component", "app")
SERVIES: Final = ("_stcore/health", "_stcore/host-config", "_stcore/stream", "_stcore/upload_file")


class AdressesConnues:
    """ASGI middleware: only the pages of the menu and what Streamlit needs to show them pass."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or answer with a redirection to the first page."""
        if scope["type"] == "http" and _est_fermee(scope["path"].strip("/")):
            await PlainTextResponse("Rien à cette adresse.", 404)(scope, receive, send)
            return
        destination = _destination(scope) if scope["type"] == "http" else None
        if destination is None:
            await self.app(scope, receive, send)
        else:
            await RedirectResponse(destination)(scope, receive, send)


def _est_fermee(chemin: str) -> bool:
    """True for what Streamlit would answer and no page asks for."""
    if chemin.split("/", maxsplit=1)[0] not in INTERNES:
        return False
    return not any(chemin == servie or chemin.startswith(f"{servie}/") for servie in SERVIES)


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
