"""Participants by commune, as published, brought to the inhabitants.

Source: rapport d'activité 2016, « Lieu d'habitation du public PLIE » (table `communes`): five
communes and one line « Autres ». That line is one group, every other commune of the day together:
the report says nothing of each of them, so neither do we.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, ChiffreAbsent, Publication
from plie_metrics.quotient import Quotient
from plie_metrics.territoire.communes import Commune, population
from plie_metrics.territoire.referentiel import Referentiel

AUTRES: Final = "autres"
TABLE: Final = "communes"
POUR: Final = 1000


@dataclass(frozen=True)
class Participation:
    """The participants of one commune, of the group « autres », or of the whole métropole."""

    code: str
    nom: str
    communes: tuple[Commune, ...]
    participants: float
    total: float

    @property
    def habitants(self) -> int:
        """Population municipale 2016."""
        return population(self.communes)

    @property
    def taux(self) -> float | None:
        """Participants for 1 000 inhabitants."""
        taux = Quotient(self.participants * POUR, self.habitants)
        return taux.valeur

    @property
    def part(self) -> float | None:
        """Share of all the participants, computed from the counts (not the printed percentage)."""
        return Quotient(self.participants, self.total).valeur

    @property
    def detaillee(self) -> bool:
        """True for a commune of which the report gives the count."""
        return len(self.communes) == 1


@dataclass(frozen=True)
class Participations:
    """The places that the report names, the highest rate first, and the métropole."""

    lieux: tuple[Participation, ...]
    metropole: Participation
    quand: date

    @property
    def detaillees(self) -> tuple[Participation, ...]:
        """The communes that the report names."""
        return tuple(lieu for lieu in self.lieux if lieu.detaillee)

    @property
    def autres(self) -> Participation | None:
        """The group of the communes that the report does not detail."""
        return next((lieu for lieu in self.lieux if lieu.code == AUTRES), None)

    def du_code(self, insee: str) -> Participation:
        """The place where the figures of a commune are: itself, or the group « autres »."""
        for lieu in self.lieux:
            if insee == lieu.code or insee in {commune.insee for commune in lieu.communes}:
                return lieu
        raise ChiffreAbsent(
            f"Le rapport ne donne aucun chiffre de participants pour la commune {insee}. Vérifiez "
            "le tableau « communes » de data/publications/rapport_2016.csv."
        )

    def rang(self, lieu: Participation) -> int | None:
        """1 for the highest rate of the communes detailed; None for the group."""
        return self.detaillees.index(lieu) + 1 if lieu in self.detaillees else None

    def ecart_a_la_moyenne(self, lieu: Participation) -> float | None:
        """taux / taux of the métropole − 1: 0.93 reads « 93 % above »."""
        if lieu.taux is None or not self.metropole.taux:
            return None
        return lieu.taux / self.metropole.taux - 1


def participations(rapport: Publication, territoire: Referentiel) -> Participations:
    """The published counts joined to the communes that existed at the end of the period.

    The métropole is the sum of the lines divided by the sum of the inhabitants, never a mean of
    rates. Raises ChiffreAbsent (table or date missing) or CommuneInconnue (unknown code).
    """
    lignes = [
        ligne
        for ligne in rapport.tableau(TABLE, colonne="Nombre")
        if ligne.modalites.get("commune")
    ]
    quand = _date(lignes)
    effectifs = {ligne.modalites["commune"]: ligne.nombre for ligne in lignes}
    total = sum(effectifs.values())
    toutes = territoire.communes_au(quand)
    nommees = [territoire.commune(code, quand) for code in effectifs if code != AUTRES]
    lieux = [Participation(c.insee, c.nom, (c,), effectifs[c.insee], total) for c in nommees]
    reste = tuple(commune for commune in toutes if commune not in nommees)
    if AUTRES in effectifs and reste:
        nom = f"Les {len(reste)} autres communes"
        lieux.append(Participation(AUTRES, nom, reste, effectifs[AUTRES], total))
    return Participations(
        tuple(sorted(lieux, key=lambda lieu: -(lieu.taux or 0))),
        Participation("metropole", "Dijon Métropole", toutes, total, total),
        quand,
    )


def _date(lignes: Sequence[Chiffre]) -> date:
    fins = {ligne.fin for ligne in lignes if ligne.fin}
    if len(fins) != 1:
        raise ChiffreAbsent(
            "Le tableau « communes » de data/publications/rapport_2016.csv doit porter une seule "
            "date de fin : sans elle, on ne sait pas quelles communes existaient. Corrigez la "
            "colonne « fin »."
        )
    return fins.pop()
