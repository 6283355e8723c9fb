"""The whole territory in memory: communes, quartiers and outlines, found by code and date."""

from dataclasses import dataclass
from datetime import date

from plie_metrics.territoire import communes as _communes
from plie_metrics.territoire import quartiers as _quartiers
from plie_metrics.territoire.communes import Commune
from plie_metrics.territoire.contours import Contour
from plie_metrics.territoire.quartiers import Quartier


@dataclass(frozen=True)
class Referentiel:
    """What `lecture.lire_territoire` reads."""

    communes: tuple[Commune, ...]
    quartiers: tuple[Quartier, ...]
    contours: tuple[Contour, ...]

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
