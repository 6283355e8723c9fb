"""Periods with both days included, and calendar months."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from plie_metrics.erreurs import ErreurPlie


class PeriodeInvalide(ErreurPlie):
    """A period that ends before it starts."""


@dataclass(frozen=True, order=True, slots=True)
class Periode:
    """[du, au], both days included; raises PeriodeInvalide when `au` is before `du`."""

    du: date
    au: date

    def __post_init__(self) -> None:
        if self.au < self.du:
            raise PeriodeInvalide(
                f"La période finit le {self.au:%d/%m/%Y}, avant son début le {self.du:%d/%m/%Y} : "
                "inversez les deux dates."
            )

    @property
    def jours(self) -> int:
        """Number of days, both ends counted."""
        return (self.au - self.du).days + 1

    def contient(self, jour: date) -> bool:
        """True when the day lies in the period."""
        return self.du <= jour <= self.au

    def commun(self, autre: "Periode") -> "Periode | None":
        """The days that both periods hold, None when they share none."""
        du, au = max(self.du, autre.du), min(self.au, autre.au)
        return Periode(du, au) if du <= au else None


def decaler_mois(jour: date, mois: int) -> date:
    """The same day `mois` calendar months later (earlier if negative), clipped to month's end.

    31/08 + 6 months = 28/02 (or 29/02).
    """
    rang = jour.year * 12 + jour.month - 1 + mois
    annee, mois_civil = divmod(rang, 12)
    dernier = calendar.monthrange(annee, mois_civil + 1)[1]
    return date(annee, mois_civil + 1, min(jour.day, dernier))


def debut_mois(jour: date) -> date:
    """First day of the month of `jour`."""
    return jour.replace(day=1)


def fin_mois(jour: date) -> date:
    """Last day of the month of `jour`."""
    return decaler_mois(debut_mois(jour), 1) - timedelta(days=1)


def annee_a_date(jour: date) -> Periode:
    """From the first of January to `jour`."""
    return Periode(jour.replace(month=1, day=1), jour)


def annee(an: int) -> Periode:
    """The civil year."""
    return Periode(date(an, 1, 1), date(an, 12, 31))


def trimestre(an: int, rang: int) -> Periode:
    """The quarter of rank 1 to 4 of a year."""
    du = date(an, 3 * rang - 2, 1)
    return Periode(du, fin_mois(decaler_mois(du, 2)))


def mois(an: int, rang: int) -> Periode:
    """The month of rank 1 to 12 of a year."""
    du = date(an, rang, 1)
    return Periode(du, fin_mois(du))


def mois_de(periode: Periode) -> tuple[Periode, ...]:
    """The months of a period, in order; the first and the last are clipped to the period."""
    morceaux = []
    debut = debut_mois(periode.du)
    while debut <= periode.au:
        morceaux.append(Periode(max(debut, periode.du), min(fin_mois(debut), periode.au)))
        debut = decaler_mois(debut, 1)
    return tuple(morceaux)


def cle_mois(jour: date) -> str:
    """Key of a month in files and JSON: « 2016-08 »."""
    return f"{jour:%Y-%m}"
