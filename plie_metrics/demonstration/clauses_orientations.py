"""Orientations towards the clauses: prescripteurs, sectors, quartiers and validations at once."""

from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.calendrier import JAMAIS, jours, ouvre, tirer
from plie_metrics.demonstration.cibles_clauses import CiblesClauses
from plie_metrics.demonstration.clauses_candidats import (
    relier_aux_autres,
    relier_aux_salaries,
)
from plie_metrics.demonstration.clauses_salaries import Annee
from plie_metrics.demonstration.repartition import Marge, croiser, etaler
from plie_metrics.schema import est_qpv

SOURCES: Final = ("PLIE", "AUTRE")
SECTEURS: Final = ("BTP", "SERVICES")
DELAI_VALIDATION: Final = 8


def orientations(
    annee: Annee,
    salaries: pd.DataFrame,
    parcours: pd.DataFrame,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Rows: candidat (rank), parcours (row label or -1), date, prescripteur, secteur, qpv, validee.

    `salaries`: with `premier` (start of the first contract, NaT when it began before the year).
    Some validated candidates are the salariés; a référent's candidate is always a participant.
    """
    table = _lignes(annee.cibles, rng)
    table["candidat"] = np.arange(len(table))
    _doubles(table, annee.cibles)
    table["parcours"], table["date"] = -1, JAMAIS
    pris = relier_aux_salaries(table, annee, salaries, rng)
    relier_aux_autres(table, annee, parcours[~parcours["personne"].isin(pris)], rng)
    reste = table["date"].isna()
    debut = np.full(int(reste.sum()), annee.debut)
    table.loc[reste, "date"] = tirer(
        rng, debut, np.full(len(debut), annee.fin - np.timedelta64(9, "D"))
    )
    double = table.duplicated("candidat", keep="first")
    premiers = table[~double].set_index("candidat")
    for colonne in ("parcours", "date"):
        table.loc[double, colonne] = table.loc[double, "candidat"].map(premiers[colonne])
    return table.drop(columns="source")


def _lignes(cibles: CiblesClauses, rng: np.random.Generator) -> pd.DataFrame:
    """One row an orientation, from the whole-number table that has every published margin."""
    quartiers = ["", *cibles.orientations_quartier]
    effectifs = croiser(*_attendu_et_marges(cibles, quartiers))
    cases = etaler(effectifs)
    source, secteur, quartier, valide = np.unravel_index(cases, effectifs.shape)
    table = pd.DataFrame(
        {
            "source": np.array(SOURCES)[source],
            "secteur": np.array(SECTEURS)[secteur],
            "qpv": np.array(quartiers, dtype=object)[quartier],
            "validee": valide == 1,
        }
    )
    table = table.iloc[rng.permutation(len(table))].reset_index(drop=True)
    noms = np.repeat(list(cibles.prescripteurs), list(cibles.prescripteurs.values()))
    table["prescripteur"] = "PLIE"
    table.loc[table["source"] == "AUTRE", "prescripteur"] = rng.permutation(noms)
    return table


def _attendu_et_marges(cibles: CiblesClauses, quartiers: list[str]) -> tuple[Any, list[Marge]]:
    """Axes: source, sector, quartier (first: none), validated or not."""
    par_quartier = cibles.orientations_quartier
    total, en_quartier = sum(cibles.orientations.values()), sum(par_quartier.values())
    effectifs = [total - en_quartier, *par_quartier.values()]
    valides = sum(cibles.validations_secteur.values())
    attendu = np.einsum(
        "i,j,k,l->ijkl",
        [cibles.orientations[nom] / total for nom in SOURCES],
        [cibles.orientations_secteur[nom] / total for nom in SECTEURS],
        effectifs,
        [1 - valides / total, valides / total],
    )
    i, j, k, v = np.indices(attendu.shape)
    veille = np.isin(k, [rang for rang, code in enumerate(quartiers) if code and not est_qpv(code)])
    marges = [Marge(k == rang, int(n)) for rang, n in enumerate(effectifs)]
    marges += [Marge(veille & (v == 1), 0), Marge((k > 0) & (v == 1), cibles.valides_qpv)]
    for rang, nom in enumerate(SOURCES):
        marges.append(Marge(i == rang, cibles.orientations[nom]))
        marges.append(Marge((i == rang) & (k > 0), cibles.orientations_qpv[nom]))
    for rang, nom in enumerate(SECTEURS):
        marges.append(Marge(j == rang, cibles.orientations_secteur[nom]))
        marges.append(Marge((j == rang) & (v == 1), cibles.validations_secteur[nom]))
    return attendu, marges


def _doubles(table: pd.DataFrame, cibles: CiblesClauses) -> None:
    """Candidates validated in both sectors: two orientations, one candidate, in place."""
    possibles = table["validee"] & (table["source"] == "PLIE") & (table["qpv"] == "")
    btp, services = (
        table.index[possibles & (table["secteur"] == nom)][: cibles.doubles_validations]
        for nom in SECTEURS
    )
    table.loc[services, "candidat"] = table.loc[btp, "candidat"].to_numpy()


def validees_le(table: pd.DataFrame) -> Any:
    """Day each candidate is validated, some days after the orientation."""
    return ouvre(jours(table["date"]) + np.timedelta64(DELAI_VALIDATION, "D"))
