"""Money of the PLIE by year: planned, spent, by poste and financeur (table `finances`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Depense:
    """Euros of a year for a poste or a financeur; None where nothing is known."""

    nom: str | None
    prevu: float | None
    realise: float | None


def annees(finances: pd.DataFrame) -> tuple[int, ...]:
    """The years of the table, the latest first."""
    return tuple(sorted({int(an) for an in finances["annee"].dropna()}, reverse=True))


def par(finances: pd.DataFrame, annee: int, colonne: str) -> tuple[Depense, ...]:
    """Euros of a year by `poste` or `financeur`, from the most spent."""
    siennes = finances[finances["annee"] == annee]
    groupes = siennes.groupby(colonne, dropna=False, observed=True)
    lignes = [
        Depense(None if pd.isna(nom) else str(nom), _somme(g["prevu"]), _somme(g["realise"]))
        for nom, g in groupes
    ]
    return tuple(sorted(lignes, key=lambda d: (d.nom is None, -(d.realise or 0), d.nom or "")))


def total(depenses: Iterable[Depense]) -> Depense:
    """The sum of what is known; None where nothing is."""
    toutes = tuple(depenses)
    return Depense(
        None,
        _ajouter(d.prevu for d in toutes),
        _ajouter(d.realise for d in toutes),
    )


def _somme(valeurs: Any) -> float | None:
    return None if valeurs.isna().all() else float(valeurs.sum())


def _ajouter(montants: Iterable[float | None]) -> float | None:
    connus = [m for m in montants if m is not None]
    return sum(connus) if connus else None
