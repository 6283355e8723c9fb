"""Will each objective in course at the arrêté be met? Its projection, its months, its reserves."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from plie_metrics.calcul.calcul import calculer, impossible
from plie_metrics.calcul.cible import Objectif, perimetres
from plie_metrics.calcul.registre import RECETTES, definition
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.contexte import Contexte
from plie_metrics.objectifs.flux import Observation
from plie_metrics.objectifs.projection import (
    Avancement,
    Projection,
    projeter_cumul,
    projeter_niveau,
)
from plie_metrics.objectifs.rythme import (
    AUCUN,
    Flux,
    en_mois,
    observer,
    preparer_flux,
    rythme_recent,
)
from plie_metrics.objectifs.series import serie_mensuelle
from plie_metrics.objectifs.trajectoire import (
    Chemin,
    Point,
    avec_retards,
    points_cumul,
    points_niveau,
)
from plie_metrics.periodes import Periode

FILE_ACTIVE: Final = "file_active"
SANS_ANNEE: Final = (
    "Il n’y a pas d’année passée complète dans l’extrait : la projection est une ligne droite, "
    "sans intervalle ni probabilité."
)


@dataclass(frozen=True)
class Suivi:
    """An objective in course at the arrêté.

    `realise`: counted so far (the level, for a level); `points`: month by month; `moyenne`: for a
    level, the mean of the month ends over the period, expected ones included; `annees`: complete
    past years behind the model; `reserves`: French sentences on what is not known.
    """

    objectif: Objectif
    filtres: Filtres
    arrete: date
    realise: float
    projection: Projection
    points: tuple[Point, ...]
    moyenne: float | None
    annees: tuple[int, ...]
    reserves: tuple[str, ...]


@dataclass(frozen=True)
class Etat:
    """A projection and what it was made from: the flow, or the two flows of a level."""

    realise: float
    projection: Projection
    flux: tuple[tuple[Flux, Observation], ...]


def suivis(contexte: Contexte, filtres: Filtres = AUCUN) -> dict[str, Suivi]:
    """The follow-up of each objective in course whose perimeter equals the filters, by indicator.

    Of two perimeters (`referent:R1`, `referent`) the most precise is kept; of two periods, the
    longest. An indicator that cannot be projected, or computed here, has none. Raises
    IndicateurInconnu for an objective whose indicator does not exist.
    """
    trouves: dict[str, Suivi] = {}
    vue = contexte.vue(filtres)
    for perimetre in perimetres(filtres):
        for objectif in _en_cours(contexte, perimetre):
            nom = objectif.indicateur
            if nom not in trouves and projetable(nom) and not impossible(vue, nom):
                trouves[nom] = suivre_objectif(contexte, objectif, filtres)
    return trouves


def projetable(identifiant: str) -> bool:
    """True for a flow whose months add up to its total, and for the file active."""
    indicateur, population = definition(identifiant), RECETTES[identifiant].population
    datee = population.datee and indicateur.nature == "flux" and indicateur.base is None
    return identifiant == FILE_ACTIVE or (indicateur.type_objectif == "cumul" and datee)


def suivre_objectif(contexte: Contexte, objectif: Objectif, filtres: Filtres) -> Suivi:
    """The follow-up of one objective that has begun, on the rows that the filters keep."""
    etat = projeter(contexte, objectif, filtres)
    chemin = _chemin(contexte, objectif, filtres)
    if objectif.indicateur == FILE_ACTIVE:
        points = points_niveau(chemin, etat.flux[0], etat.flux[1])
        moyenne = sum(point.eventail.attendu for point in points) / len(points)
    else:
        points, moyenne = points_cumul(chemin, *etat.flux[0]), None
    return Suivi(
        objectif,
        filtres,
        contexte.arrete,
        etat.realise,
        etat.projection,
        points,
        moyenne,
        etat.flux[0][0].annees,
        _reserves(etat),
    )


def projeter(contexte: Contexte, objectif: Objectif, filtres: Filtres) -> Etat:
    """The projection of an objective that has begun, without its months."""
    if objectif.indicateur == FILE_ACTIVE:
        return _projeter_niveau(contexte, objectif, filtres)
    flux = preparer_flux(contexte, objectif.indicateur, filtres, objectif.periode.du)
    observation = observer(contexte, flux, objectif.periode)
    avancement = _avancement(contexte, objectif, flux, rythme_recent(contexte, flux))
    projection = projeter_cumul(observation, flux.saison, avancement)
    return Etat(observation.compte, projection, ((flux, observation),))


def _projeter_niveau(contexte: Contexte, objectif: Objectif, filtres: Filtres) -> Etat:
    entrees, sorties = (
        preparer_flux(contexte, nom, filtres, objectif.periode.du) for nom in ("entrees", "sorties")
    )
    retards = _avant(objectif.periode)
    venues, parties = (
        observer(contexte, flux, objectif.periode, flux.reste(retards, contexte.arrete))
        for flux in (entrees, sorties)
    )
    recents = [rythme_recent(contexte, flux) for flux in (entrees, sorties)]
    net = None if recents[0] is None or recents[1] is None else recents[0] - recents[1]
    niveau = _niveau(contexte, objectif, filtres)
    avancement = _avancement(contexte, objectif, entrees, net)
    projection = projeter_niveau(
        niveau, (venues, entrees.saison), (parties, sorties.saison), avancement
    )
    return Etat(niveau, projection, ((entrees, venues), (sorties, parties)))


def _en_cours(contexte: Contexte, perimetre: str) -> list[Objectif]:
    siens = [
        objectif
        for objectif in contexte.objectifs
        if objectif.perimetre == perimetre and objectif.periode.contient(contexte.arrete)
    ]
    return sorted(siens, key=lambda objectif: -objectif.periode.jours)


def _avant(periode: Periode) -> Periode:
    """The months before a period whose late entries may still move the level."""
    return Periode(avec_retards(periode).du, periode.du - timedelta(days=1))


def _niveau(contexte: Contexte, objectif: Objectif, filtres: Filtres) -> float:
    passee = Periode(objectif.periode.du, contexte.arrete)
    return float(calculer(contexte.vue(filtres), passee, (FILE_ACTIVE,))[FILE_ACTIVE].valeur or 0)


def _chemin(contexte: Contexte, objectif: Objectif, filtres: Filtres) -> Chemin:
    passee = Periode(objectif.periode.du, contexte.arrete)
    serie = serie_mensuelle(contexte.vue(filtres), passee, objectif.indicateur)
    return Chemin(objectif.periode, objectif.cible, contexte.arrete, serie)


def _avancement(
    contexte: Contexte, objectif: Objectif, flux: Flux, recent: float | None
) -> Avancement:
    periode, passee = objectif.periode, Periode(objectif.periode.du, contexte.arrete)
    saison = flux.saison
    restante = (
        Periode(contexte.arrete + timedelta(days=1), periode.au)
        if contexte.arrete < periode.au
        else None
    )
    part_saison = saison.exposition(passee) / saison.exposition(periode) if flux.annees else None
    return Avancement(
        objectif.cible,
        passee.jours / periode.jours,
        part_saison,
        en_mois(restante) if restante else 0.0,
        recent,
    )


def _reserves(etat: Etat) -> tuple[str, ...]:
    motifs = [flux.completude.motif for flux, _ in etat.flux]
    sans = SANS_ANNEE if etat.projection.probabilite is None else None
    return tuple(dict.fromkeys(motif for motif in (sans, *motifs) if motif))
