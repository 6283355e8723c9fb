"""The étapes: those that support the exits, those of the clauses, and the rest of each year.

The published year has exactly the printed counts and shares; the two before are in proportion to
the people followed.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_etapes as h
from plie_metrics.demonstration.calendrier import jours
from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.hypotheses import ANNEES
from plie_metrics.demonstration.repartition import repartir
from plie_metrics.demonstration.tirage_etapes import encadrer, occuper, tirer
from plie_metrics.schema import TYPES_ETAPE_EMPLOI

CLAUSE: Final = "clause_insertion"


def effectifs_publies(cibles: Cibles) -> dict[str, int]:
    """Étapes of the published year by type: whole numbers whose shares round to those printed."""
    parts = {
        nom: round(cibles.mises_emploi * part / 100)
        for nom, part in cibles.parts_mises_emploi.items()
    }
    longs = repartir(parts.pop("cdi_cdd_6_mois"), list(h.CDI_CDD_6_MOIS.values()))
    parts |= dict(zip(h.CDI_CDD_6_MOIS, longs.tolist(), strict=True))
    reste = cibles.mises_emploi - sum(parts.values())
    parts |= _partager(reste, h.AUTRES_MISES_EMPLOI)
    ailleurs = cibles.etapes - cibles.mises_emploi - cibles.chantiers
    return {**parts, "chantier_insertion": cibles.chantiers, **_partager(ailleurs, h.AUTRES_ETAPES)}


def _partager(total: int, poids: Mapping[str, float]) -> dict[str, int]:
    return dict(zip(poids, repartir(total, list(poids.values())).tolist(), strict=True))


def completer(
    cibles: Cibles,
    parcours: pd.DataFrame,
    appuis: pd.DataFrame,
    clauses: pd.DataFrame,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Every étape: parcours (row label), type_etape, date_debut, date_fin, heures_hebdo.

    `appuis`, `clauses`: étapes already known, counted in their year. `parcours` has `borne`, the
    start of the job that leads to the exit: no other job after it.
    """
    connues = pd.concat([appuis, clauses], ignore_index=True)
    occupes = clauses.groupby("parcours").agg(debut=("date_debut", "min"), fin=("date_fin", "max"))
    cadre = encadrer(parcours, occupes)
    morceaux = [connues]
    for annee in ANNEES:
        voulus = _voulus(cibles, parcours, annee)
        deja = connues[connues["date_debut"].dt.year == annee]["type_etape"].value_counts()
        for type_etape in sorted(voulus, key=lambda nom: nom not in h.EMPLOIS_LONGS):
            if type_etape != CLAUSE:
                manque = voulus[type_etape] - int(deja.get(type_etape, 0))
                tirees = tirer(type_etape, annee, max(manque, 0), cadre, rng)
                if type_etape in h.EMPLOIS_LONGS:
                    occuper(cadre, tirees)
                morceaux.append(tirees)
    return _sans_chevauchement(pd.concat(morceaux, ignore_index=True), len(connues))


def _voulus(cibles: Cibles, parcours: pd.DataFrame, annee: int) -> dict[str, int]:
    publies = effectifs_publies(cibles)
    if annee == cibles.annee:
        return publies
    debut, fin = np.datetime64(f"{annee}-01-01", "D"), np.datetime64(f"{annee}-12-31", "D")
    suivis = (jours(parcours["date_entree"]) <= fin) & ~(jours(parcours["date_sortie"]) < debut)
    personnes = parcours.loc[suivis, "personne"].nunique()
    return _partager(round(cibles.etapes * personnes / cibles.personnes), publies)


def _sans_chevauchement(etapes: pd.DataFrame, connues: int) -> pd.DataFrame:
    """A short job that was drawn ends before the next job of the same parcours begins."""
    emploi = etapes["type_etape"].isin(TYPES_ETAPE_EMPLOI)
    ordre = etapes[emploi].sort_values(["parcours", "date_debut"], kind="stable")
    suivante = ordre.groupby("parcours")["date_debut"].shift(-1) - pd.Timedelta(days=1)
    suivante = suivante.reindex(etapes.index)
    longs = etapes["type_etape"].isin(h.EMPLOIS_LONGS).to_numpy()
    limite = np.maximum(jours(suivante), jours(etapes["date_debut"]))
    fin = jours(etapes["date_fin"])
    tirees = (np.arange(len(etapes)) >= connues) & ~longs
    trop_long = tirees & ~np.isnat(limite) & ~(fin <= limite)
    etapes["date_fin"] = np.where(trop_long, limite, fin)
    return etapes
