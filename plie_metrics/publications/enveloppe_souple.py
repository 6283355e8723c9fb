"""The enveloppe souple: small aids that let a participant keep a job or a training.

Source: rapport d'activité 2016, « 6 - L'enveloppe souple ».
"""

from dataclasses import dataclass

from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient


@dataclass(frozen=True)
class Enveloppe:
    """What was spent (euros), for whom, on what.

    `parts`: (object, printed share as a ratio); the report does not print what they are shares of
    (euros or requests). `garde_enfants` cuts across the objects.
    """

    montant: float
    demandes: float
    personnes: float
    femmes: float
    part_femmes_imprimee: float
    parts: tuple[tuple[str, float], ...]
    garde_enfants: float

    @property
    def par_personne(self) -> Quotient:
        """Euros / people helped."""
        return Quotient(self.montant, self.personnes)

    @property
    def par_demande(self) -> Quotient:
        """Euros / requests handled."""
        return Quotient(self.montant, self.demandes)

    @property
    def demandes_par_personne(self) -> Quotient:
        """Requests handled / people helped."""
        return Quotient(self.demandes, self.personnes)

    @property
    def part_femmes(self) -> Quotient:
        """Women / people helped, recomputed from the counts."""
        return Quotient(self.femmes, self.personnes)


def enveloppe(rapport: Publication) -> Enveloppe:
    """The enveloppe souple of the year, its shares in decreasing order."""

    def v(nom: str) -> float:
        return rapport.valeur(f"ra2016.action_enveloppe_souple.{nom}")

    parts = [(objet, v(f"part_{objet}") / 100) for objet in ("emploi", "formation", "stage")]
    return Enveloppe(
        montant=v("montant"),
        demandes=v("demandes"),
        personnes=v("aides"),
        femmes=v("femmes"),
        part_femmes_imprimee=v("femmes_part") / 100,
        parts=tuple(sorted(parts, key=lambda part: -part[1])),
        garde_enfants=v("part_garde_enfants") / 100,
    )
