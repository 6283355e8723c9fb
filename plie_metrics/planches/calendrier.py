"""The periods that may be chosen at an arrêté, each with its name, the usual ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.periodes import Periode, annee, annee_a_date, fin_mois, mois, trimestre
from plie_metrics.presentation.formats import jour, mois_long
from plie_metrics.secret.calendrier import Offre

ANNEES: Final = 3


@dataclass(frozen=True)
class Choix:
    """A period and how it is called; `a_l_arrete`: it ends with the data, whatever the arrêté."""

    nom: str
    periode: Periode
    a_l_arrete: bool = False


def choix_offerts(
    arrete: date, protocole: date, offres: Iterable[Offre] = (), annees: int = ANNEES
) -> tuple[Choix, ...]:
    """The year to date first, then the protocole to date, years, quarters, months, latest first.

    `offres`: the closed list of a protected profile; only its periods are then kept.
    """
    permises = {offre.periode for offre in offres}
    tous = _tous(arrete, protocole, annees)
    return tuple(c for c in tous if not permises or c.periode in permises)


def meme_choix(choisi: Choix, la: Iterable[Choix]) -> Choix | None:
    """The same choice at another arrêté: what begins as it does, to date; else the same period."""
    connus = tuple(la)
    if choisi.a_l_arrete:
        a_date = [c for c in connus if c.a_l_arrete and c.periode.du == choisi.periode.du]
        return a_date[0] if a_date else None
    return next((c for c in connus if c.periode == choisi.periode), None)


def _tous(arrete: date, protocole: date, annees: int) -> list[Choix]:
    ans = range(arrete.year, arrete.year - annees, -1)
    trouves = {annee_a_date(arrete): _cumul(arrete)}
    if protocole < arrete and protocole != annee_a_date(arrete).du:
        depuis = Periode(protocole, arrete)
        nom = f"Depuis le début du protocole au {jour(arrete)}"
        trouves.setdefault(depuis, Choix(nom, depuis, True))
    for an in ans:
        trouves.setdefault(annee(an), Choix(f"Année {an}", annee(an)))
    for an in ans:
        for rang in (4, 3, 2, 1):
            nom = f"{'1er' if rang == 1 else f'{rang}e'} trimestre {an}"
            trouves.setdefault(trimestre(an, rang), Choix(nom, trimestre(an, rang)))
    for an in ans:
        for rang in range(12, 0, -1):
            periode = mois(an, rang)
            trouves.setdefault(periode, Choix(mois_long(periode.du).capitalize(), periode))
    return [choix for choix in trouves.values() if choix.periode.au <= arrete]


def _cumul(arrete: date) -> Choix:
    periode = annee_a_date(arrete)
    if arrete == fin_mois(arrete) and arrete.month == 12:
        return Choix(f"Année {arrete.year}", periode, True)
    return Choix(f"Cumul {arrete.year} au {jour(arrete)}", periode, True)
