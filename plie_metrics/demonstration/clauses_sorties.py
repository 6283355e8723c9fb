"""The positive exits of the clauses: contracts signed by the salariés, by type and quartier."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.calendrier import jours, ouvre, tirer
from plie_metrics.demonstration.cibles_clauses import CiblesClauses
from plie_metrics.demonstration.clauses_salaries import Annee
from plie_metrics.demonstration.repartition import Entiers, Reels, affecter
from plie_metrics.schema import MOTIFS_POSITIFS

IMPOSSIBLE: Final = 1000.0
CONTRAT_ATTENDU: Final = {"c_pro": "C/PRO", "cdi": "CDI", "cdd_6_mois": "CDD"}
MOTIF_ATTENDU: Final = {
    "cdi": "emploi_cdi",
    "cdd_6_mois": "emploi_cdd_6_mois",
    "formation_qualifiante": "formation_qualifiante",
}


def sorties(
    annee: Annee, salaries: pd.DataFrame, contrats: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Rows: salarie (rank), date, type_sortie, qpv (None = hors): the likeliest salariés."""
    types, quartiers = _places(annee.cibles, rng)
    cout = _invraisemblance(salaries, types, quartiers, rng)
    ouvertes = np.ones(len(types), dtype=np.int64)
    place = affecter(
        np.hstack([cout, np.zeros((len(salaries), 1))]),
        np.r_[ouvertes, len(salaries) - len(types)],
    )
    elus = np.flatnonzero(place < len(types))
    type_sortie = np.array(types)[place[elus]]
    return pd.DataFrame(
        {
            "salarie": elus,
            "date": _dates(annee, contrats, elus, type_sortie, rng),
            "type_sortie": type_sortie,
            "qpv": salaries["qpv"].to_numpy()[elus],
        }
    )


def _places(cibles: CiblesClauses, rng: np.random.Generator) -> tuple[list[str], list[str]]:
    types = np.repeat(list(cibles.sorties_type), list(cibles.sorties_type.values()))
    quartiers = np.repeat(list(cibles.sorties_quartier), list(cibles.sorties_quartier.values()))
    manque = len(types) - len(quartiers)
    return types.tolist(), rng.permutation([*quartiers.tolist(), *[""] * manque]).tolist()


def _invraisemblance(
    salaries: pd.DataFrame, types: list[str], quartiers: list[str], rng: np.random.Generator
) -> Reels:
    """Cost (salariés, exits): the quartier must be the same, the contract and the ending agree.

    Negative where likely, so that an exit always prefers somebody to nobody.
    """
    cout = rng.random((len(salaries), len(types))) - 5
    qpv = salaries["qpv"].to_numpy()[:, None]
    cout += np.where(qpv == np.array(quartiers, dtype=object)[None, :], 0, IMPOSSIBLE)
    motif = salaries["motif_sortie"].fillna("").to_numpy()
    for rang, nom in enumerate(types):
        contrat = CONTRAT_ATTENDU.get(nom, "")
        tenu = salaries["types"].map(lambda t, c=contrat: c in t.split("+")).to_numpy()
        cout[:, rang] -= np.where(tenu, 3, 0)
        cout[:, rang] -= np.where(motif == MOTIF_ATTENDU.get(nom, "aucun"), 2, 0)
    rate = (motif != "") & ~np.isin(motif, MOTIFS_POSITIFS)
    cout += np.where(rate, 4, 0)[:, None]
    return cout


def _dates(
    annee: Annee,
    contrats: pd.DataFrame,
    elus: Entiers,
    type_sortie: Any,
    rng: np.random.Generator,
) -> Any:
    """The day the contrat de professionnalisation starts; for the others, during the last month."""
    derniers = contrats.sort_values(["salarie", "rang"]).drop_duplicates("salarie", keep="last")
    derniers = derniers.set_index("salarie").loc[elus]
    debut, fin = jours(derniers["date_debut"]), jours(derniers["jusqua"])
    pro = (type_sortie == "c_pro") & (derniers["type_contrat"] == "C/PRO").to_numpy()
    depuis = np.maximum(annee.debut, np.maximum(debut, fin - np.timedelta64(30, "D")))
    tires = tirer(rng, depuis, np.maximum(depuis, fin))
    signes = ouvre(np.maximum(debut, annee.debut + np.timedelta64(3, "D")))
    return np.minimum(np.where(pro, signes, tires), annee.fin - np.timedelta64(2, "D"))
