"""What the back-test teaches: coverage of the intervals, error, bias, against naive forecasts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from plie_metrics.objectifs.retrospective import Essai
from plie_metrics.quotient import Quotient


@dataclass(frozen=True)
class Bilan:
    """The trials of one indicator, at all months or at some.

    `couverture80`, `couverture95`: intervals that held what came true, over the trials. Errors
    are absolute, in the indicator's unit; `biais` = mean of (foreseen − true). `annees`: distinct
    years: the months of one year tell nearly the same story, so trials are not independent.
    """

    indicateur: str
    annees: int
    couverture80: Quotient
    couverture95: Quotient
    erreur: float
    biais: float
    erreur_lineaire: float
    erreur_an_dernier: float

    @property
    def essais(self) -> int:
        """Number of trials."""
        return int(self.couverture80.denominateur)


def bilans(essais: Iterable[Essai], mois: Sequence[int] = range(1, 13)) -> tuple[Bilan, ...]:
    """One a indicator, over the trials made at the end of these months of the year (1 to 12)."""
    retenus: dict[str, list[Essai]] = {}
    for essai in essais:
        if essai.arrete.month in mois:
            retenus.setdefault(essai.indicateur, []).append(essai)
    return tuple(_bilan(nom, siens) for nom, siens in retenus.items())


def _bilan(nom: str, essais: Sequence[Essai]) -> Bilan:
    nombre = len(essais)
    ecarts = [essai.projection.valeur - essai.reel for essai in essais]
    return Bilan(
        nom,
        len({essai.arrete.year for essai in essais}),
        Quotient(sum(dans_80(essai) for essai in essais), nombre),
        Quotient(sum(dans_95(essai) for essai in essais), nombre),
        sum(map(abs, ecarts)) / nombre,
        sum(ecarts) / nombre,
        _erreur(essais, lambda essai: essai.lineaire),
        _erreur(essais, lambda essai: essai.an_dernier),
    )


def dans_80(essai: Essai) -> bool:
    """True when the 80 % interval held what came true."""
    return _tient(essai.projection.bas80, essai.reel, essai.projection.haut80)


def dans_95(essai: Essai) -> bool:
    """True when the 95 % interval held what came true."""
    return _tient(essai.projection.bas95, essai.reel, essai.projection.haut95)


def _tient(bas: float | None, reel: float, haut: float | None) -> bool:
    return bas is not None and haut is not None and bas <= reel <= haut


def _erreur(essais: Sequence[Essai], prevu: Callable[[Essai], float]) -> float:
    return sum(abs(prevu(essai) - essai.reel) for essai in essais) / len(essais)
