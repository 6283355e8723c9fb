"""Who works in the clauses over a year: kinds of contract, sectors, sex, quartier, and the people.

« 9 salariés ont travaillé avec un CTTI avant de signer un contrat de professionnalisation »; some
worked in both sectors; every woman works in the services (report 2016, chapter clauses).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import Jours, jours
from plie_metrics.demonstration.cibles_clauses import CiblesClauses
from plie_metrics.demonstration.repartition import Entiers, repartir, tirer_exact
from plie_metrics.schema import MOTIFS_POSITIFS

DEUX: Final = "BTP+SERVICES"
FENETRE_MINIMALE: Final = 35
FENETRE_USUELLE: Final = 75
JOURS_PAR_MOIS: Final = 30.4375


@dataclass(frozen=True)
class Annee:
    """A year of the clauses: its targets and how many contracts start in it."""

    annee: int
    cibles: CiblesClauses
    contrats: int
    cloture: bool

    @property
    def debut(self) -> np.datetime64:
        """1st January."""
        return np.datetime64(f"{self.annee}-01-01", "D")

    @property
    def fin(self) -> np.datetime64:
        """31 December."""
        return np.datetime64(f"{self.annee}-12-31", "D")


def salaries(annee: Annee, parcours: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The salariés of a year: types, secteur, qpv, parcours, personne, debut and fin of window.

    `parcours`: those that may be chosen, with sexe, qpv, date_entree, date_sortie, borne (start
    of the job that leads to the exit). One row a person.
    """
    profils = _profils(annee.cibles, rng)
    candidats = _candidats(annee, parcours)
    morceaux = []
    for (sexe, qpv), cellule in profils.groupby(["sexe", "qpv"], sort=True):
        choisis = _choisir(candidats, str(sexe), str(qpv), len(cellule), rng)
        candidats = candidats.drop(choisis.index)
        ordonnes = cellule.sort_values("besoin", ascending=False, kind="stable")
        morceaux.append(
            ordonnes.drop(columns=["sexe", "qpv"])
            .reset_index(drop=True)
            .join(choisis.sort_values("fenetre", ascending=False, kind="stable").reset_index())
        )
    retenus = pd.concat(morceaux, ignore_index=True)
    return retenus.iloc[rng.permutation(len(retenus))].reset_index(drop=True)


def _profils(cibles: CiblesClauses, rng: np.random.Generator) -> pd.DataFrame:
    """One row a salarié: types (« CTTI+C/PRO » for two), secteur, sexe, qpv (« » hors), besoin."""
    seuls = dict(cibles.salaries_type)
    seuls["CTTI"] -= cibles.deux_types
    seuls["C/PRO"] -= cibles.deux_types
    services = _services(cibles, seuls)
    lignes: list[tuple[str, str]] = [("CTTI+C/PRO", "BTP")] * cibles.deux_types
    lignes += [("CTTI", DEUX)] * cibles.deux_secteurs
    for type_contrat, nombre in seuls.items():
        en_services = services[type_contrat]
        deja = cibles.deux_secteurs if type_contrat == "CTTI" else 0
        lignes += [(type_contrat, "SERVICES")] * en_services
        lignes += [(type_contrat, "BTP")] * (nombre - en_services - deja)
    profils = pd.DataFrame(lignes, columns=["types", "secteur"])
    femmes = np.zeros(len(profils), dtype=bool)
    possibles = np.flatnonzero(profils["secteur"] == "SERVICES")
    femmes[rng.choice(possibles, cibles.femmes, replace=False)] = True
    profils["sexe"] = np.where(femmes, "F", "H")
    profils["qpv"] = _quartiers(cibles, femmes, rng)
    profils["besoin"] = [
        max(h.MOIS_DE_CONTRAT[t] for t in types.split("+")) + (3 if "+" in types else 0)
        for types in profils["types"]
    ]
    return profils


def _services(cibles: CiblesClauses, seuls: dict[str, int]) -> dict[str, int]:
    """Salariés of the services only, by kind of contract."""
    total = cibles.salaries_secteur["SERVICES"] - cibles.deux_secteurs
    poids = [n * h.SERVICES_PAR_CONTRAT[nom] for nom, n in seuls.items()]
    return dict(zip(seuls, repartir(total, poids).tolist(), strict=True))


