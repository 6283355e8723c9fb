"""How complete each field is, and what an empty one hides."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from plie_metrics.qualite.donnees import Donnees, releve
from plie_metrics.qualite.modele import Completude, Constat, Gravite, Regle
from plie_metrics.schema import TABLES, TYPES_ETAPE_EMPLOI, Colonne

NIVEAU: Final = Regle(
    "niveau_formation_inconnu",
    Gravite.A_COMPLETER,
    "participants",
    "Le niveau de formation de participants en file active n’est pas renseigné.",
    "Demandez-le au prochain entretien.",
    "part_niveau_v_infra",
)
SITUATION: Final = Regle(
    "situation_sortie_inconnue",
    Gravite.A_COMPLETER,
    "parcours",
    "La situation à la sortie n’est pas renseignée.",
    "Complétez-la dans le dossier du participant.",
)


CONCERNEES: Final[Mapping[tuple[str, str], Callable[[pd.DataFrame], pd.Series]]] = {
    ("parcours", "date_saisie_sortie"): lambda p: p["date_sortie"].notna(),
    ("parcours", "date_validation"): lambda p: p["date_sortie"].notna(),
    ("parcours", "situation_sortie"): lambda p: p["date_sortie"].notna(),
    ("etapes", "heures_hebdo"): lambda e: e["type_etape"].isin(TYPES_ETAPE_EMPLOI),
}
"""Columns that only some rows can fill: an exit for those who left, hours for a job."""


def completudes(tables: Mapping[str, pd.DataFrame]) -> tuple[Completude, ...]:
    """Every column whose emptiness means « unknown », in the order of the schema.

    A column where an empty cell says something (« en cours », « hors QPV ») is not counted.
    """
    return tuple(
        _completude(nom, colonne, tables[nom])
        for nom, table in TABLES.items()
        if nom in tables
        for colonne in table.colonnes
        if colonne.nom in tables[nom] and not colonne.sens_null
    )


def _completude(nom: str, colonne: Colonne, donnees: pd.DataFrame) -> Completude:
    concernee = CONCERNEES.get((nom, colonne.nom))
    lignes = donnees[concernee(donnees)] if concernee else donnees
    remplies = int(lignes[colonne.nom].count())
    return Completude(nom, colonne.nom, colonne.libelle, remplies, len(lignes))


def controler_completude(donnees: Donnees) -> tuple[Constat, ...]:
    """The empty fields that a figure or the account of the exits needs."""
    niveaux = donnees.tables["participants"][["participant_id", "niveau_formation"]]
    personnes = donnees.ouverts.drop_duplicates("participant_id").merge(
        niveaux.drop_duplicates("participant_id"), on="participant_id", how="left"
    )
    constats = [releve(NIVEAU, personnes, personnes["niveau_formation"].isna(), "participant_id")]
    if "situation_sortie" in donnees.parcours:
        sortis = donnees.parcours[donnees.parcours["date_sortie"].notna()]
        constats.append(releve(SITUATION, sortis, sortis["situation_sortie"].isna(), "parcours_id"))
    return tuple(constats)
