"""Official perimeters supplied as GeoJSON: checked whole before anything is installed.

A file is refused with a French sentence that names it, the object and the field; nothing of it is
kept then. Coordinates are longitudes and latitudes (RFC 7946), around the métropole.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.territoire.contours import Point

Genre = Literal["communes", "qpv"]
CODES: Final[Mapping[Genre, tuple[str, ...]]] = {
    "communes": ("insee", "code_insee", "INSEE_COM", "code", "codgeo"),
    "qpv": ("code", "code_qp", "CODE_QP", "code_qpv"),
}
NOMS: Final = ("nom", "name", "NOM", "nom_com", "libgeo", "lib_qp", "NOM_QP", "nom_qp")
EMPRISE: Final = ((4.0, 6.0), (46.5, 48.0))
"""Longitudes, then latitudes, where a perimeter of the métropole can be."""
TAILLE_MAX: Final = 20_000_000
PIECES: Final = ("source", "licence", "date")


class PerimetreRefuse(ErreurPlie):
    """A GeoJSON file that cannot be used; why, and what to do."""


@dataclass(frozen=True)
class Perimetre:
    """A commune (code INSEE) or a QPV (its code): its name and its outer rings, closed."""

    code: str
    nom: str
    anneaux: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Officiel:
    """A file installed: what it draws, and where it comes from (source, licence, date)."""

    genre: Genre
    perimetres: tuple[Perimetre, ...]
    provenance: Mapping[str, str]


def lire_geojson(
    nom: str, contenu: bytes, communes: Mapping[str, str], quartiers: Mapping[str, str]
) -> tuple[Genre, tuple[Perimetre, ...]]:
    """What the file draws among the known communes and QPV (code → name); the others are left out.

    Raises PerimetreRefuse.
    """
    objets = _objets(nom, contenu)
    genre = _genre(nom, objets, communes, quartiers)
    connus = communes if genre == "communes" else quartiers
    perimetres = []
    for rang, objet in enumerate(objets, 1):
        code = _propriete(objet, CODES[genre])
        if code in connus:
            anneaux = _anneaux(f"{nom}, objet {rang} ({code})", objet.get("geometry"))
            perimetres.append(Perimetre(code, _propriete(objet, NOMS) or connus[code], anneaux))
    _sans_double(nom, perimetres)
    return genre, tuple(perimetres)


def en_geojson(perimetres: Sequence[Perimetre]) -> str:
    """The file as it is installed: what is drawn and nothing else."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"code": p.code, "nom": p.nom},
                    "geometry": {
                        "type": "MultiPolygon",
                        "coordinates": [[anneau] for anneau in p.anneaux],
                    },
                }
                for p in perimetres
            ],
        },
        ensure_ascii=False,
    )


def _objets(nom: str, contenu: bytes) -> list[dict[str, Any]]:
    if len(contenu) > TAILLE_MAX:
        raise PerimetreRefuse(
            f"{nom} dépasse {TAILLE_MAX // 1_000_000} Mo : extrayez-en les communes ou les "
            "quartiers de la métropole."
        )
    try:
        lu = json.loads(contenu.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise PerimetreRefuse(
            f"{nom} n’est pas un fichier GeoJSON : il doit contenir du JSON en UTF-8. Téléchargez-"
            "le à nouveau au format GeoJSON."
        ) from None
    objets = lu.get("features") if isinstance(lu, dict) else None
    if not isinstance(objets, list) or not objets or not all(isinstance(o, dict) for o in objets):
        raise PerimetreRefuse(
            f"{nom} ne contient aucun objet : un GeoJSON « FeatureCollection » avec une liste "
            "« features » est attendu."
        )
    return objets


def _genre(
    nom: str,
    objets: Sequence[Mapping[str, Any]],
    communes: Mapping[str, str],
    quartiers: Mapping[str, str],
) -> Genre:
    """A file of QPV may give the commune of each too: the codes of QPV are looked for first."""
    connus: dict[Genre, Mapping[str, str]] = {"qpv": quartiers, "communes": communes}
    for genre, codes in connus.items():
        if any(_propriete(objet, CODES[genre]) in codes for objet in objets):
            return genre
    raise PerimetreRefuse(
        f"{nom} ne contient ni commune ni quartier prioritaire de la métropole : aucun objet n’a "
        "un code connu dans une propriété « insee » (communes) ou « code » (QPV)."
    )


def _propriete(objet: Mapping[str, Any], noms: Iterable[str]) -> str:
    proprietes = objet.get("properties")
    if not isinstance(proprietes, dict):
        return ""
    return next((str(proprietes[nom]) for nom in noms if proprietes.get(nom)), "")


def _anneaux(lieu: str, geometrie: Any) -> tuple[tuple[Point, ...], ...]:
    genre = geometrie.get("type") if isinstance(geometrie, dict) else None
    if genre not in ("Polygon", "MultiPolygon"):
        raise PerimetreRefuse(
            f"{lieu} : la géométrie doit être un « Polygon » ou un « MultiPolygon »."
        )
    coordonnees = geometrie.get("coordinates")
    polygones = [coordonnees] if genre == "Polygon" else coordonnees
    if not isinstance(polygones, list) or not polygones:
        raise PerimetreRefuse(f"{lieu} : la géométrie est vide.")
    return tuple(_anneau(lieu, polygone) for polygone in polygones)


def _anneau(lieu: str, polygone: Any) -> tuple[Point, ...]:
    if not isinstance(polygone, list) or not polygone or not isinstance(polygone[0], list):
        raise PerimetreRefuse(f"{lieu} : un polygone n’a pas de contour.")
    points = tuple(_point(lieu, sommet) for sommet in polygone[0])
    if len(points) < 4 or points[0] != points[-1]:
        raise PerimetreRefuse(
            f"{lieu} : le contour n’est pas un anneau fermé (au moins quatre sommets, le dernier "
            "égal au premier)."
        )
    return points


def _point(lieu: str, sommet: Any) -> Point:
    valides = isinstance(sommet, list) and len(sommet) >= 2
    if not valides or not all(
        isinstance(x, int | float) and not isinstance(x, bool) and math.isfinite(x)
        for x in sommet[:2]
    ):
        raise PerimetreRefuse(f"{lieu} : un sommet n’est pas un couple longitude, latitude.")
    lon, lat = float(sommet[0]), float(sommet[1])
    if not (EMPRISE[0][0] <= lon <= EMPRISE[0][1] and EMPRISE[1][0] <= lat <= EMPRISE[1][1]):
        raise PerimetreRefuse(
            f"{lieu} : le sommet {lon:g}, {lat:g} est loin de la métropole. Les coordonnées "
            "doivent être en degrés (longitude, latitude, WGS 84), pas en mètres (Lambert 93)."
        )
    return lon, lat


def _sans_double(nom: str, perimetres: Sequence[Perimetre]) -> None:
    vus: set[tuple[str, str]] = set()
    for perimetre in perimetres:
        cle = (perimetre.code, perimetre.nom)
        if cle in vus:
            raise PerimetreRefuse(
                f"{nom} contient deux fois {perimetre.nom} ({perimetre.code}) : gardez un seul "
                "objet."
            )
        vus.add(cle)
