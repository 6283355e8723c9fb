"""Read the files of data/territoire (files are read here, nowhere else in this package)."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Final, TypeVar

from plie_metrics.territoire.communes import Commune
from plie_metrics.territoire.contours import Contour, assembler
from plie_metrics.territoire.ligne import REMEDE, Ligne, TerritoireIllisible
from plie_metrics.territoire.manifeste import MANIFESTE, composer, empreinte, empreintes
from plie_metrics.territoire.officiel import PIECES, Officiel, lire_geojson
from plie_metrics.territoire.quartiers import VALIDITES, Quartier
from plie_metrics.territoire.referentiel import Referentiel

COMMUNES: Final = "communes.csv"
QUARTIERS: Final = "qpv.csv"
CONTOURS: Final = "contours_communes_2016.csv"
OFFICIEL: Final = "officiel"
"""Official perimeters, installed by `python -m plie_metrics territoire`; never in the archive."""
REFAIRE: Final = (
    "Rétablissez-le depuis l'archive du projet ou, si ce changement est voulu, refaites le "
    "manifeste : python -m plie_metrics publications."
)
COLONNES: Final[Mapping[str, tuple[str, ...]]] = {
    COMMUNES: (
        *("insee", "nom", "valable_du", "valable_au"),
        *("population_municipale_2016", "lat", "lon"),
    ),
    QUARTIERS: (
        *("code", "nom", "commune", "insee", "liste"),
        *("population_2013", "population_2018", "lat", "lon", "position"),
    ),
    CONTOURS: ("insee", "nom", "ordre", "lon", "lat"),
}
FACULTATIFS: Final = (QUARTIERS,)
"""Files that may hold no line: a territory without a quartier prioritaire."""
T = TypeVar("T")


def lire_territoire(dossier: Path) -> Referentiel:
    """Communes, quartiers and outlines; raises TerritoireIllisible or ContourInvalide."""
    communes, quartiers = lire_communes(dossier), lire_quartiers(dossier)
    officiels = lire_officiels(dossier, communes, quartiers)
    return Referentiel(communes, quartiers, lire_contours(dossier), officiels)


def lire_officiels(
    dossier: Path, communes: Sequence[Commune], quartiers: Sequence[Quartier]
) -> dict[str, Officiel]:
    """The official perimeters installed, by kind, none at first; raises PerimetreRefuse."""
    lus: dict[str, Officiel] = {}
    for fichier in sorted((dossier / OFFICIEL).glob("*.geojson")):
        nom = f"data/territoire/{OFFICIEL}/{fichier.name}"
        genre, perimetres = lire_geojson(nom, fichier.read_bytes(), *_connus(communes, quartiers))
        lus[genre] = Officiel(genre, perimetres, _provenance(fichier.with_suffix(".json")))
    return lus


def _connus(
    communes: Sequence[Commune], quartiers: Sequence[Quartier]
) -> tuple[dict[str, str], dict[str, str]]:
    """Codes that a perimeter may bear: a quartier de veille has no official one."""
    qpv = {q.code: q.nom for q in quartiers if q.est_qpv}
    return {commune.insee: commune.nom for commune in communes}, qpv


def _provenance(fichier: Path) -> dict[str, str]:
    try:
        lue = json.loads(fichier.read_text(encoding="utf-8"))
        return {piece: str(lue[piece]) for piece in PIECES}
    except (OSError, ValueError, KeyError, TypeError):
        raise TerritoireIllisible(
            f"data/territoire/{OFFICIEL}/{fichier.name} manque ou n’est pas lisible : installez à "
            "nouveau le périmètre (python -m plie_metrics territoire …)."
        ) from None


def sceller(dossier: Path) -> Path:
    """Write the manifest of the files as they are now; return it.

    Written aside then renamed: a crash leaves the previous manifest. Raises OSError.
    """
    cible = dossier / MANIFESTE
    provisoire = cible.with_suffix(".json.tmp")
    contenus = {nom: (dossier / nom).read_bytes() for nom in COLONNES}
    provisoire.write_text(composer(contenus), encoding="utf-8", newline="\n")
    provisoire.replace(cible)
    return cible


def lire_communes(dossier: Path) -> tuple[Commune, ...]:
    """The communes and their dates; raises TerritoireIllisible."""
    return _lire(dossier / COMMUNES, _commune)


def lire_quartiers(dossier: Path) -> tuple[Quartier, ...]:
    """The QPV of both lists and the quartiers de veille; raises TerritoireIllisible."""
    return _lire(dossier / QUARTIERS, _quartier)


def lire_contours(dossier: Path) -> tuple[Contour, ...]:
    """The outlines of 2016; raises TerritoireIllisible, or ContourInvalide for an open ring."""
    return assembler(_lire(dossier / CONTOURS, _sommet))


def _lire(fichier: Path, construire: Callable[[Ligne], T]) -> tuple[T, ...]:
    nom = _nom(fichier)
    try:
        lecteur = csv.reader(
            StringIO(_contenu(fichier).decode("utf-8-sig"), newline=""), strict=True
        )
        entete, brutes = next(lecteur, []), list(lecteur)
    except (UnicodeDecodeError, csv.Error):
        raise TerritoireIllisible(f"Le fichier {nom} n'est pas lisible. {REMEDE}") from None
    colonnes = COLONNES[fichier.name]
    if tuple(entete) != colonnes:
        raise TerritoireIllisible(
            f"{nom}, ligne 1 : les colonnes attendues sont {', '.join(colonnes)}. {REMEDE}"
        )
    if not brutes and fichier.name not in FACULTATIFS:
        raise TerritoireIllisible(f"Le fichier {nom} ne contient aucune ligne. {REMEDE}")
    return tuple(
        construire(Ligne(nom, numero, colonnes, cellules))
        for numero, cellules in enumerate(brutes, 2)
    )


def _contenu(fichier: Path) -> bytes:
    """The bytes of a file, which must be those of the manifest."""
    try:
        contenu = fichier.read_bytes()
    except OSError:
        raise TerritoireIllisible(f"Le fichier {_nom(fichier)} manque. {REMEDE}") from None
    if empreinte(contenu) != _manifeste(fichier.parent).get(fichier.name):
        raise TerritoireIllisible(
            f"Le fichier {_nom(fichier)} est tronqué ou a été modifié : son empreinte n'est pas "
            f"celle de data/territoire/{MANIFESTE}. {REFAIRE}"
        )
    return contenu


def _manifeste(dossier: Path) -> dict[str, str]:
    fichier = dossier / MANIFESTE
    try:
        return empreintes(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise TerritoireIllisible(
            f"Le manifeste {_nom(fichier)} manque ou n'est pas lisible. {REFAIRE}"
        ) from None


def _nom(fichier: Path) -> str:
    return f"data/territoire/{fichier.name}"


def _commune(ligne: Ligne) -> Commune:
    return Commune(
        insee=ligne.texte("insee"),
        nom=ligne.texte("nom"),
        valable_du=ligne.si_rempli("valable_du", ligne.jour),
        valable_au=ligne.si_rempli("valable_au", ligne.jour),
        population=ligne.entier("population_municipale_2016"),
        lat=ligne.decimal("lat"),
        lon=ligne.decimal("lon"),
    )


def _quartier(ligne: Ligne) -> Quartier:
    liste = ligne.texte("liste")
    if liste not in VALIDITES:
        raise TerritoireIllisible(
            f"{ligne.lieu}, colonne liste : « {liste} » n'est pas prévu ; valeurs possibles : "
            f"{', '.join(VALIDITES)}. {REMEDE}"
        )
    return Quartier(
        code=ligne.texte("code"),
        nom=ligne.texte("nom"),
        commune=ligne.texte("commune"),
        insee=ligne.texte("insee"),
        liste=liste,
        population_2013=ligne.si_rempli("population_2013", ligne.entier),
        population_2018=ligne.si_rempli("population_2018", ligne.entier),
        lat=ligne.si_rempli("lat", ligne.decimal),
        lon=ligne.si_rempli("lon", ligne.decimal),
        position=ligne.texte("position"),
    )


def _sommet(ligne: Ligne) -> tuple[str, str, int, float, float]:
    return (
        ligne.texte("insee"),
        ligne.texte("nom"),
        ligne.entier("ordre"),
        ligne.decimal("lon"),
        ligne.decimal("lat"),
    )
