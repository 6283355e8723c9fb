"""A look beside an earlier one: the same question, a year before or at another arrêté."""

from collections.abc import Iterable
from dataclasses import replace

from plie_metrics.periodes import Periode, decaler_mois
from plie_metrics.planches.calendrier import Choix, meme_choix
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import jour


def un_an_plus_tot(vu: Regard) -> Regard:
    """With the same period of the year before; without when the profile may not ask for it."""
    avant = Periode(*(decaler_mois(borne, -12) for borne in (vu.periode.du, vu.periode.au)))
    if vu.porte.offres and avant not in {offre.periode for offre in vu.porte.offres}:
        return vu
    return replace(vu, avant=replace(vu, periode=avant, _memoire={}), comparaison="en un an")


def depuis(vu: Regard, choisi: Choix, avant: Regard, la: Iterable[Choix]) -> Regard:
    """With what `avant` saw of the same choice; without when there is no such period there.

    `avant` looks at the other arrêté, whatever its period; `la`: the choices offered there.
    """
    alors = meme_choix(choisi, la)
    if alors is None:
        return vu
    mots = f"depuis le {jour(avant.identite.arrete)}"
    return replace(vu, avant=replace(avant, periode=alors.periode, _memoire={}), comparaison=mots)
