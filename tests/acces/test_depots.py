"""Uploads: from a session that may import, and no other."""

import pytest
from starlette.responses import Response

from pages._acces.depots import SESSIONS_MAX, DepotsReserves, _Sessions, permettre_depot
from tests.acces.boucle import executer


def envoyer(chemin, methode="PUT"):
    recus = []

    async def send(message):
        recus.append(message)

    scope = {"type": "http", "method": methode, "path": chemin, "headers": []}
    executer(DepotsReserves(Response(status_code=204))(scope, None, send))
    return recus[0]["status"]


@pytest.mark.parametrize("methode", ["PUT", "DELETE", "POST"])
def test_une_session_sans_droit_est_refusee(methode):
    assert envoyer("/_stcore/upload_file/inconnue/f", methode) == 403


def test_le_droit_suit_la_page():
    permettre_depot("s1", permis=True)
    assert envoyer("/_stcore/upload_file/s1/f") == 204
    assert envoyer("/_stcore/upload_file/s2/f") == 403
    permettre_depot("s1", permis=False)
    assert envoyer("/_stcore/upload_file/s1/f") == 403


def test_le_reste_passe():
    assert envoyer("/_stcore/health", "GET") == 204
    assert envoyer("/_stcore/upload_file/s2/f", "OPTIONS") == 204


def test_la_memoire_est_bornee():
    sessions = _Sessions()
    for rang in range(SESSIONS_MAX + 1):
        sessions.changer(str(rang), permise=True)
    assert not sessions.permet("0")
    assert sessions.permet("1")
    assert sessions.permet(str(SESSIONS_MAX))
