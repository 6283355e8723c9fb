"""HTTP around Streamlit: security headers, and a first page that is French before any script.

The content security policy also makes « no outside host » a rule that the browser enforces.
"""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# 'unsafe-eval' and 'unsafe-inline': Vega compiles its expressions and Streamlit injects its styles
POLITIQUE: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
ENTETES: Final = {
    "Content-Security-Policy": POLITIQUE,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TRADUCTIONS: Final = (
    (b'<html lang="en">', b'<html lang="fr">'),
    (b"<title>Streamlit</title>", "<title>PLIE de Dijon Métropole</title>".encode()),
    (
        b"You need to enable JavaScript to run this app.",
        b"Activez JavaScript dans votre navigateur pour afficher le tableau de bord.",
    ),
)


class EntetesHttp:
    """ASGI middleware: adds the headers to every answer and puts the shell page in French."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self.app(_sans_compression(scope), receive, _Envoi(send).transmettre)


class _Envoi:
    """Holds back the start of an HTML answer until its body, whose length changes, is known."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.debut: Message | None = None
        self.corps = b""

    async def transmettre(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            entetes = MutableHeaders(scope=message)
            for nom, valeur in ENTETES.items():
                entetes[nom] = valeur
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
        corps = self.corps
        for avant, apres in TRADUCTIONS:
            corps = corps.replace(avant, apres)
        if "content-length" in MutableHeaders(scope=debut):
            MutableHeaders(scope=debut)["content-length"] = str(len(corps))
        await self.send(debut)
        await self.send({"type": "http.response.body", "body": corps})


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
