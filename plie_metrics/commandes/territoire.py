"""`territoire`: check official perimeters (GeoJSON of communes or QPV) and install them."""

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlparse

import httpx

from plie_metrics import chemins
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.territoire.lecture import (
    OFFICIEL,
    lire_communes,
    lire_quartiers,
)
from plie_metrics.territoire.officiel import TAILLE_MAX, Genre, Perimetre, en_geojson, lire_geojson

DELAI: Final = 30.0
"""Seconds to wait for a server."""
MOTS: Final = {"communes": ("commune", "communes"), "qpv": ("quartier", "quartiers")}


class TelechargementImpossible(ErreurPlie):
    """The network, or the server, did not give the file; what to do instead."""


def declarer(commandes: Any) -> None:
    """Add the command to the parser."""
    commande = commandes.add_parser(
        "territoire",
        help="contrôle et installe des périmètres officiels (GeoJSON)",
        description="Contrôle des périmètres officiels de communes ou de quartiers prioritaires "
        "(GeoJSON) et les installe : la carte les dessine ensuite. Rien n’est installé si un seul "
        "fichier est refusé.",
    )
    commande.add_argument("fichiers", nargs="*", type=Path, metavar="FICHIER.geojson")
    commande.add_argument(
        "--telecharger", action="append", default=[], metavar="URL", help="adresse à télécharger"
    )
    commande.add_argument("--source", default="", help="producteur et édition, à citer")
    commande.add_argument("--licence", default="", help="licence, à citer")
    commande.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="date des périmètres")
    commande.add_argument(
        "--vers", type=Path, default=None, metavar="DOSSIER", help="data/territoire"
    )
    commande.set_defaults(executer=executer)


def executer(demande: argparse.Namespace) -> int:
    """Install every file or none; raises ErreurPlie, told on standard error by the caller."""
    dossier: Path = demande.vers or chemins.TERRITOIRE
    if not demande.fichiers and not demande.telecharger:
        raise ErreurPlie("Nommez un fichier GeoJSON, ou une adresse avec --telecharger.")
    communes = {c.insee: c.nom for c in lire_communes(dossier)}
    quartiers = {q.code: q.nom for q in lire_quartiers(dossier) if q.est_qpv}
    lus: dict[Genre, tuple[str, tuple[Perimetre, ...]]] = {}
    for nom, contenu in _contenus(demande).items():
        genre, perimetres = lire_geojson(nom, contenu, communes, quartiers)
        if genre in lus:
            raise ErreurPlie(
                f"{nom} et {lus[genre][0]} contiennent tous deux des {MOTS[genre][1]} : donnez un "
                "seul fichier par sorte."
            )
        lus[genre] = (nom, perimetres)
    jour = _jour(demande.date)
    for genre, (nom, perimetres) in lus.items():
        provenance = {
            "source": demande.source or nom,
            "licence": demande.licence or "à confirmer auprès du producteur",
            "date": jour,
        }
        _installer(dossier / OFFICIEL / f"{genre}.geojson", perimetres, provenance)
        combien = avec_unite(len(perimetres), *MOTS[genre])
        print(f"{nom} : {combien}, installés dans {dossier / OFFICIEL / genre}.geojson")
    return 0


def _contenus(demande: argparse.Namespace) -> dict[str, bytes]:
    contenus = {}
    for fichier in demande.fichiers:
        try:
            contenus[fichier.name] = fichier.read_bytes()
        except OSError:
            raise ErreurPlie(
                f"Le fichier {fichier} est introuvable ou illisible : vérifiez son chemin."
            ) from None
    return contenus | {adresse: _telecharger(adresse) for adresse in demande.telecharger}


def _telecharger(adresse: str) -> bytes:
    if urlparse(adresse).scheme != "https":
        raise TelechargementImpossible(
            f"L’adresse {adresse} doit commencer par https:// : vérifiez-la."
        )
    morceaux, taille = [], 0
    try:
        with httpx.stream("GET", adresse, timeout=DELAI, follow_redirects=True) as reponse:
            reponse.raise_for_status()
            for morceau in reponse.iter_bytes():
                taille += len(morceau)
                if taille > TAILLE_MAX:
                    break  # refused, for its size, by the check of the file
                morceaux.append(morceau)
    except httpx.HTTPStatusError as refus:
        raise TelechargementImpossible(
            f"L’adresse {adresse} a répondu {refus.response.status_code} : vérifiez-la, ou "
            "téléchargez le fichier dans un navigateur puis donnez-le à cette commande."
        ) from None
    except (httpx.HTTPError, httpx.InvalidURL):
        raise TelechargementImpossible(
            f"L’adresse {adresse} n’a pas pu être jointe : le réseau de cette machine ne le permet "
            "peut-être pas. Téléchargez le fichier ailleurs puis donnez-le à cette commande."
        ) from None
    return b"".join(morceaux)


def _jour(ecrit: str) -> str:
    if not ecrit:
        return date.today().isoformat()
    try:
        return date.fromisoformat(ecrit).isoformat()
    except ValueError:
        raise ErreurPlie(
            f"La date « {ecrit} » n’est pas une date : écrivez-la AAAA-MM-JJ, par exemple "
            "2018-01-01."
        ) from None


def _installer(
    cible: Path, perimetres: tuple[Perimetre, ...], provenance: Mapping[str, str]
) -> None:
    """Write aside then rename, what it comes from first: a crash leaves a whole file or none."""
    cible.parent.mkdir(parents=True, exist_ok=True)
    dite = json.dumps(dict(provenance), ensure_ascii=False, indent=2) + "\n"
    for fichier, contenu in (
        (cible.with_suffix(".json"), dite),
        (cible, en_geojson(perimetres)),
    ):
        provisoire = fichier.with_name(f"{fichier.name}.tmp")
        provisoire.write_text(contenu, encoding="utf-8", newline="\n")
        provisoire.replace(fichier)
