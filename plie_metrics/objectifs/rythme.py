"""A flow at the arrêté: its season, and what is known of it with the months' completeness."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from plie_metrics.calcul.calcul import calculer
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.annees import avant
from plie_metrics.objectifs.completude import Completude
from plie_metrics.objectifs.contexte import Contexte
from plie_metrics.objectifs.flux import Observation
from plie_metrics.objectifs.saison import Saison, saison
from plie_metrics.periodes import Periode, decaler_mois, fin_mois, mois_de

PART_MINIMALE: Final = 0.1
"""A past month entered for less than that cannot be scaled up."""
MOIS_RECENTS: Final = 3
"""Months of the recent rhythm."""
AUCUN: Final = Filtres()


@dataclass(frozen=True)
class Flux:
    """A flow ready to be foreseen: its season, its completeness, the total of the past year.

    `annees`: complete years before the period; `precedente`: total of the last one, corrected for
    what is not entered yet, None without any.
    """

    identifiant: str
    filtres: Filtres
    saison: Saison
    completude: Completude
    annees: tuple[int, ...]
    precedente: float | None

    def couverture(self, periode: Periode) -> float:
        """Years of usual rhythm that the entries of a period stand for."""
        return sum(
            self.saison.exposition(mois) * self.completude.part(mois) for mois in mois_de(periode)
        )

    def reste(self, periode: Periode, arrete: date) -> float:
        """Years of usual rhythm of a period still to come or, before the arrêté, to be entered."""
        passee = periode.commun(Periode(date.min, arrete))
        venir = periode.commun(Periode(arrete + timedelta(days=1), date.max))
        retard = self.saison.exposition(passee) - self.couverture(passee) if passee else 0.0
        return max(0.0, retard) + (self.saison.exposition(venir) if venir else 0.0)


def preparer_flux(contexte: Contexte, identifiant: str, filtres: Filtres, debut: date) -> Flux:
    """The flow for a period that begins on `debut`.

    Under filters the shares of the months are those of the whole PLIE; their noise is the flow's.
    """
    completude = contexte.completude(identifiant)
    annees = avant(contexte.annees, debut)
    ensemble = saison(_corriges(contexte, identifiant, AUCUN, annees))
    siens = _corriges(contexte, identifiant, filtres, annees)
    propre = saison(siens, ensemble.parts) if filtres.actifs else ensemble
    precedente = _precedente(contexte, identifiant, filtres, annees, propre)
    return Flux(identifiant, filtres, propre, completude, annees, precedente)


def observer(contexte: Contexte, flux: Flux, periode: Periode, retard: float = 0.0) -> Observation:
    """What is known of the flow over a period that has begun.

    `retard`: exposure of earlier months not entered yet, when late entries about them matter.
    """
    passee = Periode(periode.du, min(periode.au, contexte.arrete))
    compte = compter(contexte, flux, passee)
    exposition = flux.couverture(passee)
    totale = flux.saison.exposition(periode) + retard
    return Observation(compte, exposition, totale, flux.precedente)


def compter(contexte: Contexte, flux: Flux, periode: Periode) -> float:
    """Events counted in a period; 0 when the indicator cannot be computed."""
    mesure = calculer(contexte.vue(flux.filtres), periode, (flux.identifiant,))[flux.identifiant]
    return float(mesure.valeur or 0)


def rythme_recent(contexte: Contexte, flux: Flux) -> float | None:
    """Events per calendar month over MOIS_RECENTS months, corrected for what is not entered yet.

    Months weigh alike, without season: it is a fact observed, not a forecast. None when nothing
    of these months can be entered yet.
    """
    fenetre = derniers_mois(contexte.arrete)
    poids = sum(en_mois(mois) * flux.completude.part(mois) for mois in mois_de(fenetre))
    return compter(contexte, flux, fenetre) / poids if poids > PART_MINIMALE else None


def derniers_mois(arrete: date) -> Periode:
    """The last MOIS_RECENTS months up to the arrêté, whole ones when it ends a month."""
    if arrete == fin_mois(arrete):
        return Periode(decaler_mois(arrete.replace(day=1), 1 - MOIS_RECENTS), arrete)
    return Periode(decaler_mois(arrete, -MOIS_RECENTS) + timedelta(days=1), arrete)


def en_mois(periode: Periode) -> float:
    """Length in calendar months: whole ones count 1, a part of one its share of days."""
    return sum(mois.jours / fin_mois(mois.du).day for mois in mois_de(periode))


def _corriges(
    contexte: Contexte, identifiant: str, filtres: Filtres, annees: tuple[int, ...]
) -> dict[date, float]:
    completude = contexte.completude(identifiant)
    serie = contexte.passe(identifiant, filtres)
    return {
        jour: compte / max(completude.part(Periode(jour, fin_mois(jour))), PART_MINIMALE)
        for jour, compte in serie.items()
        if jour.year in annees
    }


def _precedente(
    contexte: Contexte,
    identifiant: str,
    filtres: Filtres,
    annees: tuple[int, ...],
    propre: Saison,
) -> float | None:
    if not annees or not propre.annees:
        return None
    completude = contexte.completude(identifiant)
    derniere = [
        (Periode(jour, fin_mois(jour)), compte)
        for jour, compte in contexte.passe(identifiant, filtres).items()
        if jour.year == annees[-1]
    ]
    exposition = sum(propre.exposition(mois) * completude.part(mois) for mois, _ in derniere)
    return sum(compte for _, compte in derniere) / exposition
