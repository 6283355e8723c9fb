"""Will the target be met? The projection of an objective to the end of its period."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.flux import Observation, prevoir, prolonger
from plie_metrics.objectifs.loi import Loi
from plie_metrics.objectifs.saison import Saison

ETROIT: Final = 0.80
LARGE: Final = 0.95


@dataclass(frozen=True)
class Trajectoire:
    """Where one should stand at the arrêté to be on the way to the target.

    `lineaire`: the same every day; `saisonniere`: at the rhythm of past years, None without one.
    """

    lineaire: float
    saisonniere: float | None


@dataclass(frozen=True)
class Projection:
    """The end of the period as it can be foreseen from the arrêté.

    `valeur` is the expectation; the intervals hold 80 % and 95 % of the probability; intervals
    and `probabilite` (of reaching the target) are None without a complete past year.
    `rythme_necessaire` and `rythme_recent` are per calendar month (net of the exits for a level).
    """

    valeur: float
    bas80: float | None
    haut80: float | None
    bas95: float | None
    haut95: float | None
    probabilite: float | None
    trajectoire: Trajectoire
    rythme_necessaire: float | None
    rythme_recent: float | None


@dataclass(frozen=True)
class Avancement:
    """What is common to every objective at the arrêté: the target, the time gone, the rhythm.

    `part_temps`: days elapsed over the days of the period; `part_saison`: the same at the usual
    rhythm; `mois_restants`: calendar months to the end of the period, a part of one by its days.
    """

    cible: float
    part_temps: float
    part_saison: float | None
    mois_restants: float
    rythme_recent: float | None


def projeter_cumul(observation: Observation, saison: Saison, avancement: Avancement) -> Projection:
    """A target to accumulate (entrées, sorties positives)."""
    fait = observation.compte
    prevision = prevoir(observation, saison)
    return _assembler(
        fait + (prolonger(observation) if prevision is None else prevision.moyenne),
        None if prevision is None else prevision.loi.plus(fait),
        Trajectoire(
            avancement.cible * avancement.part_temps,
            None if avancement.part_saison is None else avancement.cible * avancement.part_saison,
        ),
        avancement,
        manque=avancement.cible - fait,
    )


def projeter_niveau(
    niveau: float,
    entrees: tuple[Observation, Saison],
    sorties: tuple[Observation, Saison],
    avancement: Avancement,
) -> Projection:
    """A level to hold (file active): today's, plus the entrées to come, minus the exits.

    The two flows are foreseen apart and taken as independent. Without a complete past year both
    go on at the rhythm seen so far.
    """
    venues, parties = prevoir(*entrees), prevoir(*sorties)
    trajectoire = Trajectoire(avancement.cible, None)
    manque = avancement.cible - niveau
    if venues is None or parties is None:
        droite = niveau + prolonger(entrees[0]) - prolonger(sorties[0])
        return _assembler(droite, None, trajectoire, avancement, manque=manque)
    loi = venues.loi.moins(parties.loi).plus(niveau)
    valeur = niveau + venues.moyenne - parties.moyenne
    return _assembler(valeur, loi, trajectoire, avancement, manque=manque)


def _assembler(
    valeur: float,
    loi: Loi | None,
    trajectoire: Trajectoire,
    avancement: Avancement,
    *,
    manque: float,
) -> Projection:
    bas80, haut80 = loi.intervalle(ETROIT) if loi else (None, None)
    bas95, haut95 = loi.intervalle(LARGE) if loi else (None, None)
    return Projection(
        valeur=valeur,
        bas80=bas80,
        haut80=haut80,
        bas95=bas95,
        haut95=haut95,
        probabilite=loi.au_moins(avancement.cible) if loi else None,
        trajectoire=trajectoire,
        rythme_necessaire=_rythme(manque, avancement.mois_restants),
        rythme_recent=avancement.rythme_recent,
    )


def _rythme(manque: float, mois_restants: float) -> float | None:
    """What each remaining month must bring; None when no time remains."""
    return max(0.0, manque) / mois_restants if mois_restants > 0 else None
