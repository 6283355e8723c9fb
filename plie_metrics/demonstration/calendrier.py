"""Working days and months, on arrays of datetime64[D]."""

from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Jours = npt.NDArray[np.datetime64]

JAMAIS: Final = np.datetime64("NaT", "D")
AU_LOIN: Final = np.datetime64("2099-12-31", "D")


def paques(annee: int) -> date:
    """Easter Sunday (Oudin's algorithm, Gregorian calendar)."""
    siecle, dor = annee // 100, annee % 19
    lune = (siecle - siecle // 4 - (8 * siecle + 13) // 25 + 19 * dor + 15) % 30
    lune -= (lune // 28) * (1 - (lune // 28) * (29 // (lune + 1)) * ((21 - dor) // 11))
    semaine = (annee + annee // 4 + lune + 2 - siecle + siecle // 4) % 7
    rang = lune - semaine
    mois = 3 + (rang + 40) // 44
    return date(annee, mois, rang + 28 - 31 * (mois // 4))


def feries(annee: int) -> list[date]:
    """The eleven public holidays of the Code du travail (article L3133-1)."""
    fixes = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    mobiles = [paques(annee) + timedelta(days=jours) for jours in (1, 39, 50)]
    return [date(annee, mois, jour) for mois, jour in fixes] + mobiles


OUVRES: Final = np.busdaycalendar(
    holidays=[jour for annee in range(2010, 2019) for jour in feries(annee)]
)


def jours(serie: "pd.Series[Any]") -> Jours:
    """A date column as an array of days."""
    return serie.to_numpy(dtype="datetime64[D]")


def ouvre(dates: Jours, sens: str = "forward") -> Jours:
    """The nearest working day, at or after (`forward`), at or before (`backward`)."""
    decale: Jours = np.busday_offset(dates, 0, roll=sens, busdaycal=OUVRES)  # type: ignore[call-overload]
    return decale


def tirer(rng: np.random.Generator, debut: Jours, fin: Jours) -> Jours:
    """One working day in each [debut, fin]; an interval without any gives the next one."""
    ouvrables = np.busday_count(debut, fin + np.timedelta64(1, "D"), busdaycal=OUVRES)
    rang = (rng.random(len(debut)) * np.maximum(ouvrables, 1)).astype(int)
    tires: Jours = np.busday_offset(debut, rang, roll="forward", busdaycal=OUVRES)
    return tires


def mois_de(dates: Jours) -> Jours:
    """The month of each date, as datetime64[M]."""
    return dates.astype("datetime64[M]")


def premier(mois: Jours) -> Jours:
    """First day of each month."""
    return mois.astype("datetime64[D]")


def dernier(mois: Jours) -> Jours:
    """Last day of each month."""
    suivant = (mois.astype("datetime64[M]") + np.timedelta64(1, "M")).astype("datetime64[D]")
    return decaler(suivant, -1)


def decaler(dates: Jours, nombre: Any) -> Jours:
    """Dates moved by whole days (an array or a number, negative allowed)."""
    ecarts: Any = np.asarray(nombre).astype(int).astype("timedelta64[D]")
    return dates + ecarts  # type: ignore[no-any-return]
