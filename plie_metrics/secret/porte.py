"""The one gate: what leaves it for a profile is all that can be shown."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

import pandas as pd

from plie_metrics.calcul.lot import Donnees, Lot, repondre
from plie_metrics.calcul.ventilation import VentilationRefusee
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.suivi import Suivi, suivis
from plie_metrics.periodes import Periode
from plie_metrics.secret.calendrier import Offre
from plie_metrics.secret.detail import Detail, DetailRefuse
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.requetes import RequeteRefusee

AUCUN: Final = Filtres()
ANNEXES: Final = ("finances",)
"""Tables that count nobody: every profile may read them."""


def annexes(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Those of these tables that count nobody."""
    return {nom: tables[nom] for nom in ANNEXES if nom in tables}


class Porte(Protocol):
    """The figures of one arrêté for one profile; the only door for pages, files and commands.

    `offres` are the periods of the closed list, () when any may be asked; `reserves` French
    sentences on what could not be checked.
    """

    @property
    def profil(self) -> Profil:
        """Who looks."""

    @property
    def arrete(self) -> date:
        """Day of the arrêté."""

    @property
    def offres(self) -> tuple[Offre, ...]:
        """The periods that may be asked."""

    @property
    def reserves(self) -> tuple[str, ...]:
        """What could not be checked."""

    @property
    def referent(self) -> str | None:
        """Whose portfolio is theirs; None without."""

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables that the extract holds."""

    @property
    def modalites(self) -> Mapping[str, Collection[str]]:
        """The values that each filter may take, where the profile may know which are met."""

    def seuil_pour(self, filtres: Filtres) -> int | None:
        """The threshold that applies under these filters; None when figures are exact."""

    def suivis(self, filtres: Filtres = AUCUN) -> Mapping[str, Suivi]:
        """Each objective in course under these filters, with its projection; none when hidden."""

    @property
    def sans_suivi(self) -> Mapping[str, str]:
        """In French, why an objective in course is not projected, by indicator."""

    def annexe(self, nom: str) -> pd.DataFrame | None:
        """A table that counts nobody (`ANNEXES`), None when the extract has none."""

    def detail(self) -> Detail:
        """The cases, to be aggregated; raises DetailRefuse for who sees aggregates only."""

    def dossiers(self) -> Detail:
        """The cases, to be listed; raises DetailRefuse for who may list none."""

    def lire(
        self,
        periode: Periode,
        filtres: Filtres = AUCUN,
        dimensions: tuple[str, ...] = (),
        identifiants: Iterable[str] | None = None,
    ) -> Lot:
        """Answer a request as `calcul.lot.repondre` does; raises ErreurPlie when it is refused."""


@dataclass(frozen=True, eq=False)
class PorteExacte:
    """Exact figures, for the profiles that may see them all."""

    profil: Profil
    arrete: date
    _donnees: Donnees
    _detail: Detail
    offres: tuple[Offre, ...] = ()
    reserves: tuple[str, ...] = ()
    referent: str | None = None

    @property
    def tables(self) -> frozenset[str]:
        """Those of the snapshot."""
        return frozenset(self._detail.tables)

    @property
    def modalites(self) -> Mapping[str, Collection[str]]:
        """Those of the data and of the territory."""
        return self._donnees.modalites

    def seuil_pour(self, filtres: Filtres) -> int | None:  # noqa: ARG002 - never any
        """No threshold."""
        return None

    def suivis(self, filtres: Filtres = AUCUN) -> Mapping[str, Suivi]:
        """Under any filter."""
        return suivis(self._detail.contexte, filtres)

    @property
    def sans_suivi(self) -> Mapping[str, str]:
        """All are projected."""
        return {}

    def annexe(self, nom: str) -> pd.DataFrame | None:
        """Whole."""
        return annexes(self._detail.tables).get(nom)

    def detail(self) -> Detail:
        """All the cases."""
        return self._detail

    def dossiers(self) -> Detail:
        """All the cases, for the coordination alone."""
        if not self.profil.dossiers:
            raise DetailRefuse(self.profil)
        return self._detail

    def lire(
        self,
        periode: Periode,
        filtres: Filtres = AUCUN,
        dimensions: tuple[str, ...] = (),
        identifiants: Iterable[str] | None = None,
    ) -> Lot:
        """The exact answer."""
        return repondre(self._donnees, periode, filtres, dimensions, identifiants)


@dataclass(frozen=True, eq=False)
class PorteReferent:
    """A référent: exact figures of their own portfolio, the rest through the gate of a financeur.

    What they know of their own people they may subtract from the rest: no mask can prevent it.
    """

    profil: Profil
    arrete: date
    referent: str
    _siennes: Donnees
    _portefeuille: Detail
    _autres: Porte

    @property
    def tables(self) -> frozenset[str]:
        """Those of the snapshot."""
        return self._autres.tables

    @property
    def modalites(self) -> Mapping[str, Collection[str]]:
        """Themselves, as a référent; the rest as the others know it."""
        return {**self._autres.modalites, "referent": (self.referent,)}

    @property
    def offres(self) -> tuple[Offre, ...]:
        """The periods of what is not their portfolio."""
        return self._autres.offres

    @property
    def reserves(self) -> tuple[str, ...]:
        """What could not be checked."""
        return self._autres.reserves

    def seuil_pour(self, filtres: Filtres) -> int | None:
        """None in their portfolio."""
        return None if filtres.referent else self._autres.seuil_pour(filtres)

    def suivis(self, filtres: Filtres = AUCUN) -> Mapping[str, Suivi]:
        """Those of their portfolio under the filter of their own identifier."""
        if filtres.referent == (self.referent,):
            return suivis(self._portefeuille.contexte, filtres)
        return self._autres.suivis(filtres)

    @property
    def sans_suivi(self) -> Mapping[str, str]:
        """Those of what is not their portfolio."""
        return self._autres.sans_suivi

    def annexe(self, nom: str) -> pd.DataFrame | None:
        """As the others see it."""
        return self._autres.annexe(nom)

    def detail(self) -> Detail:
        """Refused: what is aggregated over all the référents is not theirs."""
        return self._autres.detail()

    def dossiers(self) -> Detail:
        """Their own portfolio."""
        return self._portefeuille

    def lire(
        self,
        periode: Periode,
        filtres: Filtres = AUCUN,
        dimensions: tuple[str, ...] = (),
        identifiants: Iterable[str] | None = None,
    ) -> Lot:
        """Exact under the filter of their own identifier; raises RequeteRefusee for another's."""
        if not filtres.referent:
            return self._autres.lire(periode, filtres, dimensions, identifiants)
        if filtres.referent != (self.referent,):
            raise RequeteRefusee(
                "Un référent ne voit que son propre portefeuille : retirez les autres référents."
            )
        if "referent" in dimensions:
            raise VentilationRefusee("Votre portefeuille ne se ventile pas par référent.")
        return repondre(self._siennes, periode, filtres, dimensions, identifiants)
