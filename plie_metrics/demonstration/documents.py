"""The tables that are not generated: objectives, actions, missions locales, money, as published."""

from typing import Final

import pandas as pd

from plie_metrics.demonstration.cibles import entier
from plie_metrics.publications.chiffre import Publication

OBJECTIFS: Final = (
    ("plie", "ra2016.portage.file_active.objectif"),
    ("plie", "ra2016.portage.entrees.objectif"),
    ("plie", "ra2016.portage.sorties_positives.objectif"),
    ("referent", "ra2016.normes_referents.file_active"),
    ("referent", "ra2016.normes_referents.entrees"),
)
ETAPES_ACTION: Final = {
    "remobilisation": (
        "Remobilisation autour des compétences",
        (
            *("prescriptions", "diagnostic", "remediation"),
            *("sortie_emploi", "sortie_formation", "fin_parcours", "abandons"),
        ),
    ),
    "relation_entreprises": (
        "Relation entreprises",
        ("prescriptions", "contrats_engagement", "acces_emploi"),
    ),
    "mobilite_professionnelle": (
        "Mobilité professionnelle",
        ("orientes", "diagnostics", "retenus", "propositions", "missions"),
    ),
    "poec_commerce": (
        "Formation POEC « métier du commerce »",
        ("participants", "formation", "cdd_interim", "sans_solution"),
    ),
    "commerce_negoce": (
        "Sensibilisation aux métiers du commerce et du négoce",
        ("participants", "sous_contrat", "formation_qualifiante", "cdd_interim"),
    ),
    "enveloppe_souple": ("Enveloppe souple", ("demandes", "aides")),
    "ariq_btp": (
        "Accompagnement clauses d’insertion ARIQ BTP",
        ("prescriptions", "en_parcours", "contrats"),
    ),
}
"""Action → its title and its steps, in order (ids of the report)."""
OBJECTIF_PORTE_PAR: Final = {"remobilisation": "diagnostic", "mobilite_professionnelle": "orientes"}
"""The step on which the printed objective of an action bears: see choix.py for the first."""


def objectifs(rapport: Publication, copies: int) -> pd.DataFrame:
    """The objectives of the published year: those of the PLIE (times the copies), the norms of a
    référent. No source gives any for the years before."""
    lignes = [
        {
            "indicateur": chiffre.indicateur,
            "perimetre": perimetre,
            "debut": pd.Timestamp("2016-01-01"),
            "fin": pd.Timestamp("2016-12-31"),
            "cible": chiffre.nombre * (copies if perimetre == "plie" else 1),
        }
        for perimetre, chiffre in ((qui, rapport.chiffre(ident)) for qui, ident in OBJECTIFS)
    ]
    return pd.DataFrame(lignes)


def actions(rapport: Publication) -> pd.DataFrame:
    """The actions of the programmation and their steps."""
    lignes = []
    for code, (titre, etapes) in ETAPES_ACTION.items():
        for rang, etape in enumerate(etapes, 1):
            chiffre = rapport.chiffre(f"ra2016.action_{code}.{etape}")
            porte = OBJECTIF_PORTE_PAR.get(code) == etape
            objectif = rapport.chiffre(f"ra2016.action_{code}.objectif") if porte else None
            lignes.append(
                {
                    "action": titre,
                    "annee": 2016,
                    "rang": rang,
                    "etape": chiffre.ligne,
                    "effectif": entier(chiffre),
                    "objectif": entier(objectif) if objectif else None,
                }
            )
    return pd.DataFrame(lignes).astype({"objectif": "Int64"})


def finances(rapport: Publication) -> pd.DataFrame:
    """The only amount that the report prints: what the enveloppe souple paid."""
    montant = rapport.chiffre("ra2016.action_enveloppe_souple.montant")
    return pd.DataFrame(
        {
            "annee": [2016],
            "poste": ["Enveloppe souple"],
            "financeur": [None],
            "prevu": [None],
            "realise": [montant.nombre],
        }
    ).astype({"prevu": float})
