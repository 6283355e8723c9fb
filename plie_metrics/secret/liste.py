"""The closed list of a protected profile, from the settings and the dates of the arrêtés."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plie_metrics.catalogue import charger
from plie_metrics.periodes import Periode
from plie_metrics.secret.calendrier import Niveau, Offre, offres
from plie_metrics.secret.reglages import Reglages

Paire = frozenset[str]


@dataclass(frozen=True)
class Acces:
    """The dimensions by which one indicator is offered; `croises` are offered two at once.

    `annuelles`: dimensions that are offered over a year or a cumulated period only.
    """

    filtres: frozenset[str] = frozenset()
    ventilations: frozenset[str] = frozenset()
    croises: frozenset[Paire] = frozenset()
    annuelles: frozenset[str] = frozenset()

    @property
    def simples(self) -> frozenset[str]:
        """Every dimension offered alone, as a filter or a breakdown."""
        return self.filtres | self.ventilations


@dataclass(frozen=True)
class Liste:
    """The closed list at an arrêté; `arretes` are the dates of those published, this one included.

    It depends on the settings and on dates only: a refusal says nothing about the data.
    """

    reglages: Reglages
    arrete: date
    arretes: tuple[date, ...]

    @cached_property
    def offres(self) -> tuple[Offre, ...]:
        """The periods, by date."""
        return offres(self.arrete, self.arretes, self.reglages.requetes.annees)

    @cached_property
    def niveaux(self) -> Mapping[Periode, Niveau]:
        """How finely each period is offered."""
        return {offre.periode: offre.niveau for offre in self.offres}

    @cached_property
    def acces(self) -> Mapping[str, Acces]:
        """By what each indicator is offered, in the order of the catalogue."""
        acces: dict[str, Acces] = {}
        for famille in self.reglages.requetes.familles:
            for ident in famille.indicateurs:
                indicateur = charger()[ident]
                ventilables = frozenset(indicateur.ventilations)
                filtres = frozenset(famille.filtres) & ventilables & frozenset(indicateur.filtres)
                ventilations = frozenset(famille.ventilations) & ventilables
                croises = {
                    frozenset((f, v))
                    for f in filtres
                    for v in ventilations
                    if famille.croisees and f != v
                }
                deja = acces.get(ident, Acces())
                acces[ident] = Acces(
                    deja.filtres | filtres,
                    deja.ventilations | ventilations,
                    deja.croises | croises,
                    deja.annuelles
                    | (frozenset() if famille.par_trimestre else ventilations - deja.simples),
                )
        return {ident: acces[ident] for ident in charger() if ident in acces}

    def fond(self, dimension: str, modalite: str) -> bool:
        """True when the modality is merged into « autres » wherever it would be crossed."""
        return any(
            groupe.dimension == dimension and groupe.fond(modalite)
            for groupe in self.reglages.regroupements
        )

    def isole(self, indicateur: str, dimension: str, public: bool) -> bool:
        """True when the merged modalities of the dimension stay apart for this indicator."""
        return any(
            groupe.dimension == dimension
            and indicateur in groupe.isolees_pour
            and (groupe.isolees_public or not public)
            for groupe in self.reglages.regroupements
        )

    def montre(self, indicateur: str, niveau: Niveau, dimensions: frozenset[str]) -> bool:
        """True when the indicator is offered by these dimensions over a period of that level."""
        acces = self.acces.get(indicateur)
        if acces is None or len(dimensions) > niveau:
            return False
        if not dimensions:
            return True
        if len(dimensions) == 2:
            return dimensions in acces.croises
        tard = niveau == Niveau.CROISE or not dimensions <= acces.annuelles
        return dimensions <= acces.simples and tard

    def offre(
        self, indicateur: str, niveau: Niveau, filtre: str | None, dimension: str | None
    ) -> bool:
        """True when the indicator is offered under this filter and breakdown."""
        acces = self.acces.get(indicateur)
        if acces is None or (filtre is not None and filtre not in acces.filtres):
            return False
        if dimension not in (None, "mois", *acces.ventilations):
            return False
        voulues = frozenset(d for d in (filtre, dimension) if d not in (None, "mois"))
        return self.montre(indicateur, niveau, voulues)
