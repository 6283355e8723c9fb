"""The hours of the clauses, month by month, to the published totals by type and by sector."""

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import OUVRES, dernier, jours, premier
from plie_metrics.demonstration.clauses_contrats import SECTEURS
from plie_metrics.demonstration.clauses_salaries import Annee
from plie_metrics.demonstration.repartition import (
    Entiers,
    Marge,
    Reels,
    ajuster,
    croiser,
    repartir,
)


def heures(annee: Annee, contrats_: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Hours by contract (row label) and month: whole numbers whose sums by type and by sector are
    those published; the months of the year before follow the same pace."""
    lignes = _contrat_mois(contrats_, rng)
    cette_annee = lignes["mois"] >= pd.Timestamp(annee.debut)
    types = list(annee.cibles.heures_type)
    t = lignes["type_contrat"].map(types.index).to_numpy()
    s = lignes["secteur"].map(SECTEURS.index).to_numpy()
    capacite = np.zeros((len(types), len(SECTEURS)))
    np.add.at(capacite, (t[cette_annee], s[cette_annee]), lignes.loc[cette_annee, "poids"])
    totaux = _totaux(annee, capacite)
    rythme = np.divide(totaux, capacite, out=np.zeros_like(capacite), where=capacite > 0)
    valeur = np.rint(lignes["poids"].to_numpy() * rythme[t, s]).astype(np.int64)
    for rang_t in range(len(types)):
        for rang_s in range(len(SECTEURS)):
            places = np.flatnonzero(cette_annee & (t == rang_t) & (s == rang_s))
            if len(places):
                valeur[places] = _au_moins_une(
                    int(totaux[rang_t, rang_s]), lignes["poids"].to_numpy()[places]
                )
    return lignes.assign(heures=valeur)[["contrat", "mois", "heures"]].query("heures > 0")


def _contrat_mois(contrats_: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Every month of every contract, weighted by its working days and the pace of the contract."""
    debut, fin = jours(contrats_["date_debut"]), jours(contrats_["jusqua"])
    premiers, derniers = debut.astype("datetime64[M]"), fin.astype("datetime64[M]")
    nombre = (derniers - premiers).astype(int) + 1
    qui = np.repeat(np.arange(len(contrats_)), nombre)
    rang = np.arange(len(qui)) - np.repeat(np.cumsum(nombre) - nombre, nombre)
    mois = premiers[qui] + rang.astype("timedelta64[M]")
    ouvrables = np.busday_count(
        np.maximum(premier(mois), debut[qui]),
        np.minimum(dernier(mois), fin[qui]) + np.timedelta64(1, "D"),
        busdaycal=OUVRES,
    )
    intensite = contrats_["type_contrat"].map(h.INTENSITE).to_numpy(dtype=float)
    rythme = np.clip(intensite * rng.uniform(0.85, 1.1, len(contrats_)), None, 1.0)[qui]
    rythme = rythme * rng.uniform(0.92, 1.0, len(qui))
    return pd.DataFrame(
        {
            "contrat": contrats_.index.to_numpy()[qui],
            "type_contrat": contrats_["type_contrat"].to_numpy()[qui],
            "secteur": contrats_["secteur"].to_numpy()[qui],
            "mois": premier(mois),
            "poids": np.maximum(ouvrables, 0) * rythme * h.HEURES_PAR_JOUR,
        }
    )


def _totaux(annee: Annee, capacite: Reels) -> Reels:
    """Hours by (type, sector): both published margins, in proportion to the working time."""
    par_type = list(annee.cibles.heures_type.values())
    par_secteur = [annee.cibles.heures_secteur[nom] for nom in SECTEURS]
    attendu = ajuster(capacite, [(0, par_type), (1, par_secteur)])
    lignes, colonnes = np.indices(capacite.shape)
    marges = [Marge(lignes == rang, n) for rang, n in enumerate(par_type)]
    marges += [Marge(colonnes == rang, n) for rang, n in enumerate(par_secteur)]
    return croiser(attendu, marges).astype(float)


def _au_moins_une(total: int, poids: Reels) -> Entiers:
    """`total` hours shared by weight, at least one for each month that counts working days."""
    actifs = (poids > 0).astype(np.int64)
    parts: Entiers = actifs + repartir(total - int(actifs.sum()), np.where(poids > 0, poids, 0))
    return parts
