"""Read the files of data/territoire (files are read here, nowhere else in this package)."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.territoire.communes import Commune
from plie_metrics.territoire.contours import Contour, assembler
from plie_metrics.territoire.quartiers import VALIDITES, Quartier
from plie_metrics.territoire.referentiel import Referentiel

COMMUNES: Final = "communes.csv"
QUARTIERS: Final = "qpv.csv"
CONTOURS: Final = "contours_communes_2016.csv"
REMEDE: Final = "Rétablissez ce fichier depuis l'archive du projet."
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
T = TypeVar("T")


class TerritoireIllisible(ErreurPlie):
    """A file of data/territoire is missing or damaged; the message names it and the remedy."""


def lire_territoire(dossier: Path) -> Referentiel:
    """Communes, quartiers and outlines; raises TerritoireIllisible or ContourInvalide."""
    return Referentiel(lire_communes(dossier), lire_quartiers(dossier), lire_contours(dossier))


def lire_communes(dossier: Path) -> tuple[Commune, ...]:
    """The communes and their dates; raises TerritoireIllisible."""
    return _lire(dossier / COMMUNES, _commune)


def lire_quartiers(dossier: Path) -> tuple[Quartier, ...]:
    """The QPV of both lists and the quartiers de veille; raises TerritoireIllisible."""
    return _lire(dossier / QUARTIERS, _quartier)


def lire_contours(dossier: Path) -> tuple[Contour, ...]:
    """The outlines of 2016; raises TerritoireIllisible, or ContourInvalide for an open ring."""
    return assembler(_lire(dossier / CONTOURS, _sommet))


def _lire(fichier: Path, construire: Callable[["_Ligne"], T]) -> tuple[T, ...]:
    nom = f"data/territoire/{fichier.name}"
    try:
        with fichier.open(encoding="utf-8-sig", newline="") as flux:
            lecteur = csv.reader(flux, strict=True)
            entete, brutes = next(lecteur, []), list(lecteur)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise TerritoireIllisible(
            f"Le fichier {nom} manque ou n'est pas lisible. {REMEDE}"
        ) from None
    colonnes = COLONNES[fichier.name]
    if tuple(entete) != colonnes:
        raise TerritoireIllisible(
            f"{nom}, ligne 1 : les colonnes attendues sont {', '.join(colonnes)}. {REMEDE}"
        )
    if not brutes:
        raise TerritoireIllisible(f"Le fichier {nom} ne contient aucune ligne. {REMEDE}")
    return tuple(
        construire(_Ligne(nom, numero, colonnes, cellules))
        for numero, cellules in enumerate(brutes, 2)
    )


class _Ligne:
    """One line of a file, whose cells are typed on demand and named when they are wrong."""

    def __init__(
        self, fichier: str, numero: int, colonnes: tuple[str, ...], cellules: list[str]
    ) -> None:
        self.lieu = f"{fichier}, ligne {numero}"
        if len(cellules) != len(colonnes):
            raise TerritoireIllisible(
                f"{self.lieu} : {len(colonnes)} cellules attendues, {len(cellules)} trouvées. "
                f"{REMEDE}"
            )
        self.cellules = dict(zip(colonnes, cellules, strict=True))

    def texte(self, colonne: str) -> str:
        return self.cellules[colonne] or self._refuser(colonne, "un texte")

    def entier(self, colonne: str) -> int:
        return self._typer(colonne, int, "un nombre entier")

    def decimal(self, colonne: str) -> float:
        return self._typer(colonne, float, "un nombre (point décimal)")

    def jour(self, colonne: str) -> date:
        return self._typer(colonne, date.fromisoformat, "une date AAAA-MM-JJ")

    def si_rempli(self, colonne: str, lire: Callable[[str], T]) -> T | None:
        return lire(colonne) if self.cellules[colonne] else None

    def _typer(self, colonne: str, type_: Callable[[str], T], attendu: str) -> T:
        try:
            return type_(self.cellules[colonne])
        except ValueError:
            return self._refuser(colonne, attendu)

    def _refuser(self, colonne: str, attendu: str) -> T:  # type: ignore[type-var]
        raise TerritoireIllisible(
            f"{self.lieu}, colonne {colonne} : « {self.cellules[colonne]} » n'est pas {attendu}. "
            f"{REMEDE}"
        )


def _commune(ligne: _Ligne) -> Commune:
    return Commune(
        insee=ligne.texte("insee"),
        nom=ligne.texte("nom"),
        valable_du=ligne.si_rempli("valable_du", ligne.jour),
        valable_au=ligne.si_rempli("valable_au", ligne.jour),
        population=ligne.entier("population_municipale_2016"),
        lat=ligne.decimal("lat"),
        lon=ligne.decimal("lon"),
    )


def _quartier(ligne: _Ligne) -> Quartier:
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


def _sommet(ligne: _Ligne) -> tuple[str, str, int, float, float]:
    return (
        ligne.texte("insee"),
        ligne.texte("nom"),
        ligne.entier("ordre"),
        ligne.decimal("lon"),
        ligne.decimal("lat"),
    )
