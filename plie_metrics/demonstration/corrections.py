"""Values that were first keyed in wrongly and corrected since: earlier arrêtés show the first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.demonstration.calendrier import Jours, decaler, jours, ouvre

ARRETES: Final = np.array(["2016-03-31", "2016-06-30", "2016-09-30"], dtype="datetime64[D]")
DELAI: Final = (4, 70)
"""Days between the arrêté that shows the first value and the correction."""
RECUL_SORTIE: Final = (6, 18)
SAISIE_RECENTE: Final = 60
MOTIFS_CONFONDUS: Final = {
    "suivi_impossible": "demande_participant",
    "retraite": "autre",
    "emploi_cdd_6_mois": "emploi_cdi",
    "autre_accompagnement": "suivi_impossible",
}
"""Motif of today → the one that was keyed in at first."""


@dataclass(frozen=True)
class Corrections:
    """Of the people and of the parcours: ligne (label), colonne, ancienne, corrige_le."""

    personnes: pd.DataFrame
    parcours: pd.DataFrame


def corrections(
    personnes: pd.DataFrame, parcours: pd.DataFrame, rng: np.random.Generator
) -> Corrections:
    """A few corrections, each of a value that at least one arrêté has shown."""
    return Corrections(_des_personnes(personnes, parcours, rng), _des_parcours(parcours, rng))


def _des_personnes(
    personnes: pd.DataFrame, parcours: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    anciens = parcours.loc[parcours["bloc"].isin(["A", "B"]), "personne"].drop_duplicates()
    qui = personnes.loc[anciens]
    arrete = ARRETES[rng.integers(0, len(ARRETES), len(qui))]
    communes = personnes["commune"].value_counts().index.to_numpy()
    sans_quartier = qui["qpv"].isna().to_numpy()
    return pd.concat(
        [
            _tirer(
                qui[sans_quartier],
                arrete[sans_quartier],
                "commune",
                rng,
                lambda lignes: rng.choice(communes, len(lignes)),
            ),
            _tirer(qui, arrete, "niveau_formation", rng, lambda lignes: [None] * len(lignes)),
            _tirer(qui, arrete, "brsa", rng, lambda lignes: list(~lignes["brsa"].astype(bool))),
        ],
        ignore_index=True,
    )


def _des_parcours(parcours: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    entres, vus_entres = _recents(parcours, "date_saisie_entree")
    sortis, vus_sortis = _recents(parcours, "date_saisie_sortie")
    confondus = sortis["motif_sortie"].isin(MOTIFS_CONFONDUS).to_numpy()
    perdus = (sortis["motif_sortie"] == "suivi_impossible").to_numpy()
    prescripteurs = parcours["prescripteur"].value_counts().index[:4].to_numpy()
    return pd.concat(
        [
            _tirer(
                sortis[confondus],
                vus_sortis[confondus],
                "motif_sortie",
                rng,
                lambda lignes: list(lignes["motif_sortie"].map(MOTIFS_CONFONDUS)),
            ),
            _tirer(
                sortis[perdus],
                vus_sortis[perdus],
                "date_sortie",
                rng,
                lambda lignes: list(_sortie_avancee(lignes, rng)),
            ),
            _tirer(
                entres,
                vus_entres,
                "prescripteur",
                rng,
                lambda lignes: rng.choice(prescripteurs, len(lignes)),
            ),
        ],
        ignore_index=True,
    )


def _recents(parcours: pd.DataFrame, saisie: str) -> tuple[pd.DataFrame, Jours]:
    """Rows keyed in shortly before an intermediate arrêté, and that arrêté."""
    jour = jours(parcours[saisie])
    rang = np.searchsorted(ARRETES, np.where(np.isnat(jour), ARRETES[-1] + 1, jour))
    arrete = ARRETES[np.minimum(rang, len(ARRETES) - 1)]
    recent = (rang < len(ARRETES)) & (jour > decaler(arrete, -SAISIE_RECENTE))
    return parcours[recent], arrete[recent]


def _sortie_avancee(lignes: pd.DataFrame, rng: np.random.Generator) -> Jours:
    avancee = decaler(jours(lignes["date_sortie"]), -rng.integers(*RECUL_SORTIE, len(lignes)))
    return np.maximum(avancee, jours(lignes["date_entree"]))


def _tirer(
    lignes: pd.DataFrame,
    arrete: Jours,
    colonne: str,
    rng: np.random.Generator,
    anciennes: Callable[[pd.DataFrame], Any],
) -> pd.DataFrame:
    nombre = min(h.CORRECTIONS[colonne], len(lignes))
    places = rng.choice(len(lignes), nombre, replace=False)
    choisies = lignes.iloc[places]
    return pd.DataFrame(
        {
            "ligne": choisies.index,
            "colonne": colonne,
            "ancienne": list(anciennes(choisies)),
            "corrige_le": ouvre(decaler(arrete[places], rng.integers(*DELAI, nombre))),
        }
    )


def avant_correction(table: pd.DataFrame, corrigees: pd.DataFrame, arrete: Any) -> pd.DataFrame:
    """The table as it was on that day: what was not corrected yet has its first value.

    A value that is empty on that day (an exit not keyed in yet) stays empty.
    """
    ancienne = table.copy()
    attendues = corrigees[jours(corrigees["corrige_le"]) > arrete]
    for colonne, lignes in attendues.groupby("colonne", sort=True):
        presentes = lignes[lignes["ligne"].isin(table.index)]
        if colonne in ("motif_sortie", "date_sortie"):
            connues = table.loc[presentes["ligne"], "date_sortie"].notna().to_numpy()
            presentes = presentes[connues]
        valeurs = presentes["ancienne"].to_numpy()
        if colonne == "date_sortie":
            valeurs = np.array(list(valeurs), dtype="datetime64[D]")
        ancienne.loc[presentes["ligne"], str(colonne)] = valeurs
    return ancienne
