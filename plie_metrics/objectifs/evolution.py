"""What changed since the last arrêté? Each difference split into parts that add up to it.

- real activity: what the days after the old arrêté brought;
- late entries: what was entered since about days up to the old arrêté;
- corrections and deletions: what the old arrêté said and the new one says otherwise;
- change of definition: the old figure as it was recorded then, against today's definition.

Both figures run from the same first day to their own arrêté. See etats.py for the steps.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from plie_metrics.calcul.bases import construire
from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.vue import Vue
from plie_metrics.catalogue import charger
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.etats import Tables, enchainer
from plie_metrics.objectifs.listes import Mouvement, contributions, mouvements
from plie_metrics.objectifs.rythme import AUCUN
from plie_metrics.periodes import Periode

INDEFINI: Final = (
    "La différence ne se décompose pas : l’une des valeurs n’est pas définie ou n’est pas "
    "calculable dans l’un des deux arrêtés."
)


class ArretesMalRanges(ErreurPlie):
    """Two snapshots that do not follow each other."""


@dataclass(frozen=True)
class Arrete:
    """A snapshot to compare: its day and its tables by name."""

    jour: date
    tables: Tables


@dataclass(frozen=True)
class Enregistre:
    """A figure as it was recorded at the old arrêté, with the version of its definition."""

    valeur: float
    version: int


@dataclass(frozen=True)
class Parts:
    """The parts of a difference, in the indicator's unit; they add up to it."""

    activite: float
    saisie_tardive: float
    corrections: float
    definition: float

    @property
    def total(self) -> float:
        """The difference."""
        return self.activite + self.saisie_tardive + self.corrections + self.definition


@dataclass(frozen=True)
class Listes:
    """The parcours behind each part, for the staff; None where rows cannot be tied to parcours."""

    activite: tuple[Mouvement, ...] | None
    saisie_tardive: tuple[Mouvement, ...] | None
    corrections: tuple[Mouvement, ...] | None


@dataclass(frozen=True)
class Evolution:
    """An indicator between two arrêtés; `parts` is None, and `motif` says why, when undefined.

    `versions`: of the definition, then and now; the same when nothing was recorded.
    """

    avant: float | None
    apres: float | None
    parts: Parts | None
    listes: Listes
    versions: tuple[int, int]
    motif: str | None = None


def evolution(
    ancien: Arrete,
    nouveau: Arrete,
    *,
    depuis: date | None = None,
    filtres: Filtres = AUCUN,
    indicateurs: Iterable[str] | None = None,
    enregistres: Mapping[str, Enregistre] | None = None,
) -> dict[str, Evolution]:
    """Each indicator (all by default) from `depuis` (1st of January of the old arrêté's year).

    `enregistres`: the figures that the old edition showed; without them both arrêtés are computed
    with today's definitions. Raises ArretesMalRanges.
    """
    if nouveau.jour < ancien.jour:
        raise ArretesMalRanges(
            f"L’arrêté du {nouveau.jour:%d/%m/%Y} précède celui du {ancien.jour:%d/%m/%Y} : "
            "inversez-les pour voir ce qui a changé."
        )
    etapes = _etapes(ancien, nouveau, depuis or ancien.jour.replace(month=1, day=1), filtres)
    noms = tuple(charger() if indicateurs is None else indicateurs)
    mesures = [calculer(etape.vue, etape.periode, noms) for etape in etapes]
    return {
        nom: _evolution(nom, [m[nom] for m in mesures], etapes, (enregistres or {}).get(nom))
        for nom in noms
    }


@dataclass(frozen=True, eq=False)
class _Etape:
    """A state of the data, looked at through the filters over its period."""

    vue: Vue
    periode: Periode
    tables: Tables

    def contributions(self, nom: str) -> Mapping[str, tuple[float, ...]] | None:
        return contributions(nom, self.vue, self.periode, self.tables["parcours"])


def _etapes(ancien: Arrete, nouveau: Arrete, depuis: date, filtres: Filtres) -> list[_Etape]:
    etats = enchainer(ancien.tables, nouveau.tables, ancien.jour)
    avant, apres = Periode(depuis, ancien.jour), Periode(depuis, nouveau.jour)
    suite = (
        (etats.ancien, avant),
        (etats.corrige, avant),
        (etats.complete, avant),
        (etats.nouveau, apres),
    )
    return [_Etape(Vue(construire(t), filtres), periode, t) for t, periode in suite]


def _evolution(
    nom: str, mesures: list[Mesure], etapes: list[_Etape], enregistre: Enregistre | None
) -> Evolution:
    version = charger()[nom].version
    valeurs = [mesure.valeur for mesure in mesures]
    avant = enregistre.valeur if enregistre else valeurs[0]
    definies = [float(v) for v in (avant, *valeurs) if v is not None]
    if len(definies) < len(valeurs) + 1:
        motif = next((m.motif for m in mesures if m.motif), INDEFINI)
        rien = Listes(None, None, None)
        return Evolution(avant, valeurs[-1], None, rien, (version, version), motif)
    enregistree, ancienne, corrigee, completee, nouvelle = definies
    parts = Parts(
        activite=nouvelle - completee,
        saisie_tardive=completee - corrigee,
        corrections=corrigee - ancienne,
        definition=ancienne - enregistree,
    )
    versions = (enregistre.version if enregistre else version, version)
    return Evolution(avant, valeurs[-1], parts, _listes(nom, etapes), versions)


def _listes(nom: str, etapes: list[_Etape]) -> Listes:
    par_etape = [etape.contributions(nom) for etape in etapes]
    corrections, tardives, activite = (
        mouvements(avant, apres) for avant, apres in pairwise(par_etape)
    )
    return Listes(activite, tardives, corrections)
