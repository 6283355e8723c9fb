"""The one gate: what leaves it for a profile is all that can be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from plie_metrics.calcul.lot import Donnees, Lot, repondre
from plie_metrics.calcul.ventilation import VentilationRefusee
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.secret.calendrier import Offre
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.requetes import RequeteRefusee

AUCUN: Final = Filtres()


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

    def seuil_pour(self, filtres: Filtres) -> int | None:
        """The threshold that applies under these filters; None when figures are exact."""

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
    offres: tuple[Offre, ...] = ()
    reserves: tuple[str, ...] = ()

    def seuil_pour(self, filtres: Filtres) -> int | None:  # noqa: ARG002 - never any
        """No threshold."""
        return None

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
    _autres: Porte

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
