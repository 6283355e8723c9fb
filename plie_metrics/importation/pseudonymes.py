"""Names replaced by a keyed hash: the same person keeps the same hash, nobody can guess it.

HMAC-SHA-256 (RFC 2104), first 128 bits. The key lies in the secrets file of the installation,
never in a snapshot: without it, hashing every known name to compare gives nothing.
"""

import os
import secrets
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import duckdb

from plie_metrics.chemins import RACINE
from plie_metrics.erreurs import ErreurPlie

if sys.platform != "win32":
    import fcntl

SECRETS: Final = RACINE / ".streamlit" / "secrets.toml"
SECTION: Final = "importation"
CLE: Final = "cle_pseudonymes"
OCTETS_CLE: Final = 32
CHIFFRES: Final = 32  # hexadecimal digits kept: 128 bits
_PARAGRAPHE: Final = """
# clé des pseudonymes : la perdre change tous les pseudonymes, la montrer les trahit
[{section}]
{nom} = "{cle}"
"""
_BLOC: Final = 64  # bytes of a SHA-256 block (RFC 2104)


class SecretsIllisibles(ErreurPlie):
    """The secrets file cannot be read or written, or its key is not one."""


def cle_pseudonymes(fichier: Path = SECRETS) -> bytes:
    """The key of this installation; drawn and written (0600) at the first use."""
    contenu = _lire(fichier)
    if SECTION in contenu:
        try:
            cle = bytes.fromhex(contenu[SECTION][CLE])
        except (KeyError, TypeError, ValueError):
            cle = b""
        if len(cle) < OCTETS_CLE:
            raise SecretsIllisibles(
                f"Le fichier {fichier.name} ne porte pas de clé valable sous [{SECTION}] {CLE} : "
                "rétablissez-le depuis une sauvegarde (sans elle, les pseudonymes changeraient)."
            )
        return cle
    return _ajouter(fichier)


def masques(cle: bytes) -> tuple[bytes, bytes]:
    """The two blocks of an HMAC with this key: inner, then outer (RFC 2104, section 2)."""
    bloc = cle.ljust(_BLOC, b"\0")
    return bytes(o ^ 0x36 for o in bloc), bytes(o ^ 0x5C for o in bloc)


def pseudonyme_sql(champ: str) -> str:
    """SQL of the hash of a text; the query's $interne and $externe are the `masques` of the key.

    Case, accents and runs of blanks do not change the hash: « Dupont » is « DUPONT ».
    """
    nom = rf"encode(lower(strip_accents(regexp_replace({champ}, '\s+', ' ', 'g'))))"
    interne = f"unhex(sha256($interne::BLOB || {nom}))"
    return f"left(sha256($externe::BLOB || {interne}), {CHIFFRES})"


def pseudonyme(texte: str, cle: bytes) -> str:
    """The hash that an import gives this text, with the key of this installation."""
    interne, externe = masques(cle)
    with duckdb.connect() as moteur:
        demande = f"SELECT {pseudonyme_sql('$texte')}"
        ligne = moteur.execute(
            demande, {"texte": texte, "interne": interne, "externe": externe}
        ).fetchone()
    return str(ligne[0])


def _lire(fichier: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(fichier.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise SecretsIllisibles(
            f"Le fichier {fichier.name} n’est pas lisible : corrigez-le ou rétablissez-le."
        ) from None


def _ajouter(fichier: Path) -> bytes:
    """Draw the key, unless another process has just done so."""
    try:
        fichier.parent.mkdir(parents=True, exist_ok=True)
        descripteur = os.open(fichier, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descripteur, "ab") as flux:
            _reserver(flux.fileno())
            fichier.chmod(0o600)
            if SECTION in _lire(fichier):
                return cle_pseudonymes(fichier)
            cle = secrets.token_bytes(OCTETS_CLE)
            flux.write(_PARAGRAPHE.format(section=SECTION, nom=CLE, cle=cle.hex()).encode())
    except OSError:
        raise SecretsIllisibles(
            f"La clé des pseudonymes n’a pas pu être écrite dans {fichier.name} : rendez ce "
            "fichier accessible en écriture."
        ) from None
    return cle


def _reserver(descripteur: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(descripteur, fcntl.LOCK_EX)  # released when the file is closed
