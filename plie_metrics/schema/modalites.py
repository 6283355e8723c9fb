"""The codes a categorical column may hold and their French labels, written once, here.

Order of each mapping = order of display. Codes: the public contract of the extract; labels: the
words of the 2016 activity report where it has them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Modalites = Mapping[str, str]

SEXES: Final[Modalites] = MappingProxyType({"F": "Femmes", "H": "Hommes"})

NIVEAUX_FORMATION: Final[Modalites] = MappingProxyType(
    {
        "III+": "Niveau III et plus (bac + 2 et au-delà)",
        "IV": "Niveau IV (baccalauréat)",
        "V": "Niveau V (CAP, BEP)",
        "Vbis": "Niveau V bis (fin de collège)",
        "VI": "Niveau VI (sans diplôme)",
    }
)
NIVEAUX_V_INFRA: Final = ("V", "Vbis", "VI")

PRESCRIPTEURS: Final[Modalites] = MappingProxyType(
    {
        "pole_emploi": "Pôle emploi",
        "conseil_departemental": "Conseil départemental",
        "mission_locale": "Mission locale",
        "spip": "SPIP",
        "commune_mdef_services_sociaux": "Mairies, MDEF, services sociaux",
        "operateur": "Opérateurs",
    }
)

MOTIFS_SORTIE: Final[Modalites] = MappingProxyType(
    {
        "emploi_cdi": "Emploi en CDI",
        "emploi_cdd_6_mois": "Emploi en CDD de six mois et plus",
        "emploi_interim_6_mois": "Intérim, six mois et plus",
        "creation_activite": "Création ou reprise d’activité",
        "emploi_aide": "Emploi aidé",
        "formation_qualifiante": "Formation qualifiante",
        "chantier_insertion_senior": "Senior en chantier d’insertion",
        "demenagement": "Déménagement",
        "sante": "Santé",
        "retraite": "Retraite",
        "deces": "Décès",
        "suivi_impossible": "Suivi impossible",
        "plus_30_mois": "Suivi de plus de 30 mois",
        "demande_participant": "À la demande du participant",
        "autre_accompagnement": "Autre accompagnement plus adapté",
        "maternite": "Maternité",
        "autre": "Autre",
    }
)
MOTIFS_POSITIFS: Final = (
    "emploi_cdi",
    "emploi_cdd_6_mois",
    "emploi_interim_6_mois",
    "creation_activite",
    "emploi_aide",
    "formation_qualifiante",
    "chantier_insertion_senior",
)
MOTIFS_NEUTRES: Final = ("demenagement", "sante", "retraite", "deces")

SITUATIONS_SORTIE: Final[Modalites] = MappingProxyType(
    {
        "emploi": "En emploi",
        "formation": "En formation",
        "recherche": "En recherche d’emploi",
        "inactif": "Inactif",
    }
)

TYPES_ETAPE: Final[Modalites] = MappingProxyType(
    {
        "cdd_moins_6_mois": "CDD de moins de six mois",
        "cdd_6_mois_et_plus": "CDD de six mois et plus",
        "cdi": "CDI",
        "interim": "Mission d’intérim",
        "clause_insertion": "Clause d’insertion",
        "cddi": "CDDI",
        "contrat_aide": "Contrat aidé",
        "creation_activite": "Création d’activité",
        "chantier_insertion": "Chantier d’insertion",
        "formation": "Formation",
        "immersion": "Immersion",
        "remobilisation": "Remobilisation",
        "levee_freins": "Levée des freins",
        "projet": "Projet professionnel",
    }
)
TYPES_ETAPE_EMPLOI: Final = (
    "cdd_moins_6_mois",
    "cdd_6_mois_et_plus",
    "cdi",
    "interim",
    "clause_insertion",
    "cddi",
    "contrat_aide",
    "creation_activite",
)

SUITES_PRESCRIPTION: Final[Modalites] = MappingProxyType(
    {
        "entree": "Entrée",
        "refus": "Refus",
        "absence": "Absence",
        "en_attente": "En attente",
    }
)

TYPES_CONTRAT: Final[Modalites] = MappingProxyType(
    {
        "CDD": "CDD",
        "CDDI": "CDDI",
        "CDI": "CDI",
        "C/PRO": "Contrat de professionnalisation",
        "CTTI": "CTTI",
    }
)
SECTEURS: Final[Modalites] = MappingProxyType(
    {"BTP": "Bâtiment et travaux publics", "SERVICES": "Marchés de services"}
)
TYPES_SORTIE_CLAUSES: Final[Modalites] = MappingProxyType(
    {
        "c_pro": "Contrat de professionnalisation",
        "cdi": "CDI",
        "cdd_6_mois": "CDD de plus de six mois",
        "formation_qualifiante": "Formation qualifiante",
    }
)

UNITES_ML: Final[Modalites] = MappingProxyType(
    {"nombre": "Nombre", "taux": "Taux", "ratio": "Ratio"}
)
SENS_ML: Final[Modalites] = MappingProxyType({"hausse": "À la hausse", "baisse": "À la baisse"})
NATURES_ML: Final[Modalites] = MappingProxyType(
    {
        "realisation": "Réalisation",
        "objectif": "Objectif",
        "moyenne_regionale": "Moyenne régionale",
    }
)

VEILLES: Final[Modalites] = MappingProxyType(
    {
        "VEILLE-QUETIGNY-CENTRE": "Quetigny Centre (quartier de veille)",
        "VEILLE-LONGVIC-GUYNEMER": "Longvic Guynemer (quartier de veille)",
    }
)
HORS_QPV: Final = "hors_qpv"
INCONNU: Final = "inconnu"
AUTRES: Final = "autres"
"""Modalities that the secrecy merges for a profile."""
LIBELLES_ABSENCE: Final[Modalites] = MappingProxyType(
    {HORS_QPV: "Hors QPV", INCONNU: "Non renseigné", AUTRES: "Autres"}
)

CLASSES_AGE: Final[Mapping[str, tuple[int, int | None]]] = MappingProxyType(
    {
        "15-24": (15, 24),
        "25-44": (25, 44),
        "45-54": (45, 54),
        "55-64": (55, 64),
        "65+": (65, None),
    }
)
"""Bounds of the age classes, both included; None = no upper bound."""
LIBELLES_AGE: Final[Modalites] = MappingProxyType(
    {
        "15-24": "15-24 ans",
        "25-44": "25-44 ans",
        "45-54": "45-54 ans",
        "55-64": "55-64 ans",
        "65+": "65 ans et plus",
    }
)


def est_qpv(code: str | None) -> bool:
    """True for a quartier prioritaire (QP… of 2015, QN… of 2024); a quartier de veille is none."""
    return code is not None and code.startswith(("QP", "QN"))
