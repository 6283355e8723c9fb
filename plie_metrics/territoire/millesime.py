"""The outlines of the communes of one day, from those of another."""

from collections.abc import Sequence
from datetime import date, timedelta

from plie_metrics.territoire.communes import Commune, communes_au
from plie_metrics.territoire.contours import Contour, fondre
from plie_metrics.territoire.officiel import Perimetre


def contours_au(
    contours: Sequence[Contour],
    officiels: Sequence[Perimetre],
    communes: Sequence[Commune],
    quand: date,
) -> tuple[Contour, ...]:
    """One outline or more for each commune of that day, official first; none is left out silently.

    An outline is tied to a commune by its code and its name: 21452 names two communes.
    """
    trouves: list[Contour] = []
    for commune in communes_au(communes, quand):
        siens = _officiels(officiels, commune) or _siens(contours, commune)
        trouves += siens or _reunis(contours, communes, commune)
    return tuple(trouves)


def _officiels(officiels: Sequence[Perimetre], commune: Commune) -> list[Contour]:
    return [
        Contour(commune.insee, commune.nom, anneau)
        for perimetre in officiels
        if (perimetre.code, perimetre.nom) == (commune.insee, commune.nom)
        for anneau in perimetre.anneaux
    ]


def _siens(contours: Sequence[Contour], commune: Commune) -> list[Contour]:
    return [c for c in contours if (c.insee, c.nom) == (commune.insee, commune.nom)]


def _reunis(
    contours: Sequence[Contour], communes: Sequence[Commune], nouvelle: Commune
) -> list[Contour]:
    """The union of the communes that ended the day before this one began."""
    if nouvelle.valable_du is None:
        return []
    veille = nouvelle.valable_du - timedelta(days=1)
    anciennes = [commune for commune in communes if commune.valable_au == veille]
    anneaux = [c.points for ancienne in anciennes for c in _siens(contours, ancienne)]
    return [Contour(nouvelle.insee, nouvelle.nom, anneau) for anneau in fondre(anneaux) or anneaux]
