"""Read every cell of the closed list in a snapshot, exact: what the secrecy is solved over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plie_metrics.calcul.calcul import calculer
from plie_metrics.calcul.lot import Donnees
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.ventilation import ventiler
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


def relever(donnees: Donnees, liste: Liste, public: bool) -> Releve:
    """Compute the whole list, a few seconds; for the public or for financeurs."""
    vue = Vue(donnees.bases)
    lecteur = _Lecteur(vue, liste)
    publiees: Valeurs = {}
    for periode, niveau in liste.niveaux.items():
        publiees |= lecteur.lire(periode, niveau)
    deduites: Valeurs = {}
    for periode, niveau in pieces(liste).items():
        lues = lecteur.lire(periode, niveau)
        deduites |= {c: v for c, v in lues.items() if GRANDEURS[c[0]].flux}
    valeurs, isolees = _fondre(publiees, liste, public)
    autres, _ = _fondre(deduites, liste, None)
    return Releve(autres | valeurs, frozenset(valeurs), isolees, lecteur.motifs)


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
        valeurs = dict(_cellules((), periode, calculer(self.vue, periode, self.liste.acces)))
        for dims in self._dimensions(niveau):
            voulues = frozenset(dims)
            idents = [i for i in self.liste.acces if self.liste.montre(i, niveau, voulues)]
            for ident, ventilation in ventiler(self.vue, periode, idents, dims).items():
                for modalites, mesure in ventilation.cellules.items():
                    croisement = tuple(sorted(zip(dims, modalites, strict=True)))
                    valeurs |= _cellules(croisement, periode, {ident: mesure})
        return valeurs

    def _dimensions(self, niveau: Niveau) -> Iterator[tuple[str, ...]]:
        acces = self.liste.acces.values()
        if niveau >= Niveau.SIMPLE:
            tard = niveau == Niveau.CROISE
            simples = {d for a in acces for d in (a.simples if tard else a.simples - a.annuelles)}
            yield from ((d,) for d in sorted(simples))
        if niveau >= Niveau.CROISE:
            paires = {paire for a in acces for paire in a.croises}
            yield from sorted(tuple(sorted(paire)) for paire in paires)


def _cellules(
    croisement: Croisement, periode: Periode, mesures: Mapping[str, Mesure]
) -> Iterator[tuple[Cle, float]]:
    for grandeur in GRANDEURS.values():
        mesure = mesures.get(grandeur.indicateur)
        valeur = None if mesure is None else getattr(mesure, grandeur.partie)
        if valeur:
            yield cle(grandeur.nom, periode, croisement), valeur


def _fondre(
    valeurs: Valeurs, liste: Liste, public: bool | None
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
