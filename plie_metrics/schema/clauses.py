"""The tables of the clauses d'insertion."""

from typing import Final

from plie_metrics.schema import modalites as m
from plie_metrics.schema.colonnes import (
    EN_COURS,
    booleen,
    decimal,
    fermee,
    identifiant,
    jour,
    ouverte,
    quartier,
)
from plie_metrics.schema.structure import Colonne, Table


def _participant() -> Colonne:
    return identifiant(
        "participant_id",
        "Numéro du participant",
        nulle=True,
        sens_null="non suivi par le PLIE",
        reference="participants",
    )


CONTRATS: Final = Table(
    "clauses_contrats",
    "Contrats des clauses d’insertion",
    (
        identifiant("contrat_id", "Numéro du contrat"),
        _participant(),
        fermee("type_contrat", "Type de contrat", m.TYPES_CONTRAT),
        fermee("secteur", "Secteur", m.SECTEURS),
        jour("date_debut", "Début du contrat"),
        jour("date_fin", "Fin du contrat", nulle=True, sens_null=EN_COURS),
        ouverte("maitre_ouvrage", "Maître d’ouvrage", requise=False, nulle=True),
        ouverte("operation", "Opération", requise=False, nulle=True),
        ouverte("entreprise", "Entreprise", requise=False, nulle=True),
    ),
    cle=("contrat_id",),
)

HEURES: Final = Table(
    "clauses_heures",
    "Heures des clauses d’insertion",
    (
        identifiant("contrat_id", "Numéro du contrat", reference="clauses_contrats"),
        jour("mois", "Mois (premier jour)", premier_du_mois=True),
        decimal("heures", "Heures travaillées", minimum=0),
    ),
    cle=("contrat_id", "mois"),
)

ORIENTATIONS: Final = Table(
    "clauses_orientations",
    "Orientations vers les clauses d’insertion",
    (
        identifiant("orientation_id", "Numéro de l’orientation"),
        identifiant("candidat_id", "Numéro du candidat"),
        _participant(),
        jour("date", "Date de l’orientation", pas_apres_arrete=True),
        ouverte("prescripteur", "Prescripteur (« PLIE » pour les référents)"),
        fermee("secteur", "Secteur", m.SECTEURS),
        quartier(),
        booleen("validee", "Candidature validée"),
    ),
    cle=("orientation_id",),
)

SORTIES: Final = Table(
    "clauses_sorties",
    "Sorties positives des clauses d’insertion",
    (
        identifiant("sortie_id", "Numéro de la sortie"),
        _participant(),
        jour("date", "Date de la sortie"),
        fermee("type_sortie", "Type de sortie", m.TYPES_SORTIE_CLAUSES),
        quartier(),
    ),
    cle=("sortie_id",),
)

ENGAGEMENTS: Final = Table(
    "clauses_engagements",
    "Heures engagées par marché",
    (
        ouverte("operation", "Opération"),
        ouverte("lot", "Lot", nulle=True, sens_null="marché sans lot"),
        ouverte("maitre_ouvrage", "Maître d’ouvrage"),
        decimal("heures_engagees", "Heures engagées", minimum=0),
        jour("debut", "Début"),
        jour("fin", "Fin", nulle=True, sens_null=EN_COURS),
    ),
    cle=("operation", "lot"),
)
