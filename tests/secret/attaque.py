"""An attacker who knows nothing of the solver: the answers of the gate, and school algebra.

Every answer of the closed list is collected; equalities that anyone may write link them; a hidden
figure is recovered when every table that fits the equalities gives it the same value.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import lsmr

from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.schema import MODALITES
from plie_metrics.secret.calendrier import Niveau
from plie_metrics.secret.requetes import RequeteRefusee

Cle = tuple[str, Periode, frozenset[tuple[str, str]]]
COMPTES = {
    "entrees",
    "sorties",
    "sorties_positives",
    "etapes",
    "mises_emploi",
    "prescriptions",
    "personnes_accompagnees",
    "file_active",
}
FLUX = COMPTES - {"personnes_accompagnees", "file_active"}
DIMENSIONS = (
    "sexe",
    "classe_age",
    "commune",
    "qpv",
    "prescripteur",
    "niveau_formation",
    "motif_sortie",
    "type_etape",
)
NUMERATEURS = {
    "taux_sorties_positives_brut": ("sorties_positives", "sorties"),
    "taux_entree_sur_prescription": ("entrees_prescrites", "prescriptions"),
    "taux_sorties_positives_net": ("sorties_positives", "non_neutres"),
}


class Recolte:
    """All that the gate answers: values known, cells hidden, and equalities between them."""

    def __init__(self, porte: Any, communes: tuple[str, ...], quartiers: tuple[str, ...]) -> None:
        self.connues: dict[Cle, float] = {}
        self.cachees: set[Cle] = set()
        self.egalites: list[list[tuple[Cle, float]]] = []
        valeurs = {
            "commune": communes,
            "qpv": quartiers,
            "sexe": ("F", "H"),
            "prescripteur": tuple(MODALITES["prescripteur"]),
        }
        for offre in porte.offres:
            self._demander(porte, offre.periode, Filtres(), offre.niveau)
            for nom, choix in valeurs.items() if offre.niveau >= Niveau.SIMPLE else ():
                for valeur in choix:
                    filtres = Filtres(**{nom: (valeur,)})
                    self._demander(porte, offre.periode, filtres, offre.niveau)
        self._additionner_les_periodes([offre.periode for offre in porte.offres])

    def _demander(self, porte: Any, periode: Periode, filtres: Filtres, niveau: Niveau) -> None:
        autour = frozenset((nom, v) for nom, (v,) in filtres.actifs.items())
        try:
            lot = porte.lire(periode, filtres)
        except RequeteRefusee:
            return
        for ident, mesure in lot.mesures.items():
            self._noter(ident, periode, autour, mesure)
        for dimension in DIMENSIONS if len(autour) < niveau else ():
            if dimension in filtres.actifs:
                continue
            try:
                lot = porte.lire(periode, filtres, (dimension,))
            except RequeteRefusee:
                continue
            for ident, ventilation in lot.ventilation.items():
                for (modalite,), mesure in ventilation.cellules.items():
                    self._noter(ident, periode, autour | {(dimension, modalite)}, mesure)
                if ident in COMPTES and ventilation.additif:
                    cles = [
                        (ident, periode, autour | {(dimension, m)}) for (m,) in ventilation.cellules
                    ]
                    total = (ident, periode, autour)
                    self.egalites.append([(total, 1.0), *((c, -1.0) for c in cles)])

    def _noter(self, ident: str, periode: Periode, autour: Any, mesure: Any) -> None:
        if ident in COMPTES:
            self._savoir((ident, periode, autour), mesure)
        elif ident in NUMERATEURS and mesure.valeur is not None:
            for nom, valeur in zip(
                NUMERATEURS[ident], (mesure.numerateur, mesure.denominateur), strict=True
            ):
                self.connues[nom, periode, autour] = valeur

    def _savoir(self, cle: Cle, mesure: Any) -> None:
        if mesure.masque is not None:
            self.cachees.add(cle)
        elif mesure.valeur is not None:
            self.connues[cle] = mesure.valeur

    def _additionner_les_periodes(self, periodes: list[Periode]) -> None:
        for tout in periodes:
            for parties in _partitions(tout, periodes):
                autours = {a for ident, p, a in (*self.connues, *self.cachees) if p == tout}
                for ident in FLUX:
                    for autour in autours:
                        cles = [(ident, p, autour) for p in (tout, *parties)]
                        if all(c in self.connues or c in self.cachees for c in cles):
                            signes = [1.0, *[-1.0] * len(parties)]
                            self.egalites.append(list(zip(cles, signes, strict=True)))

    def retrouvees(self, aussi: Mapping[Cle, float] | None = None) -> set[Cle]:
        """The hidden cells that the equalities give, knowing `aussi` besides."""
        connues = self.connues | dict(aussi or {})
        inconnues = sorted(self.cachees - set(connues), key=repr)
        return {c for c in self.cachees if c in connues} | _determinees(inconnues, self.egalites)

    def restes(
        self, quartiers_de: Mapping[str, tuple[str, ...]], neutres: Iterable[str], seuil: int
    ) -> set[Cle]:
        """Small counts that no table shows and that subtractions of figures shown give.

        A commune minus its quarters; exits « autres » minus the neutral ones (all but those that
        the two rates keep).
        """
        trouves = set()
        for ident, periode, autour in self.connues:
            pour = partial(self._connue, ident, periode)
            for commune, quartiers in quartiers_de.items():
                if autour == {("commune", commune)}:
                    parties = [pour(("qpv", quartier)) for quartier in quartiers]
                    trouves |= _petit((ident, periode, autour), pour(*autour), parties, seuil)
            if ident == "sorties" and ("motif_sortie", "autres") in autour:
                reste = tuple(autour - {("motif_sortie", "autres")})
                gardees = self._connue("non_neutres", periode, *reste)
                isoles = [pour(*reste, ("motif_sortie", motif)) or 0 for motif in neutres]
                parties = [pour(*reste), None if gardees is None else -gardees]
                cle = (ident, periode, autour)
                trouves |= _petit(cle, pour(*autour), [*parties, *(-i for i in isoles)], seuil)
        return trouves

    def _connue(self, ident: str, periode: Periode, *paires: tuple[str, str]) -> float | None:
        return self.connues.get((ident, periode, frozenset(paires)))


def _petit(cle: Cle, tout: float | None, parties: Sequence[float | None], seuil: int) -> set[Cle]:
    connues = [partie for partie in parties if partie is not None]
    if tout is None or len(connues) < len(parties):
        return set()
    return {cle} if 0 < tout - sum(connues) < seuil else set()


def _partitions(tout: Periode, periodes: list[Periode]) -> Iterator[list[Periode]]:
    """Months, or quarters, that make up the period exactly."""
    for longueur in (31, 92):
        dedans = [p for p in periodes if p != tout and p.commun(tout) == p and p.jours <= longueur]
        dedans = [p for p in dedans if p.jours > (80 if longueur == 92 else 0)]
        if dedans and sum(p.jours for p in dedans) == tout.jours:
            yield dedans


def _determinees(inconnues: list[Cle], egalites: list[list[tuple[Cle, float]]]) -> set[Cle]:
    """Project random vectors on the null space: a cell that is always 0 there has one value."""
    rang = {cle: i for i, cle in enumerate(inconnues)}
    termes = [
        (ligne, rang[cle], coefficient)
        for ligne, egalite in enumerate(egalites)
        for cle, coefficient in egalite
        if cle in rang
    ]
    if not termes:
        return set()
    lignes, colonnes, coefficients = zip(*termes, strict=True)
    forme = (len(egalites), len(inconnues))
    matrice = sparse.csr_matrix((coefficients, (lignes, colonnes)), shape=forme)
    alea = np.random.default_rng(1)
    mobiles = np.zeros(len(inconnues), dtype=bool)
    for _ in range(3):
        tirage = alea.normal(size=len(inconnues))
        image = matrice @ tirage
        corrige = tirage - lsmr(matrice, image, atol=1e-12, btol=1e-12, maxiter=20000)[0]
        mobiles |= np.abs(corrige) > 1e-5
    return {cle for cle, mobile in zip(inconnues, mobiles, strict=True) if not mobile}
