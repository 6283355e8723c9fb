"""The contracts of the missions locales: each indicator with its values, read from the table.

Table `ml_indicateurs` (public contract, section 1): a row is one value of one indicator over one
period, by nature (realisation, objectif, moyenne_regionale).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from plie_metrics.periodes import Periode

SIX_MOIS: Final = 184
"""Days: a value over no more than that is a mid-year one."""


@dataclass(frozen=True, order=True)
class Contrat:
    """A contract and whose it is."""

    nom: str
    mission_locale: str


@dataclass(frozen=True)
class Valeur:
    """A value over its period; a rate as printed (a ratio), with its terms where known."""

    periode: Periode
    valeur: float
    unite: str
    numerateur: float | None = None
    denominateur: float | None = None

    @property
    def mi_annee(self) -> bool:
        """Over six months or less, more than a day."""
        return 1 < self._jours <= SIX_MOIS

    @property
    def annualisee(self) -> float | None:
        """A count over part of a year, at the same rhythm over twelve months; None for the rest.

        A rate, a ratio or a state at one day is not a flow: it is never annualised.
        """
        if not self.mi_annee or self.unite != "nombre":
            return None
        mois = (self.periode.au.month - self.periode.du.month) + 1
        return self.valeur * 12 / mois if self.periode.du.year == self.periode.au.year else None

    @property
    def _jours(self) -> int:
        return (self.periode.au - self.periode.du).days + 1


@dataclass(frozen=True)
class Suivi:
    """An indicator of a contract; `dont`: how deep it is nested in others. Values by date."""

    code: str
    intitule: str
    sens: str | None
    dont: int
    realisees: tuple[Valeur, ...]
    objectifs: tuple[Valeur, ...]
    region: tuple[Valeur, ...]

    @property
    def annuelles(self) -> tuple[Valeur, ...]:
        """What was done, mid-year values apart."""
        return tuple(v for v in self.realisees if not v.mi_annee)

    @property
    def depart(self) -> Valeur | None:
        """The last yearly value before the first objective."""
        avant = [
            v for v in self.annuelles if not self.cible or v.periode.au < self.cible.periode.du
        ]
        return avant[-1] if avant else None

    @property
    def cible(self) -> Valeur | None:
        """The first objective."""
        return self.objectifs[0] if self.objectifs else None

    @property
    def atteint(self) -> Valeur | None:
        """What was done over the very period of the first objective."""
        memes = [v for v in self.annuelles if self.cible and v.periode == self.cible.periode]
        return memes[-1] if memes else None

    @property
    def comparables(self) -> bool:
        """False when the start and the objective are not in one unit."""
        deux = (self.depart, self.cible)
        return None not in deux and len({v.unite for v in deux if v is not None}) == 1


def contrats(table: pd.DataFrame) -> tuple[Contrat, ...]:
    """Every contract of the table, with its owner."""
    paires = table[["contrat", "mission_locale"]].astype("string").drop_duplicates()
    return tuple(sorted(Contrat(*paire) for paire in paires.itertuples(index=False)))


def suivre(table: pd.DataFrame, contrat: Contrat) -> tuple[Suivi, ...]:
    """The indicators of a contract in order, those that are part of another under it."""
    sien = table[
        (table["contrat"] == contrat.nom) & (table["mission_locale"] == contrat.mission_locale)
    ]
    lignes: dict[str, list[dict[Any, Any]]] = {}
    for ligne in sien.to_dict("records"):
        lignes.setdefault(str(ligne["code"]), []).append(ligne)
    parents = {code: _texte(groupe[0]["parent"]) for code, groupe in lignes.items()}
    return tuple(
        _suivi(code, lignes[code], len(_ascendants(code, parents)))
        for code in sorted(lignes, key=lambda code: _rang(code, parents, list(lignes)))
    )


def _suivi(code: str, lignes: Sequence[dict[Any, Any]], dont: int) -> Suivi:
    par_nature = {
        nature: tuple(
            sorted(
                (_valeur(ligne) for ligne in lignes if _vaut(ligne, nature)),
                key=lambda v: (v.periode.au, v.periode.du),
            )
        )
        for nature in ("realisation", "objectif", "moyenne_regionale")
    }
    sens = next((s for ligne in lignes if (s := _texte(ligne["sens"]))), None)
    return Suivi(code, str(lignes[0]["intitule"]), sens, dont, *par_nature.values())


def _vaut(ligne: dict[Any, Any], nature: str) -> bool:
    return str(ligne["nature"]) == nature and not pd.isna(ligne["valeur"])


def _valeur(ligne: dict[Any, Any]) -> Valeur:
    termes = (
        None if pd.isna(ligne[t]) else float(ligne[t]) for t in ("numerateur", "denominateur")
    )
    periode = Periode(_jour(ligne["debut"]), _jour(ligne["fin"]))
    return Valeur(periode, float(ligne["valeur"]), str(ligne["unite"]), *termes)


def _ascendants(code: str, parents: dict[str, str | None]) -> tuple[str, ...]:
    """The indicators that contain it, outermost first; stops at a loop or an unknown parent."""
    suite: list[str] = []
    parent = parents.get(code)
    while parent in parents and parent not in suite and parent != code:
        suite.insert(0, str(parent))
        parent = parents[str(parent)]
    return tuple(suite)


def _rang(code: str, parents: dict[str, str | None], ordre: list[str]) -> list[int]:
    return [ordre.index(c) for c in (*_ascendants(code, parents), code)]


def _texte(valeur: Any) -> str | None:
    return None if pd.isna(valeur) else str(valeur)


def _jour(quand: Any) -> date:
    return pd.Timestamp(quand).date()
