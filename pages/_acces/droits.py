"""The accounts and their profiles, read again from the secrets file at each run.

Streamlit's own copy of that file is refreshed only when the file's date grows: an account removed
by putting back an older file would keep its access.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

from pages._acces.local import nom_local
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret.profils import PROFILS, Profil

AUCUN: Final = "aucun"
"""Written in the place of a profile: this account is closed, whatever its provider says of it."""
SECRET_MIN: Final = 32
CLES: Final = frozenset(
    {"identifiant", "revendication", "revendication_referent", "roles", "comptes"}
)


class DroitsInvalides(ErreurPlie):
    """The secrets file cannot be used; nobody enters before it is repaired."""


@dataclass(frozen=True)
class Compte:
    """What an account may do; `profil` is None for a closed account."""

    profil: Profil | None
    referent: str | None = None


@dataclass(frozen=True)
class Droits:
    """The accounts of this installation. `retour`: the address that the provider sends back to.

    `identifiant` names the claim by which `comptes` knows people; `revendication`, the claim that
    carries roles, whose profiles are in `roles`.
    """

    fournisseurs: tuple[str | None, ...] = ()
    retour: str = ""
    identifiant: str = "email"
    revendication: str | None = None
    revendication_referent: str | None = None
    roles: Mapping[str, Profil] = field(default_factory=lambda: MappingProxyType({}))
    comptes: Mapping[str, Compte] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def connexion(self) -> bool:
        """True when signing in is configured."""
        return bool(self.fournisseurs)

    @property
    def https(self) -> bool:
        """True when browsers reach the dashboard by HTTPS."""
        return urlsplit(self.retour).scheme == "https"


def lire_droits(fichiers: Iterable[str | Path]) -> Droits:
    """The tables [auth] and [acces] of the secrets files, the last file first served.

    A file that is absent says nothing. Raises DroitsInvalides.
    """
    contenu: dict[str, Any] = {}
    for fichier in map(Path, fichiers):
        contenu |= _lire(fichier)
    if "auth" not in contenu:
        return Droits()
    auth, acces = _table(contenu, "auth"), _table(contenu, "acces")
    if inconnues := sorted(set(acces) - CLES):
        raise _invalide(f"la clé « {inconnues[0]} » de [acces] n’est pas prévue")
    return Droits(
        fournisseurs=_fournisseurs(auth),
        retour=_retour(auth),
        identifiant=_texte(acces, "identifiant") or "email",
        revendication=_texte(acces, "revendication"),
        revendication_referent=_texte(acces, "revendication_referent"),
        roles={role: _profil(nom, role) for role, nom in _table(acces, "roles").items()},
        comptes=_comptes(_table(acces, "comptes")),
    )


def normaliser(identifiant: str) -> str:
    """Mail addresses are compared without regard to case and outer blanks."""
    return identifiant.strip().casefold()


def _lire(fichier: Path) -> dict[str, Any]:
    if fichier.suffix != ".toml":
        return {}
    try:
        return tomllib.loads(fichier.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise _invalide("ce n’est pas un TOML lisible") from None


def _retour(auth: Mapping[str, Any]) -> str:
    """The address that the provider sends back to; the secret of the cookies is checked with it."""
    retour = _texte(auth, "redirect_uri", "[auth]") or ""
    parties = urlsplit(retour)
    if not parties.path.endswith("/oauth2callback"):
        raise _invalide("« redirect_uri » de [auth] doit finir par /oauth2callback")
    if parties.scheme != "https" and not (
        parties.scheme == "http" and nom_local(parties.hostname or "")
    ):
        raise _invalide("« redirect_uri » de [auth] doit commencer par https://")
    if len(_texte(auth, "cookie_secret", "[auth]") or "") < SECRET_MIN:
        raise _invalide(
            f"« cookie_secret » de [auth] doit avoir {SECRET_MIN} caractères au moins, tirés au "
            "hasard : qui le devine entre sous le nom qu’il veut"
        )
    return retour


def _fournisseurs(auth: Mapping[str, Any]) -> tuple[str | None, ...]:
    """The providers: None is the one written in [auth] itself, the others are its sub-tables."""
    nommes = [
        nom for nom, table in auth.items() if isinstance(table, dict) and "client_id" in table
    ]
    anonyme = [None] if "client_id" in auth else []
    if not anonyme + nommes:
        raise _invalide("la table [auth] ne dit aucun fournisseur (client_id manque)")
    return (*anonyme, *nommes)


def _comptes(table: Mapping[str, Any]) -> dict[str, Compte]:
    comptes: dict[str, Compte] = {}
    for nom, valeur in table.items():
        if normaliser(nom) in comptes:
            raise _invalide(f"le compte « {nom} » est écrit deux fois")
        comptes[normaliser(nom)] = _compte(nom, valeur)
    return comptes


def _compte(nom: str, valeur: Any) -> Compte:
    if isinstance(valeur, str):
        valeur = {"profil": valeur}
    if not isinstance(valeur, dict) or set(valeur) - {"profil", "referent"}:
        raise _invalide(f"le compte « {nom} » doit dire profil, et referent s’il en a un")
    if valeur.get("profil") == AUCUN:
        return Compte(None)
    return Compte(_profil(valeur.get("profil"), nom), _texte(valeur, "referent", nom))


def _profil(valeur: Any, pour: str) -> Profil:
    if not isinstance(valeur, str) or valeur not in PROFILS:
        raise _invalide(
            f"le profil « {valeur} » de « {pour} » n’existe pas ; profils possibles : "
            f"{', '.join(PROFILS)}"
        )
    return PROFILS[valeur]


def _table(contenu: Mapping[str, Any], nom: str) -> dict[str, Any]:
    table = contenu.get(nom, {})
    if not isinstance(table, dict):
        raise _invalide(f"[{nom}] doit être une table")
    return table


def _texte(table: Mapping[str, Any], cle: str, ou: str = "[acces]") -> str | None:
    valeur = table.get(cle)
    if valeur is not None and not (isinstance(valeur, str) and valeur):
        raise _invalide(f"« {cle} » de {ou} doit être un texte")
    return valeur


def _invalide(raison: str) -> DroitsInvalides:
    return DroitsInvalides(
        f"Le fichier secrets.toml n’est pas utilisable : {raison}. Personne n’entre avant sa "
        "correction ; secrets.toml.example montre la forme attendue."
    )
