"""Parcours ended in the period: counts, rates and duration.

Sources: rapport d'activité 2016, « Les critères de sorties positives du PLIE » and « Les sorties »
(net rate: « hors déménagement, santé, retraite, décès »).
"""

from collections.abc import Mapping
from typing import Final

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import datees, utiles_datees
from plie_metrics.calcul.recette import Demande, Population, Recette

JOURS_PAR_MOIS: Final = 30.4375
"""365,25 / 12: the convention of the public contract, section 2."""


def parcours_termines(demande: Demande) -> Lignes:
    """One row a parcours with du ≤ sortie ≤ au; the age is that of the year of exit.

    A parcours in progress has its exit after every day, hence in no period.
    """
    return datees(demande.vue.parcours(utiles_datees(demande, "sortie")), "sortie", demande)


TERMINES: Final = Population("parcours terminés", ("parcours",), parcours_termines, datee=True)
RECETTES: Final[Mapping[str, Recette]] = {
    "sorties": Recette(TERMINES, "un"),
    "sorties_positives": Recette(TERMINES, "positive"),
    "taux_sorties_positives_brut": Recette(TERMINES, "positive", "un"),
    "taux_sorties_positives_net": Recette(TERMINES, "positive", "non_neutre"),
    "duree_moyenne_parcours": Recette(TERMINES, "duree", "un", diviseur=JOURS_PAR_MOIS),
}
