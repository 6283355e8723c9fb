"""The actions of the programming of 2016: their tables in the report, their steps in words.

Sources: rapport d'activité 2016, « Les actions de la programmation du PLIE » and « Appels à
projets 2016 ».
"""

from typing import Final

from plie_metrics.publications.actions import Definition, Pas

REMOBILISATION: Final = Definition(
    "action_remobilisation",
    "Remobilisation",
    "structure",
    (
        Pas("prescriptions", "prescription", "prescriptions", "prescriptions"),
        Pas("diagnostic", "diagnostic", "diagnostics", "diagnostics"),
        Pas("remediation", "remédiation", "remédiations", "remédiations"),
        Pas("sortie_emploi", "vers l'emploi", "vers l'emploi"),
    ),
    (
        Pas("sortie_emploi", "vers l'emploi", "vers l'emploi", positif=True),
        Pas("sortie_formation", "vers la formation", "vers la formation", positif=True),
        Pas("fin_parcours", "en fin de parcours", "en fin de parcours"),
        Pas("abandons", "abandon", "abandons"),
    ),
    "entrées",
)
RELATION: Final = Definition(
    "action_relation_entreprises",
    "Relation entreprises",
    "prestataire",
    (
        Pas("prescriptions", "prescription", "prescriptions", "prescriptions"),
        Pas("contrats_engagement", "contrat d'engagement", "contrats d'engagement", "contrats"),
        Pas("acces_emploi", "accès à l'emploi", "accès à l'emploi"),
    ),
)
MOBILITE: Final = Definition(
    "action_mobilite_professionnelle",
    "Mobilité professionnelle",
    "prestataire",
    (
        Pas("orientes", "orientation", "orientations", "orientations"),
        Pas("diagnostics", "diagnostic", "diagnostics", "diagnostics"),
        Pas("retenus", "personne retenue", "personnes retenues", "retenues"),
        Pas("propositions", "proposition d'emploi", "propositions d'emploi", "propositions"),
        Pas("missions", "en mission d'intérim", "en mission d'intérim"),
    ),
    unite_objectif="personnes orientées",
)
POEC: Final = Definition(
    "action_poec_commerce",
    "POEC « métier du commerce »",
    "partenaire",
    (Pas("participants", "participant", "participants", "participants"),),
    (
        Pas("cdd_interim", "en CDD ou en intérim", "en CDD ou en intérim", positif=True),
        Pas("formation", "en formation", "en formation", positif=True),
        Pas("sans_solution", "sans emploi ni formation", "sans emploi ni formation"),
    ),
)
NEGOCE: Final = Definition(
    "action_commerce_negoce",
    "Commerce et négoce",
    "prestataire",
    (Pas("participants", "participant", "participants", "participants"),),
    (
        Pas("sous_contrat", "encore sous contrat", "encore sous contrat"),
        Pas("cdd_interim", "en CDD ou en intérim", "en CDD ou en intérim", positif=True),
        Pas("formation_qualifiante", "en formation", "en formation", positif=True),
    ),
)
ENTONNOIRS: Final = (REMOBILISATION, RELATION, MOBILITE)
DEVENIRS: Final = (REMOBILISATION, POEC, NEGOCE)
