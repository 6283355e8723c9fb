"""The settings of secrecy: thresholds, sensitive modalities, closed list of requests."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Self

from pydantic import Field, model_validator

from plie_metrics.catalogue import charger
from plie_metrics.configuration import Fige, modeler
from plie_metrics.filtres import NOMS
from plie_metrics.schema import AUTRES, DIMENSIONS, INCONNU, MODALITES

REGLES: Final = ("financeur", "public")
INTERDITES: Final = ("referent", "structure", "mois")
"""Never in the closed list: a référent is a person, several structures have only one; months are
offered for the whole territory, apart."""
Textes = Annotated[tuple[str, ...], Field(strict=False)]


class Regroupement(Fige):
    """Modalities merged into « autres » wherever they would be crossed: named, or all but some.

    They stay apart over a year or a cumulated period, alone, for `isolees_pour`.
    """

    dimension: str
    fondues: Textes = ()
    gardees: Textes = ()
    isolees_pour: Textes = ()
    isolees_public: bool = False

    def fond(self, modalite: str) -> bool:
        """True when the modality is merged."""
        if modalite in (INCONNU, AUTRES):
            return False
        return modalite in self.fondues if self.fondues else modalite not in self.gardees

    @model_validator(mode="after")
    def _connues(self) -> Self:
        _refuser([self.dimension], DIMENSIONS, "dimension")
        if bool(self.fondues) == bool(self.gardees):
            raise ValueError("donnez soit « fondues », soit « gardees »")
        if self.dimension in MODALITES:
            genre = f"modalité de la dimension « {self.dimension} »"
            _refuser((*self.fondues, *self.gardees), MODALITES[self.dimension], genre)
        _refuser(self.isolees_pour, charger(), "indicateur")
        return self


class Famille(Fige):
    """Indicators that are offered by the same filters and breakdowns.

    `croisees`: by a filter and a breakdown at once; `par_trimestre`: also over a quarter. Each
    indicator keeps only the dimensions that the catalogue gives it.
    """

    nom: str
    indicateurs: Annotated[Textes, Field(min_length=1)]
    filtres: Textes
    ventilations: Textes
    croisees: bool
    par_trimestre: bool

    @model_validator(mode="after")
    def _connues(self) -> Self:
        _refuser(self.indicateurs, charger(), "indicateur")
        _refuser(self.filtres, [f for f in NOMS if f not in INTERDITES], "filtre")
        dimensions = [d for d in DIMENSIONS if d not in INTERDITES]
        _refuser(self.ventilations, dimensions, "ventilation")
        return self


class Requetes(Fige):
    """The closed list: how many years back, and the families of indicators."""

    annees: Annotated[int, Field(ge=1, le=20)]
    familles: Annotated[tuple[Famille, ...], Field(strict=False, min_length=1)]


class Reglages(Fige):
    """Everything that the gate needs to know; see data/plie.toml for the meaning of each."""

    seuils: Mapping[str, Annotated[int, Field(ge=3)]]
    dominance: Annotated[float, Field(gt=0.5, lt=1)]
    largeur: Annotated[float, Field(gt=0, le=1)]
    marge_somme: Annotated[float, Field(gt=0, lt=1)]
    facteur_extreme: Annotated[int, Field(ge=1)]
    temps_max: Annotated[int, Field(ge=1)]
    memoire: Annotated[int, Field(ge=0)]
    regroupements: Annotated[tuple[Regroupement, ...], Field(strict=False)] = ()
    requetes: Requetes

    @model_validator(mode="after")
    def _seuils(self) -> Self:
        if set(self.seuils) != set(REGLES):
            raise ValueError(f"un seuil est attendu pour chacun de : {', '.join(REGLES)}")
        return self


def valider(table: Mapping[str, Any]) -> Reglages:
    """The settings from the table [secret]; raises ConfigurationInvalide, in French."""
    return modeler(Reglages, "secret", table)


def _refuser(noms: Any, connus: Any, genre: str) -> None:
    for nom in sorted(set(noms) - set(connus)):
        raise ValueError(
            f"« {nom} » n’est pas prévu comme {genre} ; valeurs possibles : {', '.join(connus)}"
        )
