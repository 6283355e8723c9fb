"""Who may see or write real data while nobody signs in: the machine that serves the page, alone."""

import ipaddress
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

MANDATAIRES: Final = (
    "forwarded",
    "via",
    "x-real-ip",
    "x-client-ip",
    "x-original-host",
    "x-cluster-client-ip",
    "x-envoy-external-address",
    "true-client-ip",
    "cf-connecting-ip",
    "cdn-loop",
)
PREFIXE_MANDATAIRE: Final = "x-forwarded-"
HOTE: Final = re.compile(r"(?:\[(?P<ipv6>[^\[\]]+)\]|(?P<nom>[^\[\]:@/\\\s]+))(?::\d{1,5})?")
LOCALE: Final = "locale"


def refus_local(
    entetes: Iterable[tuple[str, str]],
    adresse: str | None,
    client: str | None = None,
    *,
    exposition: str,
) -> str | None:
    """Why this request may not see or write real data: a French sentence; None when it may.

    `entetes`: every header received, repetitions included. `adresse`: where the server listens
    (`server.address`; empty: everywhere). `client`: address of the caller, None when it is this
    machine. An `Origin`, which browsers add, must be local too: a page of elsewhere that a
    forged name brought here is refused. `exposition`: what the settings say of this server; a proxy
    that strips its headers looks like this machine, so that being local is not enough: somebody
    must have written that nothing publishes the server.
    """
    raison = _raison(entetes, adresse, client, exposition)
    if raison is None:
        return None
    return (
        f"Les données réelles ne sont ni montrées ni modifiables ici : {raison}, et aucune "
        "connexion n’est configurée. Configurez-la (.streamlit/secrets.toml, d’après "
        "secrets.toml.example), ou, si ce serveur ne sert que l’ordinateur qui l’héberge, écrivez "
        'exposition = "locale" dans la table [acces] de data/plie.toml et ouvrez '
        "http://localhost sur cet ordinateur."
    )


def _raison(
    entetes: Iterable[tuple[str, str]], adresse: str | None, client: str | None, exposition: str
) -> str | None:
    recus = [(nom.strip().lower(), valeur.strip()) for nom, valeur in entetes]
    hotes = [valeur for nom, valeur in recus if nom == "host"]
    origines = [valeur for nom, valeur in recus if nom == "origin"]
    intermediaire = any(
        nom in MANDATAIRES or nom.startswith(PREFIXE_MANDATAIRE) for nom, _ in recus
    )
    raisons = {
        "les réglages ne disent pas que rien ne publie ce serveur": exposition != LOCALE,
        "le serveur écoute au-delà de cette machine": not nom_local(adresse or ""),
        "la demande est passée par un intermédiaire (proxy)": intermediaire,
        "la page n’a pas été demandée à une adresse de cette machine": len(hotes) != 1
        or not _hote_local(hotes[0]),
        "la demande vient d’une page d’un autre site": not all(map(_origine_locale, origines)),
        "la demande vient d’une autre machine": client is not None and not nom_local(client),
    }
    return next((raison for raison, vraie in raisons.items() if vraie), None)


def _hote_local(hote: str) -> bool:
    forme = HOTE.fullmatch(hote)
    if forme is None:
        return False
    nom = forme["ipv6"] or forme["nom"]
    # « [127.0.0.1] » and « ::1 » without brackets are no Host that a browser writes
    return nom_local(nom) and (forme["ipv6"] is not None) == (":" in nom)


def _origine_locale(origine: str) -> bool:
    try:
        return _hote_local(urlsplit(origine).netloc)
    except ValueError:
        return False


def nom_local(nom: str) -> bool:
    """`localhost`, 127.0.0.0/8 or ::1; any other name could be made to lead here, or elsewhere."""
    if nom.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(nom).is_loopback
    except ValueError:
        return False
