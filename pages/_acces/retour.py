"""The page asked for, kept while its visitor signs in, and the flags of the cookies.

Streamlit comes back from the provider to the first page. The address is kept in a cookie that
lives ten minutes and leads to a page of the menu or nowhere: it can never redirect elsewhere.
"""

from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._acces.cookies import durcir
from pages._acces.identite import droits
from pages._acces.reglages import lire_reglages
from pages._menu import ACCUEIL, adresses
from plie_metrics.erreurs import ErreurPlie

NOM: Final = "plie_page_demandee"
SECONDES: Final = 600
LONGUEUR_MAX: Final = 1500
RETOUR: Final = "/oauth2callback"
DEPART: Final = "/auth/login"
ECHEC: Final = "connexion"
"""In the address of the first page: signing in failed, the door says so."""
IDENTITE: Final = "_streamlit_user="


class RetourDemande:
    """ASGI middleware: remembers the page asked for, and leads to it after signing in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def transmettre(message: Message) -> None:
            if message["type"] == "http.response.start":
                if _a_echoue(scope, message):
                    message = {**message, "status": 302}
                    MutableHeaders(scope=message)["location"] = f"/?{ECHEC}=echec"
                _adapter(scope, MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, transmettre)


def page_sure(demande: str) -> str | None:
    """The same address when it is a page of the menu, written anew; else None."""
    try:
        parties = urlsplit(demande[:LONGUEUR_MAX])
    except ValueError:
        return None
    chemin = parties.path.strip("/")
    if parties.scheme or parties.netloc or (chemin and chemin not in adresses()):
        return None
    requete = urlencode(parse_qsl(parties.query))
    return f"/{'' if chemin == ACCUEIL.adresse else chemin}{'?' if requete else ''}{requete}"


def _a_echoue(scope: Scope, message: Message) -> bool:
    """True when the provider could not be reached, or when it sent back nobody.

    Streamlit would answer « Authentication error » in English, or nothing. The way back from
    signing out passes here too, without a `state`.
    """
    if scope["path"] == DEPART:
        return bool(message["status"] >= 400)
    revenue = scope["path"] == RETOUR and b"state=" in scope["query_string"]
    return revenue and not _identifie(MutableHeaders(scope=message))


def _identifie(entetes: MutableHeaders) -> bool:
    """True when the answer carries an identity."""
    return any(
        biscuit.startswith(IDENTITE) and not biscuit.startswith(f'{IDENTITE}""')
        for biscuit in entetes.getlist("set-cookie")
    )


def _adapter(scope: Scope, entetes: MutableHeaders) -> None:
    """Add, use or erase the cookie, then put their flags on all the cookies of the answer."""
    retour = scope["path"] == RETOUR and _identifie(entetes)
    demandee = None if retour else _page_demandee(scope)
    if not retour and demandee is None and "set-cookie" not in entetes:
        return
    try:
        actuels, heures = droits(), lire_reglages().duree_connexion
    except ErreurPlie:
        return  # nobody enters: the frame says why
    if retour:
        entetes["location"] = _gardee(scope) or "/"
        entetes.append("set-cookie", f'{NOM}=""; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
    elif demandee is not None and actuels.connexion:
        entetes.append(
            "set-cookie",
            f"{NOM}={quote(demandee, safe='')}; Path=/; Max-Age={SECONDES}; HttpOnly; SameSite=Lax",
        )
    durcir(entetes, https=actuels.https, secondes=heures * 3600)


def _page_demandee(scope: Scope) -> str | None:
    """The page that this request opens; None when it opens none."""
    accepte = dict(scope["headers"]).get(b"accept", b"")
    chemin = scope["path"].strip("/")
    if scope["method"] != "GET" or b"text/html" not in accepte:
        return None
    if (chemin and chemin not in adresses()) or f"{ECHEC}=".encode() in scope["query_string"]:
        return None  # after a failure, what was asked for before it stays
    return page_sure(f"/{chemin}?{scope['query_string'].decode('latin-1')}")


def _gardee(scope: Scope) -> str | None:
    """The page kept in the cookie of this request; None when there is none, or not a page."""
    recu = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
    try:
        biscuit = SimpleCookie(recu).get(NOM)
    except CookieError:
        return None
    return page_sure(unquote(biscuit.value)) if biscuit else None
