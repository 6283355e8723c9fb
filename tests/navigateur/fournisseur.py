"""A real OpenID Connect provider, started on this machine for the time of a test."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.navigateur.serveur import attendre_reponse, port_libre


@contextmanager
def fournisseur(personnes: list[dict[str, Any]]) -> Iterator[str]:
    """Give its address; `personnes`: the claims of each, their `sub` included."""
    port = port_libre()
    connues = [f"--user-claims={json.dumps(personne)}" for personne in personnes]
    processus = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", f"--port={port}", *connues],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"},
    )
    try:
        attendre_reponse(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
        yield f"http://127.0.0.1:{port}"
    finally:
        processus.terminate()
        processus.wait(timeout=20)


def secrets_de_connexion(fournisseur: str, retour: str, comptes: dict[str, str]) -> str:
    """The secrets file of a dashboard that signs in there; `comptes`: mail → TOML of its rights."""
    lignes = "\n".join(f'"{email}" = {droits}' for email, droits in comptes.items())
    return f"""
[auth]
redirect_uri = "{retour}/oauth2callback"
cookie_secret = "{"0123456789abcdef" * 4}"
client_id = "plie"
client_secret = "essai"
server_metadata_url = "{fournisseur}/.well-known/openid-configuration"
[acces.comptes]
{lignes}
"""
