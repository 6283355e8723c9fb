"""What is imported: a folder of CSV files or an XLSX workbook, seen the same way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.classeur_texte import (
    lire_entetes_feuille,
    normaliser_feuille,
    ouvrir_classeur,
)
from plie_metrics.importation.csv_entete import lire_entetes_csv
from plie_metrics.importation.csv_texte import normaliser_csv
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.texte_normalise import TableRefusee, TexteNormalise

CSV: Final = ".csv"
CLASSEURS: Final = (".xlsx", ".xlsm")
AUTRES_CLASSEURS: Final = (".xls", ".ods", ".xlsb", ".numbers")
T = TypeVar("T")
Avancer = Callable[[int], None]


class Source(Protocol):
    """The tables of an extract, by the name of their file or sheet.

    `poids`: what `normaliser` will tell `avancer` in all, of each origin (bytes or rows).
    """

    nom: str
    origines: tuple[str, ...]

    def poids(self, origine: str) -> int:
        """Size of a table, in the unit of `avancer`."""

    def entetes(self, origine: str) -> tuple[str, ...]:
        """Its headings; raises TableRefusee."""

    def normaliser(self, origine: str, cible: Path, avancer: Avancer) -> TexteNormalise:
        """Its rows as plain text; raises TableRefusee."""


@contextmanager
def ouvrir_source(chemin: Path, limites: Limites) -> Iterator[Source]:
    """A folder or a workbook; raises SourceIllisible, a French sentence that names it."""
    if chemin.is_dir():
        yield _Dossier(chemin, limites)
    elif not chemin.is_file():
        raise SourceIllisible(f"« {chemin} » n’existe pas : vérifiez le chemin.")
    elif chemin.suffix.lower() in CLASSEURS:
        with ouvrir_classeur(chemin, limites) as classeur:
            yield _Classeur(chemin.name, classeur, limites)
    else:
        raise SourceIllisible(f"« {chemin.name} » ne peut pas être importé : {_remede(chemin)}")


def _remede(chemin: Path) -> str:
    if chemin.suffix.lower() == CSV:
        return "donnez le dossier qui contient les fichiers CSV, un par table."
    if chemin.suffix.lower() in AUTRES_CLASSEURS:
        return "ouvrez-le dans le tableur et enregistrez-le au format XLSX."
    return "donnez un dossier de fichiers CSV ou un classeur XLSX."


class _Dossier:
    """A folder: one CSV file a table."""

    def __init__(self, dossier: Path, limites: Limites) -> None:
        self.nom = dossier.resolve().name
        self._limites = limites
        self._fichiers = {
            fichier.name: fichier
            for fichier in _entrees(dossier, limites)
            if fichier.suffix.lower() == CSV and not fichier.name.startswith(".")
        }
        self._racine = dossier.resolve()
        self.origines = tuple(sorted(self._fichiers))
        if not self.origines:
            raise SourceIllisible(
                f"Le dossier « {self.nom} » ne contient aucun fichier CSV : donnez un dossier de "
                "fichiers CSV (participants.csv, parcours.csv…) ou un classeur XLSX."
            )

    def poids(self, origine: str) -> int:
        return self._sur(origine).stat().st_size

    def entetes(self, origine: str) -> tuple[str, ...]:
        return _essayer(lambda: lire_entetes_csv(self._sur(origine), self._limites))

    def normaliser(self, origine: str, cible: Path, avancer: Avancer) -> TexteNormalise:
        return _essayer(lambda: normaliser_csv(self._sur(origine), cible, self._limites, avancer))

    def _sur(self, origine: str) -> Path:
        """The file, when it is a real one and inside the folder."""
        fichier = self._fichiers[origine]
        if not fichier.resolve().is_relative_to(self._racine):
            raise TableRefusee(
                "ce lien mène hors du dossier de l’extrait : il n’a pas été lu.",
                "Remplacez-le par le fichier lui-même.",
            )
        if not fichier.is_file():
            raise TableRefusee(
                "ce n’est pas un fichier ordinaire : il n’a pas été lu.",
                "Remplacez-le par un fichier CSV.",
            )
        return fichier


class _Classeur:
    """A workbook: one sheet a table."""

    def __init__(self, nom: str, classeur: Any, limites: Limites) -> None:
        self.nom = nom
        self._limites = limites
        self._feuilles = {feuille.title: feuille for feuille in classeur.worksheets}
        self.origines = tuple(self._feuilles)

    def poids(self, origine: str) -> int:
        return int(self._feuilles[origine].max_row or 1)

    def entetes(self, origine: str) -> tuple[str, ...]:
        return lire_entetes_feuille(self._feuilles[origine], self._limites)

    def normaliser(self, origine: str, cible: Path, avancer: Avancer) -> TexteNormalise:
        return normaliser_feuille(self._feuilles[origine], cible, self._limites, avancer)


def _entrees(dossier: Path, limites: Limites) -> list[Path]:
    entrees = []
    for entree in dossier.iterdir():
        entrees.append(entree)
        if len(entrees) > limites.fichiers:
            raise SourceIllisible(
                f"Le dossier « {dossier.name} » contient plus de {limites.fichiers} fichiers : "
                "donnez un dossier qui ne contient que l’extrait."
            )
    return entrees


def _essayer(lire: Callable[[], T]) -> T:
    try:
        return lire()
    except OSError:
        raise TableRefusee(
            "le fichier n’a pas pu être lu.", "Vérifiez qu’il n’est pas ouvert ailleurs."
        ) from None
