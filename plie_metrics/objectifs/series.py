"""Monthly series of an indicator, through the indicators' own definitions."""

from collections.abc import Mapping
from datetime import date

from plie_metrics.calcul.ventilation import ventiler
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode

Serie = Mapping[date, float]
"""First day of month → flow of the month, or level at its last day (or at the period's)."""


def serie_mensuelle(vue: Vue, periode: Periode, identifiant: str) -> Serie:
    """Every month of the period, 0 where nothing happened; the ends are clipped to the period.

    Months whose value is undefined (a rate 0/0) are left out.
    """
    cellules = ventiler(vue, periode, (identifiant,), ("mois",))[identifiant].cellules
    return {
        date.fromisoformat(f"{cle[0]}-01"): float(mesure.valeur)
        for cle, mesure in cellules.items()
        if mesure.valeur is not None
    }
