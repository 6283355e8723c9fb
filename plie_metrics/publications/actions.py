"""The actions of the programming, as funnels: who was sent, who stayed, what became of them.

Sources: rapport d'activité 2016, « Les actions de la programmation du PLIE » and « Appels à
projets 2016 ».
"""

from dataclasses import dataclass
from typing import Final

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


REMOBILISATION: Final = Definition(
    "action_remobilisation",
    "Remobilisation",
    "structure",
    (
        Pas("prescriptions", "prescription", "prescriptions", "prescriptions"),
        Pas("diagnostic", "diagnostic", "diagnostics", "diagnostics"),
        Pas("remediation", "remédiation", "remédiations", "remédiations"),
        Pas("sortie_emploi", "vers l'emploi", "vers l'emploi"),
    ),
    (
        Pas("sortie_emploi", "vers l'emploi", "vers l'emploi", positif=True),
        Pas("sortie_formation", "vers la formation", "vers la formation", positif=True),
        Pas("fin_parcours", "en fin de parcours", "en fin de parcours"),
        Pas("abandons", "abandon", "abandons"),
    ),
    "entrées",
)
RELATION: Final = Definition(
    "action_relation_entreprises",
    "Relation entreprises",
    "prestataire",
    (
        Pas("prescriptions", "prescription", "prescriptions", "prescriptions"),
        Pas("contrats_engagement", "contrat d'engagement", "contrats d'engagement", "contrats"),
        Pas("acces_emploi", "accès à l'emploi", "accès à l'emploi"),
    ),
)
MOBILITE: Final = Definition(
    "action_mobilite_professionnelle",
    "Mobilité professionnelle",
    "prestataire",
    (
        Pas("orientes", "orientation", "orientations", "orientations"),
        Pas("diagnostics", "diagnostic", "diagnostics", "diagnostics"),
        Pas("retenus", "personne retenue", "personnes retenues", "retenues"),
        Pas("propositions", "proposition d'emploi", "propositions d'emploi", "propositions"),
        Pas("missions", "en mission d'intérim", "en mission d'intérim"),
    ),
    unite_objectif="personnes orientées",
)
POEC: Final = Definition(
    "action_poec_commerce",
    "POEC « métier du commerce »",
    "partenaire",
    (Pas("participants", "participant", "participants", "participants"),),
    (
        Pas("cdd_interim", "en CDD ou en intérim", "en CDD ou en intérim", positif=True),
        Pas("formation", "en formation", "en formation", positif=True),
        Pas("sans_solution", "sans emploi ni formation", "sans emploi ni formation"),
    ),
)
NEGOCE: Final = Definition(
    "action_commerce_negoce",
    "Commerce et négoce",
    "prestataire",
    (Pas("participants", "participant", "participants", "participants"),),
    (
        Pas("sous_contrat", "encore sous contrat", "encore sous contrat"),
        Pas("cdd_interim", "en CDD ou en intérim", "en CDD ou en intérim", positif=True),
        Pas("formation_qualifiante", "en formation", "en formation", positif=True),
    ),
)
ENTONNOIRS: Final = (REMOBILISATION, RELATION, MOBILITE)
DEVENIRS: Final = (REMOBILISATION, POEC, NEGOCE)


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
