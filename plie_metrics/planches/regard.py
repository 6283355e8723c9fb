"""A look: who, at which arrêté, over which period, through which filters, beside what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeVar

from plie_metrics.calcul.cible import Cible
from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.periodes import Periode
from plie_metrics.publications.chiffre import Publication
from plie_metrics.secret.porte import Porte
from plie_metrics.territoire.referentiel import Referentiel

T = TypeVar("T")
AUCUN: Final = Filtres()
SANS_CHOIX: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Identite:
    """Which snapshot is looked at; what every screen and export prints of it."""

    nom: str
    arrete: date
    empreinte: str
    source: str
    demonstration: bool


@dataclass(frozen=True, eq=False)
class Regard:
    """Everything a planche is made from; figures come through `porte` and nowhere else.

    `publication` opens a published document by its name. `avant`: the same look at what it is
    compared with, None without. `comparaison`: that in words (« depuis le 30/09/2016 »). `choix`:
    what is chosen on the page itself. Answers are kept: nothing is computed twice.
    """

    identite: Identite
    porte: Porte
    periode: Periode
    filtres: Filtres
    territoire: Referentiel
    publication: Callable[[str], Publication]
    avant: "Regard | None" = None
    comparaison: str = ""
    choix: Mapping[str, str] = field(default_factory=lambda: SANS_CHOIX)
    _memoire: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def cle(self) -> tuple[Any, ...]:
        """Equal for two looks that see the same: part of a memory's key.

        It holds the gate itself: an address in memory could be taken by another profile's gate.
        """
        return (
            self.identite,
            self.porte,
            self.periode,
            self.filtres,
            tuple(sorted(self.choix.items())),
            self.comparaison,
            self.avant.cle if self.avant else None,
        )

    def mesure(self, ident: str, *, filtres: Filtres | None = None) -> Mesure:
        """One indicator over the period, under the look's filters or others.

        Read in the lot of all: a page asks for many, and each population is then counted once.
        """
        mesures = self.lot(filtres=filtres).mesures
        if ident not in mesures:  # out of the closed list: the gate says so in its own words
            mesures = self.lot((), (ident,), filtres=filtres).mesures
        return mesures[ident]

    def cible(self, ident: str) -> Cible:
        """The objective that may stand beside it."""
        return self.lot().cibles[ident]

    def ventilation(
        self,
        ident: str,
        *dimensions: str,
        periode: Periode | None = None,
        filtres: Filtres | None = None,
    ) -> Ventilation:
        """One indicator by modality; raises ErreurPlie when the profile may not ask for it."""
        lot = self.lot(dimensions, (ident,), periode=periode, filtres=filtres)
        return lot.ventilation[ident]

    def lot(
        self,
        dimensions: tuple[str, ...] = (),
        identifiants: Iterable[str] | None = None,
        *,
        periode: Periode | None = None,
        filtres: Filtres | None = None,
    ) -> Lot:
        """Several indicators at once; raises ErreurPlie when the profile may not ask for them."""
        voulus = None if identifiants is None else tuple(identifiants)
        quand = self.periode if periode is None else periode
        sous = self.filtres if filtres is None else filtres
        cle = (quand, sous, dimensions, voulus)
        return self._garder(cle, lambda: self.porte.lire(quand, sous, dimensions, voulus))

    def suivis(self) -> Mapping[str, Suivi]:
        """Each objective in course at the arrêté that these filters have, with its projection."""
        return self._garder("suivis", lambda: self.porte.suivis(self.filtres))

    def calculer_une_fois(self, nom: str, calcul: Callable[[], T]) -> T:
        """What a planche computes beside the indicators, kept under a name of its own."""
        return self._garder(("propre", nom), calcul)

    def _garder(self, cle: Any, calcul: Callable[[], T]) -> T:
        if cle not in self._memoire:
            self._memoire[cle] = calcul()
        gardee: T = self._memoire[cle]
        return gardee
