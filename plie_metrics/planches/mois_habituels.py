"""A flow month by month, with what is usual: season, limits, provisional months. Any profile.

Everything is read through the gate: the months of the two past years and of the year in course.
"""

from dataclasses import dataclass
from datetime import date

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.objectifs.saison import MOIS, saison
from plie_metrics.objectifs.variations import (
    Limites,
    Regle,
    Signal,
    Variations,
    desaisonner,
    lire_variations,
)
from plie_metrics.periodes import Periode, annee, annee_a_date, fin_mois
from plie_metrics.planches.regard import Regard


@dataclass(frozen=True)
class MoisHabituels:
    """The months of the past year and of this one, and what the usual rules say of them.

    `parts`: usual share of each civil month; limits are those of a month of average weight.
    `provisoires`: months not entirely entered, left out of the rules.
    """

    mesures: dict[date, Mesure]
    parts: tuple[float, ...]
    variations: Variations
    provisoires: frozenset[date]

    def limites_de(self, jour: date) -> Limites | None:
        """The limits of one month, its season given back."""
        limites = self.variations.limites
        if limites is None:
            return None
        poids = MOIS * self.parts[jour.month - 1]
        return Limites(limites.moyenne * poids, limites.basse * poids, limites.haute * poids)

    @property
    def hors_habitudes(self) -> frozenset[date]:
        """The months out of, or twice near, a limit; a long run on one side is told apart."""
        return frozenset(
            jour
            for signal in self.variations.signaux
            for jour in signal.mois
            if signal.regle is not Regle.SUITE
        )

    @property
    def derniere_suite(self) -> Signal | None:
        """The last run of eight months or more on one side of the mean."""
        suites = [s for s in self.variations.signaux if s.regle is Regle.SUITE]
        return suites[-1] if suites else None


def mois_habituels(regard: Regard, ident: str, objectif: str) -> MoisHabituels:
    """The months of a flow at the arrêté; `objectif`: the one whose follow-up tells what is late.

    Raises ErreurPlie when the profile may not see the months under these filters.
    """
    arrete = regard.identite.arrete
    courante = annee_a_date(arrete)
    faits = _mois(regard, ident, courante)
    mesures = {**_passe(regard, ident, arrete.year - 1), **faits}
    passes = {**_ancienne(regard, ident, arrete.year - 2), **_valeurs(mesures)}
    parts = saison({j: v for j, v in passes.items() if j.year < arrete.year}).parts
    provisoires = _provisoires(regard, objectif)
    complets = {
        jour: valeur
        for jour, valeur in _valeurs(mesures).items()
        if jour not in provisoires and fin_mois(jour) <= arrete
    }
    lues = lire_variations(desaisonner(complets, parts))
    return MoisHabituels(mesures, parts, lues, provisoires)


def _mois(regard: Regard, ident: str, periode: Periode) -> dict[date, Mesure]:
    cellules = regard.ventilation(ident, "mois", periode=periode).cellules
    return {date.fromisoformat(f"{cle}-01"): mesure for (cle,), mesure in cellules.items()}


def _passe(regard: Regard, ident: str, an: int) -> dict[date, Mesure]:
    """The months of a past year; none where the list of the profile does not go back so far."""
    try:
        return _mois(regard, ident, annee(an))
    except ErreurPlie:
        return {}


def _ancienne(regard: Regard, ident: str, an: int) -> dict[date, float]:
    """The year before the past one, when it may be seen and the extract holds it."""
    valeurs = _valeurs(_passe(regard, ident, an))
    return valeurs if all(valeurs.values()) else {}


def _valeurs(mesures: dict[date, Mesure]) -> dict[date, float]:
    return {jour: float(m.valeur) for jour, m in mesures.items() if m.valeur is not None}


def _provisoires(regard: Regard, objectif: str) -> frozenset[date]:
    suivi = regard.suivis().get(objectif)
    return frozenset(
        p.mois.du.replace(day=1) for p in (suivi.points if suivi else ()) if p.provisoire
    )
