"""What a destroyed edition had shown: kept for the secrecy of the one that replaces it.

Whoever kept the earlier tables could subtract the new ones, and read the erased person in the
differences. The new edition therefore remembers what was shown, as it would of any earlier edition:
the cells that were published, and which ones were masked, without the values of these.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from plie_metrics.secret.memoire import Memoire, ecrire_heritage, lire_heritage
from plie_metrics.stockage.solutions import CoffreDisque

MEMOIRE: Final = ".memoire"
HERITAGE: Final = ".heritage"


def transmettre(dossier: Path, ancienne: str, nouvelle: str) -> None:
    """Hand over what was shown of `ancienne` to `nouvelle`, then destroy what was solved on it."""
    coffre = CoffreDisque(dossier)
    siens = [nom for nom in coffre.noms() if _edition(nom) == ancienne]
    for regles in sorted({_regles(nom) for nom in siens}):
        legs = [m for nom in siens if _regles(nom) == regles for m in _memoires(coffre, nom)]
        if legs:
            coffre.ecrire(f"{nouvelle}.{regles}{HERITAGE}", ecrire_heritage(legs))
    for nom in siens:
        coffre.oublier(nom)


def oublier(dossier: Path, edition: str) -> None:
    """Destroy what was solved on an edition, and what it remembered."""
    coffre = CoffreDisque(dossier)
    for nom in coffre.noms():
        if _edition(nom) == edition:
            coffre.oublier(nom)


def _memoires(coffre: CoffreDisque, nom: str) -> list[Memoire]:
    octets = coffre.lire(nom) or b""
    with suppress(ValueError, KeyError):
        if nom.endswith(HERITAGE):
            return list(lire_heritage(octets))
        if nom.endswith(MEMOIRE):
            return [Memoire.depuis_octets(octets).montree()]
    return []


def _edition(nom: str) -> str:
    """« 2016-12-31.2.public.0a1b….tables » → « 2016-12-31.2 »."""
    jour, _, reste = nom.partition(".")
    rang = reste.partition(".")[0]
    return f"{jour}.{rang}" if rang.isdigit() else jour


def _regles(nom: str) -> str:
    return nom.removeprefix(f"{_edition(nom)}.").partition(".")[0]
