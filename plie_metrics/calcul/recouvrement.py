"""People of the clauses and people of the PLIE: the same persons, counted once."""

from dataclasses import dataclass

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.clauses import salaries
from plie_metrics.calcul.file_active import personnes_accompagnees
from plie_metrics.calcul.recette import Demande
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode


@dataclass(frozen=True)
class Recouvrement:
    """Salariés of the clauses in a period, each once, by what the PLIE knows of them.

    `accompagnes`: followed by the PLIE in the period; `connus`: only before or after; `inconnus`:
    contracts whose person is unknown, one each. `accompagnees`: personnes_accompagnees.
    """

    accompagnes: int
    connus: int
    inconnus: int
    accompagnees: int

    @property
    def salaries(self) -> int:
        """clauses_salaries."""
        return self.accompagnes + self.connus + self.inconnus

    @property
    def personnes(self) -> int:
        """PLIE and clauses together, nobody counted twice."""
        return self.accompagnees + self.connus + self.inconnus


def recouvrement(vue: Vue, periode: Periode) -> Recouvrement:
    """Who of the clauses is also followed by the PLIE over the period, under the same filters."""
    demande = Demande(vue, periode, (), ("un",))
    au_travail = _valeurs(salaries(demande), "salarie")
    accompagnees = _valeurs(personnes_accompagnees(demande), "personne")
    inconnus = {code for code in au_travail if code < 0}  # below every rank of a person
    communs = au_travail & accompagnees
    return Recouvrement(
        len(communs),
        len(au_travail - communs - inconnus),
        len(inconnus),
        len(accompagnees),
    )


def _valeurs(lignes: Lignes, colonne: str) -> set[int]:
    return set(lignes.select(colonne).collect()[colonne].to_list())
