"""The JSON form of an answer, to the letter of the public contract, section 3."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plie_metrics.calcul.cible import Cible
from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation

Json = dict[str, Any]


def en_json(
    arrete: date,
    lot: Lot,
    profil: str,
    projections: Mapping[str, Json] | None = None,
    seuil: int | None = None,
) -> Json:
    """The whole answer; `seuil` is null and nothing is masked for the coordination.

    `projections`: by indicator, for those that have one (`objectifs.demande.projections`).
    """
    prevues = projections or {}
    reponse: Json = {
        "arrete": arrete.isoformat(),
        "du": lot.periode.du.isoformat(),
        "au": lot.periode.au.isoformat(),
        "filtres": {nom: list(valeurs) for nom, valeurs in lot.filtres.actifs.items()},
        "profil": profil,
        "seuil": seuil,
        "indicateurs": {
            nom: _indicateur(mesure, lot.cibles[nom], prevues.get(nom))
            for nom, mesure in lot.mesures.items()
        },
    }
    if lot.dimensions:
        reponse["ventilation"] = {
            "dimensions": list(lot.dimensions),
            "indicateurs": {nom: _ventilation(v) for nom, v in lot.ventilation.items()},
        }
    return reponse


def taux_realisation(mesure: Mesure, cible: Cible) -> float | None:
    """valeur / objectif; None without one or the other, or when nothing is aimed at."""
    if mesure.valeur is None or not cible.objectif:
        return None
    return mesure.valeur / cible.objectif


def motif(mesure: Mesure, cible: Cible) -> str | None:
    """Why the value, or else the objective, is not given."""
    return mesure.motif or cible.motif


def _indicateur(mesure: Mesure, cible: Cible, projection: Json | None) -> Json:
    return {
        "valeur": mesure.valeur,
        "numerateur": mesure.numerateur,
        "denominateur": mesure.denominateur,
        "objectif": cible.objectif,
        "objectif_prorata": cible.prorata,
        "taux_realisation": taux_realisation(mesure, cible),
        "projection": projection,
        "masque": mesure.masque,
        "motif": motif(mesure, cible),
    }


def _ventilation(ventilation: Ventilation) -> Json:
    modalites: dict[str, Any] = {}
    for cle, mesure in ventilation.cellules.items():
        cellule = _cellule(mesure)
        if len(cle) == 1:
            modalites[cle[0]] = cellule
        else:
            modalites.setdefault(cle[0], {})[cle[1]] = cellule
    return {"additif": ventilation.additif, "modalites": modalites}


def _cellule(mesure: Mesure) -> Json:
    return {
        "valeur": mesure.valeur,
        "numerateur": mesure.numerateur,
        "denominateur": mesure.denominateur,
        "masque": mesure.masque,
    }
