"""The actions of the programming, as funnels: who was sent, who stayed, what became of them.

Sources: rapport d'activité 2016, « Les actions de la programmation du PLIE » and « Appels à
projets 2016 ».
"""

from dataclasses import dataclass

from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient


@dataclass(frozen=True)
class Pas:
    """A step or an outcome: the figure it reads, its words, what a next rate is a share of.

    `singulier` and `pluriel` follow the count (« 65 diagnostics »); `ensemble` follows « des 65 »
    in the rate of the next step. `positif`: an outcome in employment or training.
    """

    chiffre: str
    singulier: str
    pluriel: str
    ensemble: str = ""
    positif: bool = False


@dataclass(frozen=True)
class Definition:
    """Where an action stands in the report: its table, its names, its steps and outcomes."""

    tableau: str
    nom: str
    operateur: str
    pas: tuple[Pas, ...]
    issues: tuple[Pas, ...] = ()
    unite_objectif: str = ""


@dataclass(frozen=True)
class Etape:
    """A step or an outcome of an action: its count, its words, the step that it is a share of."""

    effectif: float
    pas: Pas
    base: "Etape | None" = None

    @property
    def taux(self) -> Quotient | None:
        """effectif / effectif of the base; None for a first step."""
        return Quotient(self.effectif, self.base.effectif) if self.base else None


@dataclass(frozen=True)
class Action:
    """An action, its successive steps, its outcomes and the objective that was set, if any.

    The outcomes are those of the people of one step, `population`.
    """

    tableau: str
    nom: str
    operateur: str
    etapes: tuple[Etape, ...]
    issues: tuple[Etape, ...]
    population: Etape
    objectif: float | None
    unite_objectif: str

    @property
    def non_decrits(self) -> float:
        """People of the population of whom the report tells no outcome."""
        return self.population.effectif - sum(issue.effectif for issue in self.issues)

    @property
    def positives(self) -> Quotient:
        """Outcomes in employment or training / people of the population."""
        positives = sum(issue.effectif for issue in self.issues if issue.pas.positif)
        return Quotient(positives, self.population.effectif)

    @property
    def taux_objectif(self) -> Quotient | None:
        """First step / objective: what came in at the very most; None without objective."""
        return None if self.objectif is None else Quotient(self.etapes[0].effectif, self.objectif)

    @property
    def bout_a_bout(self) -> Quotient:
        """Last step / first step."""
        return Quotient(self.etapes[-1].effectif, self.etapes[0].effectif)


def lire_action(rapport: Publication, definition: Definition) -> Action:
    """The action of a definition, with the counts of the report.

    Raises ChiffreAbsent when a figure of the definition is not in the report.
    """
    etapes: list[Etape] = []
    for pas in definition.pas:
        base = etapes[-1] if etapes else None
        etapes.append(Etape(_valeur(rapport, definition, pas), pas, base))
    population = next(etape for etape in reversed(etapes) if etape.pas.ensemble)
    issues = tuple(
        Etape(_valeur(rapport, definition, pas), pas, population) for pas in definition.issues
    )
    prefixe = f"ra2016.{definition.tableau}"
    objectif = rapport.valeur(f"{prefixe}.objectif") if definition.unite_objectif else None
    return Action(
        definition.tableau,
        definition.nom,
        rapport.chiffre(f"{prefixe}.{definition.operateur}").imprime,
        tuple(etapes),
        issues,
        population,
        objectif,
        definition.unite_objectif,
    )


def _valeur(rapport: Publication, definition: Definition, pas: Pas) -> float:
    return rapport.valeur(f"ra2016.{definition.tableau}.{pas.chiffre}")
