"""HTTP around Streamlit: security headers, and a first page that is French before any script.

The content security policy also makes « no outside host » a rule that the browser enforces.
"""

import base64
import hashlib
import re
from html import escape
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plie_metrics.identite import nom_ou_defaut

# each was tried without: scripts are those of the server, the one written in the shell page (by its
# hash) and the WebAssembly of the map; 'unsafe-inline' is for the styles that Streamlit injects,
# data: for deck.gl's textures and an icon font of Streamlit's
DIRECTIVES: Final = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'none'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
ENTETES: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
GARDES: Final = ("/static/",)
"""What a browser may keep; a page, an image or a download is asked for again."""
TRADUCTIONS: Final = ((b'<html lang="en">', b'<html lang="fr">'),)
TITRE: Final = b"<title>Streamlit</title>"
SANS_SCRIPT: Final = (
    b"<noscript><p>Activez JavaScript dans votre navigateur pour afficher le tableau de bord."
    b"</p></noscript>"
)
NOSCRIPT: Final = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
DESCRIPTION: Final = re.compile(rb'<link rel="service-desc"[^>]*>')
SCRIPT_ECRIT: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


class EntetesHttp:
    """ASGI middleware: adds the headers to every answer and puts the shell page in French."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        envoi = _Envoi(send, gardable=scope["path"].startswith(GARDES))
        await self.app(_sans_compression(scope), receive, envoi.transmettre)


class _Envoi:
    """Holds back the start of an HTML answer until its body, whose length changes, is known."""

    def __init__(self, send: Send, *, gardable: bool) -> None:
        self.send = send
        self.gardable = gardable
        self.debut: Message | None = None
        self.corps = b""

    async def transmettre(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            entetes = MutableHeaders(scope=message)
            for nom, valeur in ENTETES.items():
                entetes[nom] = valeur
            entetes["Content-Security-Policy"] = politique()
            if not self.gardable:
                entetes["Cache-Control"] = "no-store"
            if _est_page(entetes):
                self.debut = message
                return
        if self.debut is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.corps += message.get("body", b"")
        if not message.get("more_body", False):
            await self._envoyer_page(self.debut)

    async def _envoyer_page(self, debut: Message) -> None:
        self.debut = None
        corps = _en_francais(self.corps)
        entetes = MutableHeaders(scope=debut)
        entetes["Content-Security-Policy"] = politique(SCRIPT_ECRIT.findall(corps))
        if "content-length" in entetes:
            entetes["content-length"] = str(len(corps))
        await self.send(debut)
        await self.send({"type": "http.response.body", "body": corps})


def politique(ecrits: list[bytes] | None = None) -> str:
    """The content security policy of an answer; `ecrits`: the scripts written inside the page."""
    empreintes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in ecrits or ()
    ]
    scripts = " ".join([DIRECTIVES["script-src"], *empreintes])
    return "; ".join(
        f"{nom} {valeur}" for nom, valeur in {**DIRECTIVES, "script-src": scripts}.items()
    )


def _en_francais(page: bytes) -> bytes:
    titre = f"<title>{escape(nom_ou_defaut())}</title>".encode()
    for avant, apres in (*TRADUCTIONS, (TITRE, titre)):
        page = page.replace(avant, apres)
    return DESCRIPTION.sub(b"", NOSCRIPT.sub(SANS_SCRIPT, page))


def _sans_compression(scope: Scope) -> Scope:
    """The same request; for a page, without Accept-Encoding: its text is about to be changed."""
    entetes = scope["headers"]
    if b"text/html" not in dict(entetes).get(b"accept", b""):
        return scope
    return {**scope, "headers": [(n, v) for n, v in entetes if n != b"accept-encoding"]}


def _est_page(entetes: MutableHeaders) -> bool:
    return (
        entetes.get("content-type", "").startswith("text/html")
        and "content-encoding" not in entetes
    )
