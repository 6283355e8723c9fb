"""A date as a person types it."""

import re
from datetime import date
from typing import Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.formats import jour

FRANCAISE: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class DateInvalide(ErreurPlie):
    """What was typed is no date, or is in the future."""


def lire_date(texte: str, aujourd_hui: date) -> date | None:
    """« 31/12/2016 » or « 2016-12-31 »; None when nothing is typed. Raises DateInvalide."""
    saisie = texte.strip()
    if not saisie:
        return None
    francaise, iso = FRANCAISE.fullmatch(saisie), ISO.fullmatch(saisie)
    try:
        if francaise:
            quand = date(int(francaise[3]), int(francaise[2]), int(francaise[1]))
        else:
            quand = date(*map(int, iso.groups())) if iso else _refuser(saisie)
    except ValueError:
        quand = _refuser(saisie)
    if quand > aujourd_hui:
        raise DateInvalide(
            f"Le {jour(quand)} n’est pas encore passé : donnez le dernier jour que l’extrait "
            "connaît."
        )
    return quand


def _refuser(saisie: str) -> date:
    raise DateInvalide(
        f"« {saisie[:20]} » n’est pas une date : écrivez-la JJ/MM/AAAA, par exemple 31/12/2016."
    )
