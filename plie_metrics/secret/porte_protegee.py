"""The gate of the protected profiles: masked figures, and no data behind."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.calcul.cible import Objectif, viser
from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.periodes import Periode, cle_mois, mois_de
from plie_metrics.schema import AUTRES, HORS_QPV, INCONNU, MODALITES
from plie_metrics.secret.calendrier import Niveau, Offre
from plie_metrics.secret.cellules import lire_cellule
from plie_metrics.secret.detail import Detail, DetailRefuse
from plie_metrics.secret.grandeurs import COMPOSITIONS, Croisement, cle, croiser
from plie_metrics.secret.liste import Liste
from plie_metrics.secret.porte import AUCUN
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.protegees import Protegees
from plie_metrics.secret.requetes import RequeteRefusee, choisir, non_offert, verifier

Cle1 = tuple[str, ...]
NON_PROPOSE: Final = "Ce chiffre n’est pas proposé à ce profil avec ce filtre."


@dataclass(frozen=True, eq=False)
class PorteProtegee:
    """Masked figures; holds the protected tables, the list and the objectives, and no case.

    `tables`: names of those of the extract.
    """

    profil: Profil
    _liste: Liste
    _tables: Protegees
    _objectifs: tuple[Objectif, ...]
    tables: frozenset[str] = frozenset()
    _annexes: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def arrete(self) -> date:
        """Day of the arrêté."""
        return self._tables.arrete

    @property
    def offres(self) -> tuple[Offre, ...]:
        """The periods of the closed list."""
        return self._liste.offres

    @property
    def reserves(self) -> tuple[str, ...]:
        """What could not be checked."""
        return self._tables.reserves

    def seuil_pour(self, filtres: Filtres) -> int | None:  # noqa: ARG002 - always the same
        """Counts from 1 to threshold − 1 are masked."""
        return self._tables.seuil

    @property
    def referent(self) -> str | None:
        """Nobody's portfolio."""
        return None

    @property
    def modalites(self) -> Mapping[str, Collection[str]]:
        """The closed lists alone: which communes are met is not told."""
        return {nom: tuple(MODALITES[nom]) for nom in ("sexe", "prescripteur")}

    def suivis(self, filtres: Filtres = AUCUN) -> Mapping[str, Suivi]:
        """Those of the whole territory that rest on months that are shown (`projections`)."""
        return {} if filtres.actifs else self._tables.suivis

    @property
    def sans_suivi(self) -> Mapping[str, str]:
        """Why an objective in course is not projected."""
        return self._tables.refus_suivis

    def annexe(self, nom: str) -> pd.DataFrame | None:
        """Whole: it counts nobody."""
        return self._annexes.get(nom)

    def detail(self) -> Detail:
        """Refused."""
        raise DetailRefuse(self.profil)

    def dossiers(self) -> Detail:
        """Refused."""
        raise DetailRefuse(self.profil)

    def lire(
        self,
        periode: Periode,
        filtres: Filtres = AUCUN,
        dimensions: tuple[str, ...] = (),
        identifiants: Iterable[str] | None = None,
    ) -> Lot:
        """The protected answer; raises RequeteRefusee out of the closed list."""
        liste = self._liste
        voulus = None if identifiants is None else tuple(identifiants)
        for ident in voulus or ():
            definition(ident)
        verifier(liste, periode, filtres, dimensions)
        niveau = liste.niveaux[periode]
        filtre = _filtre(filtres)
        nom = filtre[0][0] if filtre else None
        dimension = dimensions[0] if dimensions else None
        ventiles = choisir(liste, niveau, nom, dimension, voulus) if dimension else ()
        idents = tuple(liste.acces) if voulus is None else voulus
        mesures = {i: self._mesure(i, niveau, periode, filtre, voulus is not None) for i in idents}
        return Lot(
            periode,
            filtres,
            mesures,
            {i: viser(definition(i), periode, filtres, self._objectifs) for i in idents},
            dimensions,
            {i: self._ventilation(i, periode, filtre, dimension) for i in ventiles if dimension},
        )

    def _mesure(
        self, ident: str, niveau: Niveau, periode: Periode, filtre: Croisement, nomme: bool
    ) -> Mesure:
        if not self._offert(ident, niveau, filtre):
            if nomme:
                raise RequeteRefusee(non_offert(ident, filtre[0][0] if filtre else None))
            return Mesure(None, motif=NON_PROPOSE)
        if ident in self._tables.motifs:
            return Mesure(None, motif=self._tables.motifs[ident])
        return self._cellule(ident, periode, filtre)

    def _offert(self, ident: str, niveau: Niveau, filtre: Croisement) -> bool:
        liste = self._liste
        if not liste.offre(ident, niveau, filtre[0][0] if filtre else None, None):
            return False
        if filtre and liste.fond(*filtre[0]):
            public = not self.profil.isole_sensibles
            return niveau == Niveau.CROISE and liste.isole(ident, filtre[0][0], public)
        return True

    def _ventilation(
        self, ident: str, periode: Periode, filtre: Croisement, dimension: str
    ) -> Ventilation:
        additif = definition(ident).est_additif((dimension,))
        if ident in self._tables.motifs:
            return Ventilation((dimension,), additif, {}, self._tables.motifs[ident])
        if dimension == "mois":
            cellules: dict[Cle1, Mesure] = {
                (cle_mois(mois.au),): self._cellule(ident, mois, ())
                for mois in mois_de(periode)
                if mois in self._liste.niveaux
            }
            return Ventilation((dimension,), additif, cellules)
        modalites = self._modalites(ident, periode, filtre, dimension)
        cellules = {
            (m,): self._cellule(ident, periode, croiser(_sans(filtre, dimension), (dimension, m)))
            for m in sorted(modalites, key=lambda m: _ordre(dimension, m))
        }
        return Ventilation((dimension,), additif, cellules)

    def _modalites(
        self, ident: str, periode: Periode, filtre: Croisement, dimension: str
    ) -> set[str]:
        """Those that are not zero; merged ones apart where the list says so."""
        liste, composition = self._liste, COMPOSITIONS[ident]
        du, au = cle(composition.denominateur or composition.numerateur, periode)[1:3]
        groupe = (composition.denominateur or composition.numerateur, du, au)
        autour = _sans(filtre, dimension)
        trouvees = {
            dict(croisement)[dimension]
            for croisement in self._tables.croisements.get(groupe, ())
            if dimension in dict(croisement)
            and tuple(p for p in croisement if p[0] != dimension) == autour
        }
        if filtre and filtre[0][0] == dimension:
            return trouvees & {filtre[0][1]}
        isolees = {m for m in trouvees if liste.fond(dimension, m)}
        public = not self.profil.isole_sensibles
        if isolees and not autour and liste.isole(ident, dimension, public):
            return trouvees - {AUTRES}
        return trouvees - isolees

    def _cellule(self, ident: str, periode: Periode, croisement: Croisement) -> Mesure:
        facteur = self._liste.reglages.facteur_extreme
        return lire_cellule(self._tables, ident, periode, croisement, facteur=facteur)


def _filtre(filtres: Filtres) -> Croisement:
    return tuple((nom, valeurs[0]) for nom, valeurs in filtres.actifs.items())


def _sans(croisement: Croisement, dimension: str) -> Croisement:
    return tuple(paire for paire in croisement if paire[0] != dimension)


def _ordre(dimension: str, modalite: str) -> tuple[bool, int, str]:
    codes = tuple(MODALITES.get(dimension, ()))
    rang = codes.index(modalite) if modalite in codes else len(codes)
    return modalite in (AUTRES, INCONNU, HORS_QPV), rang, modalite
