"""The clauses d'insertion of the three years: the published one exactly, the others alike."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import (
    clauses_contrats,
    clauses_heures,
    clauses_marches,
    clauses_orientations,
    clauses_salaries,
    clauses_sorties,
)
from plie_metrics.demonstration import hypotheses_clauses as h
from plie_metrics.demonstration.calendrier import JAMAIS, dernier, jours
from plie_metrics.demonstration.cibles_clauses import CiblesClauses, reduire
from plie_metrics.demonstration.clauses_salaries import Annee

CLOTURE: Final = np.datetime64("2016-12-31", "D")
DELAI_HEURES: Final = (3, 38)
Alea = Callable[[str], np.random.Generator]


def construire(
    cibles: CiblesClauses, contrats_publies: int, parcours: pd.DataFrame, copie: int, alea: Alea
) -> dict[str, pd.DataFrame]:
    """The internal tables contrats, heures, orientations, sorties, engagements.

    `contrats_publies`: contracts that start in the published year (its étapes « clauses »).
    `parcours`: with sexe, qpv and borne. The published year is served first.
    """
    annees = [Annee(2016, cibles, contrats_publies, True)] + [
        Annee(annee, reduire(cibles, part), round(contrats_publies * part), False)
        for annee, part in sorted(h.VOLUME_CLAUSES.items(), reverse=True)
    ]
    pris: set[int] = set()
    morceaux = []
    for annee in annees:
        libres = parcours[~parcours["personne"].isin(pris)]
        morceau = _une_annee(annee, libres, alea)
        pris |= set(morceau["salaries"]["personne"])
        morceaux.append(morceau)
    return _assembler(morceaux, copie, alea)


def _une_annee(annee: Annee, parcours: pd.DataFrame, alea: Alea) -> dict[str, pd.DataFrame]:
    def ici(concept: str) -> np.random.Generator:
        return alea(f"clauses_{concept}_{annee.annee}")

    salaries = clauses_salaries.salaries(annee, parcours, ici("salaries"))
    missions = clauses_salaries.nombre_de_missions(
        salaries, annee.contrats + h.CONTRATS_REPORTES, ici("missions")
    )
    contrats = clauses_contrats.contrats(annee, salaries, missions, ici("contrats"))
    premiers = contrats.groupby("salarie")["date_debut"].min()
    nouveaux = premiers.where(premiers >= pd.Timestamp(annee.debut))
    salaries = salaries.assign(premier=nouveaux)
    sorties = clauses_sorties.sorties(annee, salaries, contrats, ici("sorties"))
    return {
        "salaries": salaries,
        "heures": clauses_heures.heures(annee, contrats, ici("heures")),
        "contrats": contrats.assign(parcours=salaries["parcours"].to_numpy()[contrats["salarie"]]),
        "orientations": clauses_orientations.orientations(
            annee, salaries, parcours, ici("orientations")
        ),
        "sorties": sorties.assign(parcours=salaries["parcours"].to_numpy()[sorties["salarie"]]),
    }


def _assembler(
    morceaux: list[dict[str, pd.DataFrame]], copie: int, alea: Alea
) -> dict[str, pd.DataFrame]:
    """The three years in one, rows renumbered, contracts on operations, hours with their delay."""
    decales, heures, candidats = 0, [], 0
    for morceau in morceaux:
        heures.append(morceau["heures"].assign(contrat=morceau["heures"]["contrat"] + decales))
        decales += len(morceau["contrats"])
        morceau["orientations"]["candidat"] += candidats
        candidats = int(morceau["orientations"]["candidat"].max()) + 1
    contrats = pd.concat([m["contrats"] for m in morceaux], ignore_index=True)
    marches = clauses_marches.marches(copie, alea("marches"))
    contrats = clauses_marches.attribuer(contrats, marches, alea("operations"))
    toutes = pd.concat(heures, ignore_index=True)
    return {
        "contrats": contrats,
        "heures": toutes.assign(saisie=_saisie(toutes["mois"], alea("saisie_heures"))),
        "orientations": _dater(pd.concat([m["orientations"] for m in morceaux], ignore_index=True)),
        "sorties": pd.concat([m["sorties"] for m in morceaux], ignore_index=True),
        "engagements": clauses_marches.engagements(
            marches, contrats, toutes, CLOTURE, alea("engagements")
        ),
    }


def _saisie(mois: "pd.Series[Any]", rng: np.random.Generator) -> Any:
    """The employer declares the hours of a month in the weeks that follow."""
    fin = dernier(jours(mois).astype("datetime64[M]"))
    delai = rng.integers(*DELAI_HEURES, len(fin)).astype("timedelta64[D]")
    return np.minimum(fin + delai, CLOTURE)


def _dater(orientations: pd.DataFrame) -> pd.DataFrame:
    validation = np.minimum(clauses_orientations.validees_le(orientations), CLOTURE)
    return orientations.assign(validation=np.where(orientations["validee"], validation, JAMAIS))


def etapes(contrats: pd.DataFrame) -> pd.DataFrame:
    """The étape that each contract is in its parcours."""
    return pd.DataFrame(
        {
            "parcours": contrats["parcours"].to_numpy(),
            "type_etape": "clause_insertion",
            "date_debut": contrats["date_debut"].to_numpy(),
            "date_fin": contrats["date_fin"].to_numpy(),
            "heures_hebdo": np.where(contrats["type_contrat"] == "CDDI", 26.0, 35.0),
        }
    )
