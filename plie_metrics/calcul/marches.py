"""Hours of the clauses by marché (operation, maître d'ouvrage), beside what companies committed to.

A commitment is spread evenly over the days of its own period: what it asks of another period is its
share of days. The hours are those of `clauses_heures`, through the same filters.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

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


def heures_par(vue: Vue, contrats: pd.DataFrame, periode: Periode, colonne: str) -> list[Marche]:
    """Hours and salariés of the period by `operation` or `maitre_ouvrage` of the contracts.

    `contrats`: the table `clauses_contrats` of the snapshot. Contracts without the information come
    under None. A salarié of two operations counts in each.
    """
    if vue.heures is None:
        return []
    choisies = vue.heures.filter(pendant("jour", periode)).select("contrat", "salarie", "heures")
    lignes: Any = choisies.collect().to_pandas()
    noms = contrats[colonne].astype(object).where(contrats[colonne].notna(), None)
    lignes["nom"] = noms.to_numpy()[lignes["contrat"]]
    lignes["au_travail"] = lignes["salarie"].where(lignes["heures"] > 0)
    groupes = lignes.groupby("nom", dropna=False)
    faites = groupes.agg(heures=("heures", "sum"), salaries=("au_travail", "nunique"))
    return [
        Marche(None if pd.isna(nom) else str(nom), float(heures), int(salaries))
        for nom, heures, salaries in faites.itertuples()
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
