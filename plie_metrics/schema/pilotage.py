"""The tables of the contracts, actions and money around the follow-up."""

from typing import Final

from plie_metrics.schema import modalites as m
from plie_metrics.schema.colonnes import decimal, entier, fermee, jour, ouverte
from plie_metrics.schema.structure import Table

ML_INDICATEURS: Final = Table(
    "ml_indicateurs",
    "Indicateurs des missions locales",
    (
        ouverte("contrat", "Contrat ou convention"),
        ouverte("mission_locale", "Mission locale"),
        ouverte("code", "Code de l’indicateur"),
        ouverte("parent", "Indicateur dont il est une part", nulle=True, sens_null="aucun"),
        ouverte("intitule", "Intitulé"),
        fermee("unite", "Unité", m.UNITES_ML),
        fermee("sens", "Sens attendu", m.SENS_ML, nulle=True, sens_null="sans sens attendu"),
        fermee("nature", "Nature", m.NATURES_ML),
        jour("debut", "Début"),
        jour("fin", "Fin"),
        decimal("numerateur", "Numérateur", nulle=True, sens_null="sans objet"),
        decimal("denominateur", "Dénominateur", nulle=True, sens_null="sans objet"),
        decimal("valeur", "Valeur", nulle=True),
    ),
    cle=("contrat", "mission_locale", "code", "nature", "debut", "fin"),
)

ACTIONS: Final = Table(
    "actions",
    "Actions de la programmation",
    (
        ouverte("action", "Action"),
        entier("annee", "Année"),
        entier("rang", "Rang de l’étape", minimum=0),
        ouverte("etape", "Étape de l’action"),
        entier("effectif", "Effectif", nulle=True, minimum=0),
        entier("objectif", "Objectif", nulle=True, sens_null="sans objectif", minimum=0),
    ),
    cle=("action", "annee", "rang"),
)

FINANCES: Final = Table(
    "finances",
    "Moyens financiers",
    (
        entier("annee", "Année"),
        ouverte("poste", "Poste", nulle=True, sens_null="tous postes"),
        ouverte("financeur", "Financeur", nulle=True, sens_null="tous financeurs"),
        decimal("prevu", "Prévu (€)", nulle=True),
        decimal("realise", "Réalisé (€)", nulle=True),
    ),
    cle=("annee", "poste", "financeur"),
)
