"""Read every cell of the closed list in a snapshot, exact: what the secrecy is solved over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plie_metrics.calcul.calcul import calculer, impossible, sommes_utiles
from plie_metrics.calcul.cube import lire as lire_cube
from plie_metrics.calcul.lot import Donnees
from plie_metrics.calcul.mesure import Mesure, mesurer
from plie_metrics.calcul.recette import Demande
from plie_metrics.calcul.registre import RECETTES, definition, par_population
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode
from plie_metrics.schema import AUTRES
from plie_metrics.secret.calendrier import Niveau, morceaux
from plie_metrics.secret.grandeurs import GRANDEURS, Cle, Croisement, cle
from plie_metrics.secret.liste import Liste

Valeurs = dict[Cle, float]


@dataclass(frozen=True)
class Releve:
    """The exact cells (zeros left out) and, by indicator, why it cannot be computed.

    `publiees` are the cells that a request may show; the others are differences of these.
    `isolees` are the cells of sensitive modalities kept apart; elsewhere they are merged.
    """

    valeurs: Mapping[Cle, float]
    publiees: frozenset[Cle]
    isolees: frozenset[Cle]
    motifs: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Lecture:
    """Every cell before any merging of modalities: the same for all profiles.

    `entre`: the flows of periods that a difference of offered ones gives.
    """

    offertes: Mapping[Cle, float]
    entre: Mapping[Cle, float]
    motifs: Mapping[str, str]


def lire(donnees: Donnees, liste: Liste) -> Lecture:
    """Compute the whole list, a few seconds."""
    lecteur = _Lecteur(Vue(donnees.bases), liste)
    offertes: Valeurs = {}
    for periode, niveau in liste.niveaux.items():
        offertes |= lecteur.lire(periode, niveau)
    entre: Valeurs = {}
    for periode, niveau in pieces(liste).items():
        lues = lecteur.lire(periode, niveau)
        entre |= {c: v for c, v in lues.items() if GRANDEURS[c[0]].flux}
    return Lecture(offertes, entre, lecteur.motifs)


def relever(lecture: Lecture, liste: Liste, public: bool) -> Releve:
    """The cells as the public or financeurs have them, sensitive modalities merged."""
    valeurs, isolees = _fondre(lecture.offertes, liste, public)
    autres, _ = _fondre(lecture.entre, liste, None)
    return Releve(autres | valeurs, frozenset(valeurs), isolees, lecture.motifs)


def pieces(liste: Liste) -> dict[Periode, Niveau]:
    """Periods that are not offered but that a difference of offered ones gives."""
    trouvees: dict[Periode, Niveau] = {}
    for niveau in (Niveau.ENSEMBLE, Niveau.SIMPLE):
        fines = [periode for periode, n in liste.niveaux.items() if n >= niveau]
        trouvees |= dict.fromkeys(morceaux(fines), niveau)
    return {p: n for p, n in trouvees.items() if n > liste.niveaux.get(p, -1)}


@dataclass(frozen=True)
class _Lecteur:
    vue: Vue
    liste: Liste

    @property
    def motifs(self) -> dict[str, str]:
        periode = self.liste.offres[0].periode
        mesures = calculer(self.vue, periode, self.liste.acces)
        return {ident: m.motif for ident, m in mesures.items() if m.motif}

    def lire(self, periode: Periode, niveau: Niveau) -> Valeurs:
        valeurs: Valeurs = {}
        for population, idents in par_population(self._faisables).items():
            croisements = self._croisements(idents, niveau)
            dims = tuple(sorted({d for croisement in croisements for d in croisement}))
            cube = lire_cube(population, Demande(self.vue, periode, dims, sommes_utiles(idents)))
            for croisement, voulus in croisements.items():
                for modalites, sommes in cube.par(croisement).items():
                    cellule = tuple(zip(croisement, modalites, strict=True))
                    mesures = {i: mesurer(definition(i), RECETTES[i], sommes) for i in voulus}
                    valeurs |= _cellules(cellule, periode, mesures)
        return valeurs

    @cached_property
    def _faisables(self) -> tuple[str, ...]:
        return tuple(i for i in self.liste.acces if impossible(self.vue, i) is None)

    def _croisements(self, idents: list[str], niveau: Niveau) -> dict[tuple[str, ...], list[str]]:
        """The crossings offered at that level, sorted by dimension, with their indicators."""
        trouves: dict[tuple[str, ...], list[str]] = {(): idents}
        for ident in idents:
            acces = self.liste.acces[ident]
            possibles = (*(frozenset({d}) for d in acces.simples), *acces.croises)
            for dims in possibles:
                if self.liste.montre(ident, niveau, dims):
                    trouves.setdefault(tuple(sorted(dims)), []).append(ident)
        return trouves


def _cellules(
    croisement: Croisement, periode: Periode, mesures: Mapping[str, Mesure]
) -> Iterator[tuple[Cle, float]]:
    for grandeur in GRANDEURS.values():
        mesure = mesures.get(grandeur.indicateur)
        valeur = None if mesure is None else getattr(mesure, grandeur.partie)
        if valeur:
            yield cle(grandeur.nom, periode, croisement), valeur


def _fondre(
    valeurs: Mapping[Cle, float], liste: Liste, public: bool | None
) -> tuple[dict[Cle, float], frozenset[Cle]]:
    """Merge the modalities never crossed; keep apart, beside the merged cell, those that may be."""
    fondu: Valeurs = {}
    isolees: set[Cle] = set()
    fines = _cles_fines(liste)
    for ancienne, valeur in valeurs.items():
        nom, du, au, croisement = ancienne
        nouveau = tuple((d, AUTRES if liste.fond(d, m) else m) for d, m in croisement)
        nouvelle = (nom, du, au, nouveau)
        fondu[nouvelle] = fondu.get(nouvelle, 0) + valeur
        if nouveau != croisement and len(croisement) == 1 and (du, au) in fines:
            indicateur, dimension = GRANDEURS[nom].indicateur, croisement[0][0]
            if public is not None and liste.isole(indicateur, dimension, public):
                fondu[ancienne] = valeur
                isolees.add(ancienne)
    return fondu, frozenset(isolees)


def _cles_fines(liste: Liste) -> set[tuple[date, date]]:
    """First and last days (twice the last one for a stock) of the years and cumulated periods."""
    fines = [p for p, niveau in liste.niveaux.items() if niveau == Niveau.CROISE]
    return {(p.du, p.au) for p in fines} | {(p.au, p.au) for p in fines}
