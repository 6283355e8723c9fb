"""The same exits under three rulebooks, and the counts that explain the differences.

Unknown situations stay « indéterminé »: each count travels with the bounds it would reach if every
undetermined exit were one way or the other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from plie_metrics.objectifs.croisement_regles import REGLES, Avis, Regle
from plie_metrics.objectifs.delais import jours_de
from plie_metrics.periodes import Periode
from plie_metrics.quotient import Quotient

SANS_SITUATION = (
    "La situation à la sortie est absente de cet extrait : seules les règles qui ne lisent que le "
    "motif répondent, le reste est indéterminé."
)


@dataclass(frozen=True)
class Sortie:
    """An exit as every rule sees it; `situation` is None when unknown."""

    parcours_id: str
    motif: str
    situation: str | None


@dataclass(frozen=True)
class Compte:
    """The exits of a rule: `oui` counted, `indetermine` unknown, `champ` = its denominator."""

    regle: Regle
    oui: int
    indetermine: int
    champ: int

    @property
    def bornes(self) -> tuple[int, int]:
        """The count if every undetermined exit were a no, then a yes."""
        return self.oui, self.oui + self.indetermine

    @property
    def taux(self) -> Quotient | None:
        """oui / champ; None when every exit is undetermined: 0 % would be a lie."""
        return None if self.indetermine == self.champ > 0 else Quotient(self.oui, self.champ)


@dataclass(frozen=True)
class Ecart:
    """Exits that two rules read differently: one motif and situation, what each says of them."""

    motif: str
    situation: str | None
    avis: tuple[Avis, Avis]
    parcours: tuple[str, ...]

    @property
    def nombre(self) -> int:
        """Number of exits."""
        return len(self.parcours)


@dataclass(frozen=True)
class Croisement:
    """The exits of a period; `motif` tells why the situation is nowhere known, if so."""

    sorties: tuple[Sortie, ...]
    comptes: Mapping[str, Compte]
    motif: str | None = None


def croiser(parcours: pd.DataFrame, periode: Periode) -> Croisement:
    """Read the exits of a period under every rule (see croisement_regles.py)."""
    sorties = tuple(_sorties(parcours, periode))
    connue = "situation_sortie" in parcours
    return Croisement(
        sorties,
        {code: _compter(regle, sorties) for code, regle in REGLES.items()},
        None if connue else SANS_SITUATION,
    )


def ecarts(croisement: Croisement, une: str, autre: str) -> tuple[Ecart, ...]:
    """Where two rules (codes of REGLES) part, the most numerous first.

    The count of one rule minus that of the other is explained to the unit by the lines where one
    says yes and the other does not.
    """
    groupes: dict[tuple[str, str | None], list[str]] = {}
    for sortie in croisement.sorties:
        groupes.setdefault((sortie.motif, sortie.situation), []).append(sortie.parcours_id)
    lignes = [
        Ecart(
            motif, situation, (lire(une, motif, situation), lire(autre, motif, situation)), (*ids,)
        )
        for (motif, situation), ids in groupes.items()
    ]
    differents = [ligne for ligne in lignes if ligne.avis[0] != ligne.avis[1]]
    return tuple(sorted(differents, key=lambda ligne: (-ligne.nombre, ligne.motif)))


def lire(code: str, motif: str, situation: str | None) -> Avis:
    """What a rule says of an exit."""
    return REGLES[code].lecture(motif, situation)


def _compter(regle: Regle, sorties: Iterable[Sortie]) -> Compte:
    avis = Counter(regle.lecture(sortie.motif, sortie.situation) for sortie in sorties)
    champ = avis.total() - avis[Avis.RETIREE]
    return Compte(regle, avis[Avis.OUI], avis[Avis.INDETERMINE], champ)


def _sorties(parcours: pd.DataFrame, periode: Periode) -> Iterable[Sortie]:
    jours = jours_de(parcours["date_sortie"])
    bornes = pd.Timestamp(periode.du).to_datetime64(), pd.Timestamp(periode.au).to_datetime64()
    dedans = parcours[(jours >= bornes[0]) & (jours <= bornes[1])]
    situations = (
        dedans["situation_sortie"].astype(object)
        if "situation_sortie" in dedans
        else pd.Series(None, index=dedans.index, dtype=object)
    )
    for cle, motif, situation in zip(
        dedans["parcours_id"], dedans["motif_sortie"], situations, strict=True
    ):
        yield Sortie(str(cle), str(motif), None if pd.isna(situation) else str(situation))