def _quartiers(cibles: CiblesClauses, femmes: Any, rng: np.random.Generator) -> Any:
    """Quartier of each salarié (« » hors QPV), women in proportion, so that few suffice."""
    noms = ["", *cibles.salaries_qpv]
    total = np.array(
        [cibles.salaries - sum(cibles.salaries_qpv.values()), *cibles.salaries_qpv.values()]
    )
    chez_femmes = repartir(int(femmes.sum()), total)
    quartiers = np.empty(len(femmes), dtype=object)
    for qui, effectifs in ((femmes, chez_femmes), (~femmes, total - chez_femmes)):
        quartiers[qui] = rng.permutation(np.repeat(np.array(noms, dtype=object), effectifs))
    return quartiers


def _candidats(annee: Annee, parcours: pd.DataFrame) -> pd.DataFrame:
    """Parcours with time enough in the year: debut, fin (of what is free), fenetre in days."""
    debut = np.maximum(jours(parcours["date_entree"]) + np.timedelta64(12, "D"), annee.debut)
    fin = np.minimum(_fin(parcours["date_sortie"], annee), _fin(parcours["borne"], annee))
    fenetre = (np.minimum(fin, annee.fin) - debut).astype(int)
    exclus = parcours["motif_sortie"].isin(["maternite", "retraite", "sante"])
    libres = parcours.assign(debut=debut, fin=fin, fenetre=fenetre, qpv=parcours["qpv"].fillna(""))
    libres = libres[(libres["fenetre"] >= FENETRE_MINIMALE) & ~exclus]
    colonnes = ["personne", "sexe", "qpv", "debut", "fin", "fenetre", "date_entree", "motif_sortie"]
    gardes = libres[colonnes].drop_duplicates("personne")
    gardes.index.name = "parcours"
    return gardes


def _fin(dates: "pd.Series[Any]", annee: Annee) -> Jours:
    """The last day free for a contract: the date, or well after the year when there is none."""
    loin = annee.fin + np.timedelta64(240 if annee.cloture else 0, "D")
    brutes = jours(dates) - np.timedelta64(1, "D")
    return np.minimum(np.where(np.isnat(brutes), loin, brutes), loin)


def _choisir(
    candidats: pd.DataFrame, sexe: str, qpv: str, nombre: int, rng: np.random.Generator
) -> pd.DataFrame:
    """`nombre` of them, those with the longest windows and a good ending being likelier.

    A quartier with too few people who have time enough takes shorter windows, then other people.
    """
    du_sexe = candidats["sexe"] == sexe
    memes = candidats[du_sexe & (candidats["qpv"] == qpv)]
    assez = memes[memes["fenetre"] >= FENETRE_USUELLE]
    if len(assez) < nombre:
        assez = memes
    if len(assez) < nombre:
        assez = candidats[du_sexe & (candidats["qpv"] == "")]
    heureux = assez["motif_sortie"].isna() | assez["motif_sortie"].isin(MOTIFS_POSITIFS)
    chance = np.clip(assez["fenetre"].to_numpy() / 420, 0.05, 0.9)
    retenus = tirer_exact(rng, chance * np.where(heureux, 1.0, 0.4), nombre)
    return assez.iloc[np.flatnonzero(retenus)]


def nombre_de_missions(salaries_: pd.DataFrame, contrats: int, rng: np.random.Generator) -> Entiers:
    """Contracts of each salarié: one a type and a sector, the others are further CTTI missions."""
    base = np.where(salaries_["types"] == "CTTI+C/PRO", 2, 1) + (salaries_["secteur"] == DEUX)
    interimaires = (salaries_["types"] == "CTTI").to_numpy()
    longueur = np.clip(salaries_["fenetre"].to_numpy(), 60, 300)
    poids = np.where(interimaires, longueur * rng.uniform(0.1, 1.0, len(salaries_)), 0.0)
    return (base + repartir(contrats - int(base.sum()), poids)).astype(np.int64)
