"""A snapshot seen through filters: every table restricted once, then counted many times."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from plie_metrics.calcul.bases import Bases, Forme, Lignes, Table
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
    _restreintes: dict[Forme, Lignes] = field(default_factory=dict, repr=False)

    def parcours(self, noms: Sequence[str]) -> Lignes:
        """These columns of the parcours kept by every filter."""
        return self._restreindre(self.bases.parcours, noms)

    def etapes(self, noms: Sequence[str]) -> Lignes:
        """These columns of the étapes of these parcours; the snapshot must have étapes."""
        assert self.bases.etapes is not None  # the caller checks the tables of a population
        return self._restreindre(self.bases.etapes, noms)

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
    def personnes(self) -> Lignes:
        """`personne` of the people whom the filters keep."""
        if set(self.filtres.actifs) & set(PARCOURS):
            return self.parcours(("personne",)).unique()
        masque = self.filtres.expression(PERSONNE)
        personnes = self.bases.participants
        return (personnes if masque is None else personnes.filter(masque)).select("personne")

    def _restreindre(self, table: Table, noms: Sequence[str]) -> Lignes:
        forme = table.portant({*noms, *self.filtres.actifs})
        if forme not in self._restreintes:
            masque = self.filtres.expression((*PERSONNE, *PARCOURS))
            self._restreintes[forme] = (
                forme.lignes if masque is None else forme.lignes.filter(masque)
            )
        return self._restreintes[forme].select(*noms)

    def _suivre(self, lignes: Lignes | None) -> Lignes | None:
        if lignes is None or not self.filtres.actifs:
            return lignes
        return lignes.join(self.personnes, on="personne", how="semi")
