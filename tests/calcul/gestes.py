"""Short ways to ask a tiny extract for a figure."""

from datetime import date
from typing import Any

from plie_metrics.calcul.bases import construire
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import Ventilation, ventiler
from plie_metrics.calcul.vue import Vue
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from tests.calcul.extraits import Extrait, extrait, tables

ANNEE = Periode(date(2016, 1, 1), date(2016, 12, 31))


def mesure(
    nom: str,
    extrait_: Extrait,
    periode: Periode = ANNEE,
    sans: tuple[str, ...] = (),
    **filtres: tuple[str, ...],
) -> Mesure:
    """The measure of one indicator."""
    vue = Vue(construire(tables(extrait_, sans)), Filtres(**filtres))
    return calculer(vue, periode, (nom,))[nom]


def valeur(nom: str, extrait_: Extrait, periode: Periode = ANNEE, **filtres: Any) -> Any:
    """Its value only."""
    return mesure(nom, extrait_, periode, **filtres).valeur


def ventilation(
    nom: str, extrait_: Extrait, *dims: str, periode: Periode = ANNEE, **filtres: Any
) -> Ventilation:
    """One indicator broken down."""
    vue = Vue(construire(tables(extrait_)), Filtres(**filtres))
    return ventiler(vue, periode, (nom,), dims)[nom]


def valeurs(nom: str, extrait_: Extrait, *dims: str, **autres: Any) -> dict[Any, Any]:
    """Its values by modality; a single dimension gives plain keys."""
    cellules = ventilation(nom, extrait_, *dims, **autres).cellules
    return {cle[0] if len(cle) == 1 else cle: m.valeur for cle, m in cellules.items()}


def suivi(*parcours: dict[str, Any], personnes: int = 1, **tables_: Any) -> Extrait:
    """An extract of `personnes` identical people with these parcours."""
    return extrait(participants=[{}] * personnes, parcours=parcours, **tables_)
