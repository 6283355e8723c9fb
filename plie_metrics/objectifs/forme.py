"""The JSON form of a projection, to the letter of the public contract."""

from typing import Any

from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.objectifs.trajectoire import Point
from plie_metrics.periodes import cle_mois

Json = dict[str, Any]


def projection_json(suivi: Suivi) -> Json:
    """The projection of an objective; figures are not rounded, what is unknown is null.

    `trajectoire` says where to stand at the arrêté, and holds the months (`AAAA-MM`) of the
    curve. `moyenne_prevue` of a trajectory: mean of the month ends, for a level only.
    """
    projection = suivi.projection
    return {
        "valeur": projection.valeur,
        "bas80": projection.bas80,
        "haut80": projection.haut80,
        "bas95": projection.bas95,
        "haut95": projection.haut95,
        "probabilite": projection.probabilite,
        "trajectoire": {
            "lineaire": projection.trajectoire.lineaire,
            "saisonniere": projection.trajectoire.saisonniere,
            "moyenne_prevue": suivi.moyenne,
            "reserves": list(suivi.reserves),
            "mois": [_point(point) for point in suivi.points],
        },
        "rythme_necessaire": projection.rythme_necessaire,
        "rythme_recent": projection.rythme_recent,
    }


def _point(point: Point) -> Json:
    eventail = point.eventail
    return {
        "mois": cle_mois(point.mois.du),
        "constate": point.constate,
        "attendu": eventail.attendu,
        "bas80": eventail.bas80,
        "haut80": eventail.haut80,
        "bas95": eventail.bas95,
        "haut95": eventail.haut95,
        "lineaire": point.lineaire,
        "saisonniere": point.saisonniere,
        "completude": point.completude,
        "provisoire": point.provisoire,
    }
