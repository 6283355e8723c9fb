"""What the examination of an extract gives: errors, warnings, rows; publishable or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import TracebackType
from typing import Final, Self

from plie_metrics.importation.anomalie import Anomalie, Avertissement
from plie_metrics.importation.atelier import Atelier
from plie_metrics.presentation.formats import jour, nombre

APERCU: Final = 1000


@dataclass(frozen=True)
class Rapport:
    """An extract, read whole; a context manager, as it holds the extract until it is closed.

    `source`: name of the folder or workbook. `lignes`: table → rows read. `nombre_anomalies`:
    how many errors, which `anomalies` lists.
    """

    source: str
    arrete: date
    lignes: Mapping[str, int]
    avertissements: tuple[Avertissement, ...]
    nombre_anomalies: int
    atelier: Atelier

    @property
    def publiable(self) -> bool:
        """True when nothing forbids publishing."""
        return self.nombre_anomalies == 0

    def anomalies(self, table: str | None = None) -> Iterator[Anomalie]:
        """Every error (of one table), line by line; read as it goes, there may be millions."""
        return self.atelier.anomalies(table)

    def premieres(self, combien: int = APERCU) -> tuple[Anomalie, ...]:
        """The first errors, for a screen."""
        return tuple(islice(self.anomalies(), combien))

    def resume(self) -> str:
        """One French sentence: what was found."""
        if self.publiable:
            total = nombre(sum(self.lignes.values()))
            return f"Extrait du {jour(self.arrete)} : {total} lignes lues, aucune erreur."
        mot = "erreur" if self.nombre_anomalies == 1 else "erreurs"
        return (
            f"Rien n’a été publié : {nombre(self.nombre_anomalies)} {mot} dans l’extrait "
            f"« {self.source} »."
        )

    def fermer(self) -> None:
        """Forget the extract; to be called once done (or use `with`)."""
        self.atelier.fermer()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _erreur: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.fermer()
