"""Hours of the clauses by marché (operation, maître d'ouvrage), beside what companies committed to.

A commitment is spread evenly over the days of its own period: what it asks of another period is its
share of days. The hours are those of `clauses_heures`, through the same filters.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from plie_metrics.calcul.lignes import pendant
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode


@dataclass(frozen=True)
class Marche:
    """An operation or a maître d'ouvrage; `engagees` is None where nothing was committed to.

    `heures`, `salaries`: done in the period. `engagees`: hours that the commitments ask of the
    period. `sans_fin`: some commitment has no end, so nothing can be asked of the period for it.
    """

    nom: str | None
    heures: float
    salaries: int
    engagees: float | None = None
    sans_fin: bool = False

    @property
    def taux(self) -> float | None:
        """heures / engagees; None when nothing is asked of the period."""
        return self.heures / self.engagees if self.engagees else None


def heures_des_contrats(vue: Vue, periode: Periode) -> pd.DataFrame:
    """Rows of the period that the filters keep: `contrat` (rank), `salarie`, `heures`."""
    assert vue.heures is not None  # the caller checks the tables
    choisies = vue.heures.filter(pendant("jour", periode)).select("contrat", "salarie", "heures")
    lignes: pd.DataFrame = choisies.collect().to_pandas()
    return lignes


def repartir(lignes: pd.DataFrame, noms: pd.Series) -> list[Marche]:
    """Hours and salariés by marché; `noms`: that of each contract, by rank.

    Contracts without the information come under None. A salarié of two operations counts in each.
    """
    codes, connus = pd.factorize(noms, use_na_sentinel=False)
    rangs = codes[lignes["contrat"]]
    heures = np.bincount(rangs, weights=lignes["heures"], minlength=len(connus))
    au_travail = pd.DataFrame({"rang": rangs, "salarie": lignes["salarie"]})[lignes["heures"] > 0]
    salaries = np.bincount(au_travail.drop_duplicates()["rang"], minlength=len(connus))
    presents = frozenset(rangs.tolist())
    return [
        Marche(None if pd.isna(nom) else str(nom), float(heures[rang]), int(salaries[rang]))
        for rang, nom in enumerate(connus)
        if rang in presents
    ]


def rapprocher(
    marches: list[Marche], engagements: pd.DataFrame, periode: Periode, colonne: str
) -> list[Marche]:
    """The same with what was committed to; a commitment without any hour done is added."""
    faites = {marche.nom: marche for marche in marches}
    for nom, groupe in engagements.groupby(colonne, observed=True):
        marche = faites.get(str(nom), Marche(str(nom), 0.0, 0))
        parts = [_part(ligne, periode) for ligne in groupe.to_dict("records")]
        connues = [part for part in parts if part is not None]
        if not any(connues) and marche.heures == 0:
            continue
        faites[str(nom)] = Marche(
            marche.nom,
            marche.heures,
            marche.salaries,
            sum(connues) if connues else None,
            len(connues) < len(parts),
        )
    return list(faites.values())


def _part(ligne: dict[Any, Any], periode: Periode) -> float | None:
    """Committed hours × days in common / days of the commitment; None without an end."""
    if pd.isna(ligne["fin"]):
        return None
    debut, fin = _jour(ligne["debut"]), _jour(ligne["fin"])
    communs = (min(fin, periode.au) - max(debut, periode.du)).days + 1
    duree = (fin - debut).days + 1
    return float(ligne["heures_engagees"]) * max(0, communs) / duree if duree > 0 else None


def _jour(quand: Any) -> date:
    return pd.Timestamp(quand).date()
