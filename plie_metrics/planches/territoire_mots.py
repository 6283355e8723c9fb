"""The words of Territoire: what the map counts, its credits, what breaks the series."""

from datetime import date
from typing import Final

from plie_metrics.planches.lieux_vus import LieuxVus
from plie_metrics.planches.mots import la_periode, nommer
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.cartes.lieux import Nature
from plie_metrics.presentation.formats import jour, liste

RUPTURE: Final = date(2024, 1, 1)
CREDITS: Final = (
    "Population municipale 2016 : INSEE. Quartiers : ANCT. Contours généralisés : IGN, GEOFLA 2.2 "
    "(2016), Licence Ouverte."
)


def portee(regard: Regard) -> str:
    """Period, and the filters that act on the map: not the place, which is outlined."""
    autres = {n: v for n, v in regard.filtres.actifs.items() if n not in ("commune", "qpv")}
    if not autres:
        return f"{la_periode(regard.periode)} · tout le territoire"
    dits = liste([nommer(regard, nom, valeur) for nom, vs in autres.items() for valeur in vs])
    return f"{la_periode(regard.periode)} · tout le territoire, {dits}"


def credits_de(regard: Regard) -> str:
    """Credits of the figures and of the outlines, official ones cited as they were installed."""
    officiels = regard.territoire.officiels.values()
    dits = [
        f"Périmètres officiels ({'communes' if o.genre == 'communes' else 'QPV'}) : "
        f"{o.provenance['source']}, {o.provenance['licence']}, {o.provenance['date']}."
        for o in officiels
    ]
    return " ".join([CREDITS, *dits])


def reserve_quartiers(regard: Regard, vus: LieuxVus) -> str:
    """Which list is in force, what broke the series, what is not placed."""
    quand = regard.identite.arrete
    non_places = [vu.lieu.nom for vu in vus.quartiers if vu.lieu.point is None]
    dits = [
        "Liste de 2024 (six QPV, dont quatre agrandis) : rupture de série avec la liste de 2015, "
        "les chiffres d’avant et d’après ne se comparent pas."
        if quand >= RUPTURE
        else "Liste de 2015 (cinq QPV), en vigueur jusqu’au 31/12/2023. Celle de 2024 change les "
        "périmètres : rupture de série."
    ]
    if regard.avant and (regard.avant.identite.arrete >= RUPTURE) != (quand >= RUPTURE):
        dits.append(
            f"La comparaison avec l’arrêté du {jour(regard.avant.identite.arrete)} franchit cette "
            "rupture."
        )
    if any(vu.lieu.nature is Nature.VEILLE for vu in vus.quartiers):
        dits.append("Un quartier de veille n’est pas un QPV : il n’entre pas dans leur total.")
    if non_places:
        dits.append(f"Sans position connue, non placé sur la carte : {liste(non_places)}.")
    return " ".join(dits)
