"""A snapshot seen through filters: every table restricted once, then counted many times."""

from dataclasses import dataclass
from functools import cached_property

from plie_metrics.calcul.bases import Bases, Lignes
from plie_metrics.filtres import PARCOURS, PERSONNE, Filtres

AUCUN = Filtres()


@dataclass(frozen=True, eq=False)
class Vue:
    """The bases under filters; each table is restricted at its first use, then kept.

    The tables of the clauses follow the filters through the person: a row stays when its
    participant is known and is kept by the person's filters and, under a filter on the parcours,
    has at least one parcours (whatever its dates) that all the filters keep.
    """

    bases: Bases
    filtres: Filtres = AUCUN

    @cached_property
    def parcours(self) -> Lignes:
        """Parcours kept by every filter."""
        return self._restreindre(self.bases.parcours)

    @cached_property
    def etapes(self) -> Lignes | None:
        """Étapes of these parcours."""
        etapes = self.bases.etapes
        return None if etapes is None else self._restreindre(etapes)

    @property
    def entretiens(self) -> Lignes | None:
        """Every entretien: a person's counts on any of their parcours, whatever the filters."""
        return self.bases.entretiens

    @cached_property
    def prescriptions(self) -> Lignes | None:
        """Prescriptions, by their own commune and prescripteur (other filters cannot act)."""
        prescriptions = self.bases.prescriptions
        masque = self.filtres.expression(("commune", "prescripteur"))
        if prescriptions is None or masque is None:
            return prescriptions
        return prescriptions.filter(masque)

    @cached_property
    def heures(self) -> Lignes | None:
        """Hours of the clauses whose person is kept."""
        return self._suivre(self.bases.heures)

    @cached_property
    def orientations(self) -> Lignes | None:
        """Orientations towards the clauses whose person is kept."""
        return self._suivre(self.bases.orientations)

    @cached_property
    def sorties_clauses(self) -> Lignes | None:
        """Positive exits of the clauses whose person is kept."""
        return self._suivre(self.bases.sorties_clauses)

    @cached_property
    def sans_filtre(self) -> "Vue":
        """The same snapshot, whole."""
        return Vue(self.bases)

    @cached_property
    def _personnes(self) -> Lignes:
        if set(self.filtres.actifs) & set(PARCOURS):
            return self.parcours.select("personne").unique()
        masque = self.filtres.expression(PERSONNE)
        personnes = self.bases.participants
        return (personnes if masque is None else personnes.filter(masque)).select("personne")

    def _restreindre(self, lignes: Lignes) -> Lignes:
        masque = self.filtres.expression((*PERSONNE, *PARCOURS))
        return lignes if masque is None else lignes.filter(masque)

    def _suivre(self, lignes: Lignes | None) -> Lignes | None:
        if lignes is None or not self.filtres.actifs:
            return lignes
        return lignes.join(self._personnes, on="personne", how="semi")
