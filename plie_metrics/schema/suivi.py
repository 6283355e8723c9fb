"""The tables of the follow-up of the participants."""

from typing import Final

from plie_metrics.schema import modalites as m
from plie_metrics.schema.colonnes import (
    EN_COURS,
    booleen,
    commune,
    decimal,
    entier,
    fermee,
    identifiant,
    jour,
    ouverte,
    quartier,
)
from plie_metrics.schema.structure import Table

PARTICIPANTS: Final = Table(
    "participants",
    "Participants",
    (
        identifiant("participant_id", "Numéro du participant"),
        fermee("sexe", "Sexe", m.SEXES),
        entier("annee_naissance", "Année de naissance", minimum=1900),
        commune(),
        quartier(libelle="Quartier, liste en vigueur à l’arrêté"),
        fermee("niveau_formation", "Niveau de formation", m.NIVEAUX_FORMATION, nulle=True),
        booleen("brsa", "Bénéficiaire du RSA"),
        booleen("deld", "Demandeur d’emploi de longue durée"),
        quartier("qpv_2024", "Quartier, liste de 2024", requise=False),
    ),
    cle=("participant_id",),
    requise=True,
)

PARCOURS: Final = Table(
    "parcours",
    "Parcours",
    (
        identifiant("parcours_id", "Numéro du parcours"),
        identifiant("participant_id", "Numéro du participant", reference="participants"),
        ouverte("referent_id", "Référent", reference="referents"),
        ouverte("structure", "Structure du référent"),
        fermee("prescripteur", "Prescripteur", m.PRESCRIPTEURS),
        jour("date_entree", "Date d’entrée", pas_apres_arrete=True),
        jour(
            "date_sortie",
            "Fin du suivi, telle que validée",
            nulle=True,
            sens_null=EN_COURS,
            pas_apres_arrete=True,
        ),
        fermee("motif_sortie", "Motif de sortie", m.MOTIFS_SORTIE, nulle=True, sens_null=EN_COURS),
        jour("date_saisie_entree", "Saisie de l’entrée", requise=False, nulle=True),
        jour("date_saisie_sortie", "Saisie de la sortie", requise=False, nulle=True),
        jour("date_validation", "Validation en commission", requise=False, nulle=True),
        fermee(
            "situation_sortie",
            "Situation à la sortie",
            m.SITUATIONS_SORTIE,
            requise=False,
            nulle=True,
        ),
    ),
    cle=("parcours_id",),
    requise=True,
)

ETAPES: Final = Table(
    "etapes",
    "Étapes de parcours",
    (
        identifiant("etape_id", "Numéro de l’étape"),
        identifiant("parcours_id", "Numéro du parcours", reference="parcours"),
        fermee("type_etape", "Type d’étape", m.TYPES_ETAPE),
        jour("date_debut", "Début de l’étape", pas_apres_arrete=True),
        jour("date_fin", "Fin de l’étape", nulle=True, sens_null=EN_COURS),
        decimal(
            "heures_hebdo",
            "Heures par semaine",
            requise=False,
            nulle=True,
            minimum=0,
            maximum=168,
        ),
    ),
    cle=("etape_id",),
)

ENTRETIENS: Final = Table(
    "entretiens",
    "Entretiens",
    (
        identifiant("entretien_id", "Numéro de l’entretien"),
        identifiant("parcours_id", "Numéro du parcours", reference="parcours"),
        jour("date", "Date de l’entretien", pas_apres_arrete=True),
    ),
    cle=("entretien_id",),
)

REFERENTS: Final = Table(
    "referents",
    "Référents",
    (
        identifiant("referent_id", "Référent"),
        ouverte("structure", "Structure"),
        decimal("etp", "Équivalent temps plein", minimum=0, maximum=1),
        identifiant("nom_affiche", "Nom affiché", requise=False, nulle=True),
        identifiant("identifiant_connexion", "Identifiant de connexion", requise=False, nulle=True),
        jour("debut", "Arrivée", requise=False, nulle=True, sens_null="avant l’extrait"),
        jour("fin", "Départ", requise=False, nulle=True, sens_null="en poste"),
    ),
    cle=("referent_id",),
)

OBJECTIFS: Final = Table(
    "objectifs",
    "Objectifs",
    (
        ouverte("indicateur", "Indicateur"),
        ouverte("perimetre", "Périmètre", motif=r"plie|referent|(referent|structure):.+"),
        jour("debut", "Début"),
        jour("fin", "Fin"),
        decimal("cible", "Cible", minimum=0),
    ),
    cle=("indicateur", "perimetre", "debut", "fin"),
)

PRESCRIPTIONS: Final = Table(
    "prescriptions",
    "Prescriptions",
    (
        identifiant("prescription_id", "Numéro de la prescription"),
        jour("date", "Date de la prescription"),
        fermee("prescripteur", "Prescripteur", m.PRESCRIPTEURS),
        commune(nulle=True),
        fermee("suite", "Suite donnée", m.SUITES_PRESCRIPTION),
        identifiant(
            "parcours_id",
            "Numéro du parcours",
            nulle=True,
            sens_null="sans entrée",
            reference="parcours",
        ),
    ),
    cle=("prescription_id",),
)
