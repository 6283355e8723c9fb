"""Checks on what surrounds the parcours: référents, prescriptions, clauses."""

from typing import Final

import pandas as pd

from plie_metrics.qualite.donnees import Donnees, jour, releve
from plie_metrics.qualite.modele import Constat, Gravite, Regle

SANS_PARCOURS: Final = Regle(
    "participant_sans_parcours",
    Gravite.A_COMPLETER,
    "participants",
    "Des participants n’ont aucun parcours.",
    "Créez le parcours, ou retirez le participant de l’extrait.",
)
REFERENT_PARTI: Final = Regle(
    "parcours_d_un_referent_parti",
    Gravite.A_VERIFIER,
    "parcours",
    "Des parcours en cours sont suivis par un référent qui a quitté son poste.",
    "Affectez-les à un autre référent.",
)
AUTRE_STRUCTURE: Final = Regle(
    "structure_differente",
    Gravite.A_VERIFIER,
    "parcours",
    "Des parcours en cours portent une autre structure que celle de leur référent.",
    "Corrigez la structure du parcours ou celle du référent.",
)
SUITE_CONTRAIRE: Final = Regle(
    "suite_de_prescription",
    Gravite.A_VERIFIER,
    "prescriptions",
    "Des prescriptions « entrée » n’ont pas de parcours, ou l’inverse.",
    "Rattachez la prescription à son parcours, ou corrigez sa suite.",
    "taux_entree_sur_prescription",
)
CONTRAT_INVERSE: Final = Regle(
    "contrat_fini_avant_son_debut",
    Gravite.IMPOSSIBLE,
    "clauses_contrats",
    "Des contrats des clauses finissent avant d’avoir commencé.",
    "Corrigez les dates du contrat.",
)
HEURES_HORS_CONTRAT: Final = Regle(
    "heures_hors_contrat",
    Gravite.A_VERIFIER,
    "clauses_heures",
    "Des heures des clauses sont déclarées hors des dates de leur contrat.",
    "Corrigez le mois des heures ou les dates du contrat.",
    "clauses_heures",
)


def controler_autour(donnees: Donnees) -> tuple[Constat, ...]:
    """The findings of the tables present."""
    return (
        _sans_parcours(donnees),
        *_referents(donnees),
        *_prescriptions(donnees),
        *_clauses(donnees),
    )


def _sans_parcours(donnees: Donnees) -> Constat:
    gens = donnees.tables["participants"]
    seuls = ~gens["participant_id"].isin(donnees.parcours["participant_id"])
    return releve(SANS_PARCOURS, gens, seuls, "participant_id")


def _referents(donnees: Donnees) -> list[Constat]:
    referents = donnees.table("referents")
    if referents is None:
        return []
    uniques = referents.drop_duplicates("referent_id").set_index("referent_id")
    ouverts = donnees.ouverts
    siege = ouverts["referent_id"].map(uniques["structure"])
    autre = siege.notna() & (siege != ouverts["structure"])
    constats = [
        releve(AUTRE_STRUCTURE, ouverts, autre, "parcours_id", lambda p: str(p["structure"]))
    ]
    if "fin" in uniques:
        depart = ouverts["referent_id"].map(uniques["fin"])
        partis = ouverts.assign(depart=depart)
        parti = depart < pd.Timestamp(donnees.arrete)
        constats.append(
            releve(
                REFERENT_PARTI,
                partis,
                parti,
                "parcours_id",
                lambda p: f"départ le {jour(p['depart'])}",
            )
        )
    return constats


def _prescriptions(donnees: Donnees) -> list[Constat]:
    lignes = donnees.table("prescriptions")
    if lignes is None:
        return []
    contraire = (lignes["suite"] == "entree") != lignes["parcours_id"].notna()
    return [releve(SUITE_CONTRAIRE, lignes, contraire, "prescription_id")]


def _clauses(donnees: Donnees) -> list[Constat]:
    contrats, heures = donnees.table("clauses_contrats"), donnees.table("clauses_heures")
    if contrats is None:
        return []
    inverse = contrats["date_fin"] < contrats["date_debut"]
    constats = [releve(CONTRAT_INVERSE, contrats, inverse, "contrat_id")]
    if heures is not None:
        uniques = contrats.drop_duplicates("contrat_id")
        suivies = heures.merge(uniques, on="contrat_id", how="left")
        premier = suivies["date_debut"].dt.to_period("M").dt.to_timestamp()
        hors = (suivies["mois"] < premier) | (suivies["mois"] > suivies["date_fin"])
        constats.append(
            releve(HEURES_HORS_CONTRAT, suivies, hors, "contrat_id", lambda h: f"{h['mois']:%m/%Y}")
        )
    return constats
