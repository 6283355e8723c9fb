"""The rules on sequences: what each says and what it asks to repair."""

from collections.abc import Mapping
from typing import Final

from plie_metrics.qualite.modele import Gravite, Regle

DATES: Final = "Corrigez les dates dans le dossier du participant."
MOTIF: Final = "Corrigez la date ou le motif de sortie."
CLES: Final[Mapping[str, str]] = {
    "participants": "participant_id",
    "parcours": "parcours_id",
    "etapes": "etape_id",
    "entretiens": "entretien_id",
}
_IMPOSSIBLE, _DOUTE = Gravite.IMPOSSIBLE, Gravite.A_VERIFIER
REGLES: Final[Mapping[str, Regle]] = {
    regle.code: regle
    for regle in (
        Regle(
            "sortie_avant_entree",
            _IMPOSSIBLE,
            "parcours",
            "Des parcours finissent avant d’avoir commencé.",
            DATES,
        ),
        Regle(
            "sortie_et_motif",
            _IMPOSSIBLE,
            "parcours",
            "Des parcours ont une date de sortie sans motif, ou un motif sans date.",
            MOTIF,
        ),
        Regle(
            "age_inhabituel",
            _DOUTE,
            "participants",
            "L’âge à l’entrée est inférieur à 16 ans ou supérieur à 64 ans.",
            "Vérifiez l’année de naissance.",
        ),
        Regle(
            "situation_contraire_au_motif",
            _DOUTE,
            "parcours",
            "La situation à la sortie contredit un motif de sortie positif.",
            "Corrigez la situation ou le motif.",
            "sorties_positives",
        ),
        Regle(
            "saisie_avant_entree",
            _DOUTE,
            "parcours",
            "Des entrées sont saisies avant leur date.",
            DATES,
        ),
        Regle(
            "saisie_avant_sortie",
            _DOUTE,
            "parcours",
            "Des sorties sont saisies avant leur date.",
            DATES,
        ),
        Regle(
            "parcours_simultanes",
            _DOUTE,
            "parcours",
            "Des personnes ont deux parcours en même temps.",
            "Fermez le plus ancien, ou fusionnez les deux dossiers.",
            "entrees",
        ),
        Regle(
            "etape_finie_avant_son_debut",
            _IMPOSSIBLE,
            "etapes",
            "Des étapes finissent avant d’avoir commencé.",
            DATES,
        ),
        Regle(
            "etape_avant_entree",
            _DOUTE,
            "etapes",
            "Des étapes commencent avant l’entrée dans le parcours.",
            DATES,
        ),
        Regle(
            "etape_apres_sortie",
            _DOUTE,
            "etapes",
            "Des étapes commencent après la sortie du parcours.",
            DATES,
        ),
        Regle(
            "cdd_court_trop_long",
            _DOUTE,
            "etapes",
            "Des CDD « de moins de six mois » durent plus de six mois.",
            "Corrigez le type ou les dates de l’étape.",
        ),
        Regle(
            "cdd_long_trop_court",
            _DOUTE,
            "etapes",
            "Des CDD « de six mois et plus » durent moins de six mois.",
            "Corrigez le type ou les dates de l’étape.",
        ),
        Regle(
            "entretien_hors_parcours",
            _DOUTE,
            "entretiens",
            "Des entretiens ont lieu hors du parcours.",
            DATES,
        ),
    )
}
