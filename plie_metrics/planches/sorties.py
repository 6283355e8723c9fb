"""The planches of Sorties: how many are positive, of what, for whom, under which rulebook."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.planches.mots import chiffre, parties
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.sorties_mois import sorties_par_mois
from plie_metrics.planches.sorties_motifs import motifs, positives
from plie_metrics.planches.sorties_regles import croisement, ecarts_fse, ecarts_iae
from plie_metrics.planches.sorties_taux import brut_et_net, par_dimension
from plie_metrics.presentation.formats import avec_unite

CLES: Final = (
    "sorties",
    "sorties_positives",
    "taux_sorties_positives_brut",
    "taux_sorties_positives_net",
)
PAR: Final = ("commune", "qpv", "sexe", "classe_age", "prescripteur", "niveau_formation")


def constat(regard: Regard) -> str:
    """« 43 % des sorties sont positives (314 sur 729), 49 % hors sorties neutres »."""
    brut, net = (regard.mesure(f"taux_sorties_positives_{quoi}") for quoi in ("brut", "net"))
    if brut.valeur is None:
        sorties = regard.mesure("sorties")
        if sorties.valeur == 0:
            return "Aucune sortie dans cette période avec ces filtres"
        if sorties.valeur is None:
            return "Les sorties de la période"
        return f"{avec_unite(sorties.valeur, 'sortie', 'sorties')} dans la période"
    tete = (
        f"{chiffre('taux_sorties_positives_brut', brut)} des sorties sont positives "
        f"({parties(brut)})"
    )
    if net.valeur is None or net.denominateur == brut.denominateur:
        return tete
    return f"{tete}, {chiffre('taux_sorties_positives_net', net)} hors sorties neutres"


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "sorties.taux": brut_et_net,
    "sorties.positives": positives,
    "sorties.motifs": motifs,
    "sorties.par": par_dimension,
    "sorties.mois": sorties_par_mois,
    "sorties.croisement": croisement,
    "sorties.ecarts_fse": ecarts_fse,
    "sorties.ecarts_iae": ecarts_iae,
}
