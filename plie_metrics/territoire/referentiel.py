"""The whole territory in memory: communes, quartiers and outlines, found by code and date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plie_metrics.territoire import communes as _communes
from plie_metrics.territoire import quartiers as _quartiers
from plie_metrics.territoire.communes import Commune
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.millesime import contours_au
from plie_metrics.territoire.officiel import Officiel, Perimetre
from plie_metrics.territoire.quartiers import Quartier


@dataclass(frozen=True)
class Referentiel:
    """What `lecture.lire_territoire` reads."""

    communes: tuple[Commune, ...]
    quartiers: tuple[Quartier, ...]
    contours: tuple[Contour, ...]
    officiels: Mapping[str, Officiel] = field(default_factory=dict)

    def contours_au(self, quand: date) -> tuple[Contour, ...]:
        """The outlines of the communes of that day: official where installed, else generalised.

        A commune born of a merger whose outline is not known is drawn from those it comes from.
        """
        communes = self.officiels.get("communes")
        officiels = communes.perimetres if communes else ()
        return contours_au(self.contours, officiels, self.communes, quand)

    def perimetre(self, code: str) -> Perimetre | None:
        """The official perimeter of a QPV, None where none is installed."""
        quartiers = self.officiels.get("qpv")
        connus = quartiers.perimetres if quartiers else ()
        return next((p for p in connus if p.code == code), None)

    def communes_au(self, quand: date) -> tuple[Commune, ...]:
        """The communes that exist on that day."""
        return _communes.communes_au(self.communes, quand)

    def commune(self, insee: str, quand: date) -> Commune:
        """The commune of that code on that day; raises CommuneInconnue."""
        return _communes.trouver(self.communes, insee, quand)

    def quartiers_au(self, quand: date) -> tuple[Quartier, ...]:
        """The QPV and quartiers de veille of that day, QPV first."""
        return _quartiers.quartiers_au(self.quartiers, quand)

    def quartier(self, code: str) -> Quartier:
        """The quartier of that code; raises QuartierInconnu."""
        return _quartiers.trouver(self.quartiers, code)

    def noms(self, quand: date) -> dict[str, dict[str, str]]:
        """Names by filter and code on that day: what may be chosen though nobody lives there."""
        return {
            "commune": {commune.insee: commune.nom for commune in self.communes_au(quand)},
            "qpv": {quartier.code: quartier.nom for quartier in self.quartiers_au(quand)},
        }
