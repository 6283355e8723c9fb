"""The page asked for: to a page of the menu, or nowhere; and the flags of the cookies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import RedirectResponse, Response

from pages._acces.droits import Droits
from pages._acces.retour import NOM, RetourDemande, page_sure
from pages._menu import ACCUEIL, adresses
from tests.acces.boucle import executer

HTTPS = Droits(fournisseurs=(None,), retour="https://tableau.exemple.fr/oauth2callback")
HTTP = Droits(fournisseurs=(None,), retour="http://localhost:8501/oauth2callback")


@pytest.mark.parametrize(
    ("demande", "sure"),
    [
        ("/clauses", "/clauses"),
        ("/clauses?commune=21231&x=é", "/clauses?commune=21231&x=%C3%A9"),
        ("/", "/"),
        (f"/{ACCUEIL.adresse}?x=1", "/?x=1"),
        ("//mechant.fr/clauses", None),
        ("https://mechant.fr/clauses", None),
        ("/\\mechant.fr", None),
        ("/inconnue", None),
        ("/_stcore/health", None),
        ("/oauth2callback?code=1", None),
        ("/clauses/../donnees", None),
        ("/clauses?a=1\r\nSet-Cookie: x=1", "/clauses?a=1Set-Cookie%3A+x%3D1"),
        ("http://[", None),
    ],
)
def test_une_page_du_menu_ou_rien(demande, sure):
    assert page_sure(demande) == sure


@given(st.lists(st.sampled_from([*"/\\?#:@.%\r\n\t ", "clauses", "x=1", "https"])).map("".join))
def test_jamais_ailleurs(demande):
    sure = page_sure(demande)
    if sure is not None:
        assert sure.split("?")[0].strip("/") in adresses() | {""}
        assert sure.startswith("/")
        assert not sure.startswith("//")
        assert "\n" not in sure
        assert "\r" not in sure


def demander(reponse, chemin, *, requete=b"", cookie="", accept=b"text/html"):
    """Serve one request through the middleware; give the headers of the answer."""
    recus = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        recus.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": chemin,
        "query_string": requete,
        "headers": [(b"accept", accept), (b"cookie", cookie.encode())],
    }
    executer(RetourDemande(reponse)(scope, receive, send))
    entetes = recus[0]["headers"]
    return [v.decode() for n, v in entetes if n == b"set-cookie"], dict(entetes).get(b"location")


@pytest.fixture(autouse=True)
def droits(monkeypatch):
    def _droits(valeur):
        monkeypatch.setattr("pages._acces.retour.droits", lambda: valeur)

    _droits(HTTPS)
    return _droits


def rentree():
    reponse = RedirectResponse("/", 302)
    reponse.set_cookie("_streamlit_user", "signe", max_age=2592000, httponly=True, samesite="lax")
    return reponse


def test_la_page_demandee_est_gardee_dix_minutes():
    (biscuit,), _ = demander(Response("page"), "/clauses", requete=b"commune=21231")
    assert biscuit == (
        f"{NOM}=%2Fclauses%3Fcommune%3D21231; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"
    )


@pytest.mark.parametrize("chemin", ["/inconnue", "/static/js/x.js", "/_stcore/health"])
def test_rien_d_autre_n_est_garde(chemin):
    assert demander(Response("x"), chemin) == ([], None)


def test_apres_un_echec_la_page_demandee_avant_reste():
    assert demander(Response("page"), "/", requete=b"connexion=echec") == ([], None)


def test_rien_n_est_garde_sans_connexion_configuree(droits):
    droits(Droits())
    assert demander(Response("page"), "/clauses") == ([], None)


def test_la_connexion_ramene_a_la_page_et_oublie():
    biscuits, ou = demander(rentree(), "/oauth2callback", cookie=f"{NOM}=%2Fclauses%3Fa%3D1; b=2")
    assert ou == b"/clauses?a=1"
    assert biscuits[0].startswith("_streamlit_user=signe; ")
    assert "Max-Age=43200" in biscuits[0]
    assert biscuits[0].endswith("Secure")
    assert biscuits[1].startswith(f'{NOM}=""; Path=/; Max-Age=0')


@pytest.mark.parametrize("cookie", ["", f"{NOM}=%2F%2Fmechant.fr", f"{NOM}=https://mechant.fr"])
def test_sans_page_sure_la_connexion_ramene_a_l_accueil(cookie):
    assert demander(rentree(), "/oauth2callback", cookie=cookie)[1] == b"/"


def test_le_retour_d_une_deconnexion_ne_mene_nulle_part():
    """It passes by the same address, without the `state` of a sign-in."""
    sortie = RedirectResponse("/", 302)
    sortie.delete_cookie("_streamlit_user")
    biscuits, ou = demander(sortie, "/oauth2callback", cookie=f"{NOM}=%2Fclauses")
    assert ou == b"/"
    assert [b for b in biscuits if b.startswith(NOM)] == []


@pytest.mark.parametrize(
    ("reponse", "chemin", "requete"),
    [
        (Response("Authentication error", 400), "/auth/login", b"provider=x"),
        (RedirectResponse("/", 302), "/oauth2callback", b"error=access_denied&state=1"),
        (RedirectResponse("/", 302), "/oauth2callback", b"code=perime&state=1"),
    ],
)
def test_une_connexion_qui_echoue_ramene_a_la_porte(reponse, chemin, requete):
    _, ou = demander(reponse, chemin, requete=requete, cookie=f"{NOM}=%2Fclauses")
    assert ou == b"/?connexion=echec"


def test_en_http_les_cookies_restent_utilisables(droits):
    droits(HTTP)
    (biscuit,), _ = demander(Response("page"), "/clauses")
    assert "Secure" not in biscuit
