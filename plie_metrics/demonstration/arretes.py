"""What each arrêté shows of the demonstration: only what was keyed in by then, as it was then."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration.calendrier import JAMAIS, jours
from plie_metrics.demonstration.clauses_marches import vu_le
from plie_metrics.demonstration.corrections import avant_correction
from plie_metrics.demonstration.extrait import Extrait
from plie_metrics.demonstration.prescriptions import vues_le
from plie_metrics.schema import TABLES

ARRETES: Final = (date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30), date(2016, 12, 31))
SORTIE: Final = ("date_sortie", "motif_sortie", "date_validation", "situation_sortie")
ETAPES_A_TERME: Final = ("cdd_moins_6_mois", "cdd_6_mois_et_plus", "contrat_aide", "cddi")
A_DUREE_FIXEE: Final = ("CDD", "CDDI", "C/PRO")


def vue(extrait: Extrait, arrete: date) -> dict[str, pd.DataFrame]:
    """The generated tables of the extract, as they stood on the evening of `arrete`."""
    quand = np.datetime64(arrete, "D")
    tables = extrait.tables
    suivi = _parcours(extrait, quand)
    gens = avant_correction(tables["personnes"], extrait.corrections.personnes, quand)
    suivi = suivi.assign(participant_id=gens["participant_id"].to_numpy()[suivi["personne"]])
    contrats = _contrats(tables["contrats"], suivi, quand)
    return {
        "participants": _colonnes("participants", gens[gens.index.isin(suivi["personne"])]),
        "parcours": _colonnes("parcours", _referents(suivi, tables["referents"])),
        "etapes": _colonnes("etapes", _etapes(tables["etapes"], suivi, quand)),
        "entretiens": _colonnes("entretiens", _entretiens(tables["entretiens"], suivi, quand)),
        "referents": _colonnes("referents", tables["referents"]),
        "prescriptions": _colonnes(
            "prescriptions", _prescriptions(tables["prescriptions"], suivi, quand)
        ),
        "clauses_contrats": _colonnes("clauses_contrats", contrats),
        "clauses_heures": _colonnes("clauses_heures", _heures(tables["heures"], contrats, quand)),
        "clauses_orientations": _colonnes(
            "clauses_orientations", _orientations(tables["orientations"], suivi, quand)
        ),
        "clauses_sorties": _colonnes("clauses_sorties", _sorties(tables["sorties"], suivi, quand)),
        "clauses_engagements": _colonnes(
            "clauses_engagements", vu_le(tables["engagements"], quand)
        ),
    }


def reunir(copies: Sequence[dict[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """The same tables of every copy, one under the other."""
    return {
        nom: pd.concat([copie[nom] for copie in copies], ignore_index=True) for nom in copies[0]
    }


def _colonnes(nom: str, table: pd.DataFrame) -> pd.DataFrame:
    """The columns of the schema that the table has, in its order."""
    return table[[colonne for colonne in TABLES[nom].noms if colonne in table.columns]]


def _parcours(extrait: Extrait, quand: Any) -> pd.DataFrame:
    """Entries keyed in; an exit that was not keyed in yet leaves the parcours open."""
    tous = extrait.tables["parcours"]
    vus = tous[jours(tous["date_saisie_entree"]) <= quand].copy()
    connue = jours(vus["date_saisie_sortie"]) <= quand
    for colonne in (*SORTIE, "date_saisie_sortie"):
        vus[colonne] = vus[colonne].where(connue)
    return avant_correction(vus, extrait.corrections.parcours, quand)


def _referents(suivi: pd.DataFrame, equipe: pd.DataFrame) -> pd.DataFrame:
    rang = suivi["referent"]
    return suivi.assign(
        referent_id=equipe["referent_id"].to_numpy()[rang],
        structure=equipe["structure"].to_numpy()[rang],
    )


def _etapes(etapes: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    """Étapes begun and keyed in; one that ends later still runs, its term known if it is fixed."""
    vues = etapes[
        (jours(etapes["date_debut"]) <= quand)
        & (jours(etapes["saisie"]) <= quand)
        & etapes["parcours"].isin(suivi.index)
    ]
    fin = jours(vues["date_fin"])
    connue = (fin <= quand) | vues["type_etape"].isin(ETAPES_A_TERME).to_numpy()
    return _avec_parcours(vues, suivi).assign(date_fin=np.where(connue, fin, JAMAIS))


def _entretiens(entretiens: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    vus = (jours(entretiens["saisie"]) <= quand) & entretiens["parcours"].isin(suivi.index)
    return _avec_parcours(entretiens[vus & (jours(entretiens["date"]) <= quand)], suivi)


def _prescriptions(table: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    vues = vues_le(table, quand, table["parcours"].isin(suivi.index).to_numpy())
    return _avec_parcours(vues, suivi)


def _contrats(contrats: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    """Contracts begun; the end of one that runs is known only for a fixed term."""
    vus: pd.DataFrame = contrats[
        (jours(contrats["date_debut"]) <= quand) & contrats["parcours"].isin(suivi.index)
    ]
    fin = jours(vus["date_fin"])
    connue = (fin <= quand) | vus["type_contrat"].isin(A_DUREE_FIXEE).to_numpy()
    complets = _avec_participant(vus, suivi)
    complets["date_fin"] = np.where(connue, fin, JAMAIS)
    return complets


def _heures(heures: pd.DataFrame, contrats: pd.DataFrame, quand: Any) -> pd.DataFrame:
    vues: pd.DataFrame = heures[
        (jours(heures["saisie"]) <= quand) & heures["contrat"].isin(contrats.index)
    ]
    return vues.assign(
        contrat_id=contrats["contrat_id"].reindex(vues["contrat"]).to_numpy(),
        heures=vues["heures"].astype(float),
    )


def _orientations(orientations: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    vues = orientations[jours(orientations["date"]) <= quand]
    return _avec_participant(vues, suivi).assign(
        validee=jours(vues["validation"]) <= quand, qpv=_sans_vide(vues["qpv"])
    )


def _sorties(sorties: pd.DataFrame, suivi: pd.DataFrame, quand: Any) -> pd.DataFrame:
    vues = sorties[(jours(sorties["date"]) <= quand) & sorties["parcours"].isin(suivi.index)]
    return _avec_participant(vues, suivi).assign(qpv=_sans_vide(vues["qpv"]))


def _sans_vide(codes: "pd.Series[Any]") -> "pd.Series[Any]":
    return codes.astype(object).where(codes != "", None)


def _avec_parcours(table: pd.DataFrame, suivi: pd.DataFrame) -> pd.DataFrame:
    ids = suivi["parcours_id"].reindex(table["parcours"]).to_numpy()
    return table.assign(parcours_id=ids)


def _avec_participant(table: pd.DataFrame, suivi: pd.DataFrame) -> pd.DataFrame:
    """participant_id from the parcours; null when there is none, or none keyed in yet."""
    ids = suivi["participant_id"].reindex(table["parcours"]).to_numpy()
    return table.assign(participant_id=ids)
