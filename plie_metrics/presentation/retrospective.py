"""The back-test in words and as tables: what it says of the projections, and what it does not."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.calcul.registre import definition
from plie_metrics.objectifs.bilan_retrospectif import Bilan
from plie_metrics.objectifs.explication import SUR_DONNEES_SIMULEES
from plie_metrics.presentation.formats import avec_unite, nombre, pourcent
from plie_metrics.presentation.indicateurs import lisible
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

SANS_ESSAI: Final = (
    "L’essai sur le passé demande deux années complètes dans l’extrait : la première instruit, la "
    "seconde éprouve."
)


def tableau_bilans(bilans: Sequence[Bilan], *, demonstration: bool) -> Tableau:
    """One row an indicator: coverage, error, bias, and the errors of the naive forecasts."""
    colonnes = [
        texte("Indicateur"),
        effectif("Essais"),
        effectif("Dans l’intervalle à 80 %", pourcent),
        effectif("Dans l’intervalle à 95 %", pourcent),
        effectif("Erreur moyenne"),
        effectif("Biais", _signe),
        effectif("Erreur au prorata des jours"),
        effectif("Erreur en reprenant l’an dernier"),
    ]
    lignes = [
        (
            definition(bilan.indicateur).titre,
            bilan.essais,
            bilan.couverture80.valeur,
            bilan.couverture95.valeur,
            bilan.erreur,
            bilan.biais,
            bilan.erreur_lineaire,
            bilan.erreur_an_dernier,
        )
        for bilan in bilans
    ]
    return tableau(_legende("Essai de la projection sur le passé", demonstration), colonnes, lignes)


def phrases_bilans(bilans: Sequence[Bilan], *, demonstration: bool) -> tuple[str, ...]:
    """The summary, one sentence an indicator, then how far it may be believed."""
    if not bilans:
        return (SANS_ESSAI,)
    return (*map(_phrase, bilans), _portee(bilans, demonstration))


def _phrase(bilan: Bilan) -> str:
    indicateur = definition(bilan.indicateur)
    tenus = nombre(bilan.couverture80.numerateur)
    naive = min(bilan.erreur_lineaire, bilan.erreur_an_dernier)
    dite, repere = lisible(indicateur, bilan.erreur), lisible(indicateur, naive)
    mot = "mieux que" if bilan.erreur < naive else "moins bien que"
    if dite == repere:  # nobody sees a difference between two figures written alike
        mot = "autant que"
    return (
        f"{indicateur.titre} : l’intervalle à 80 % contenait la valeur finale {tenus} fois sur "
        f"{nombre(bilan.essais)} ; l’erreur moyenne est de {dite}, "
        f"{mot} la meilleure prévision naïve ({repere})."
    )


def _portee(bilans: Sequence[Bilan], demonstration: bool) -> str:
    annees = max(bilan.annees for bilan in bilans)
    if demonstration:
        return f"Essai {SUR_DONNEES_SIMULEES}."
    portant = avec_unite(annees, "année passée", "années passées")
    return (
        f"L’essai porte sur {portant} : les mois d’une même année se ressemblent, il ne faut pas "
        "les tenir pour des épreuves indépendantes."
    )


def _legende(titre: str, demonstration: bool) -> str:
    return f"{titre} ({SUR_DONNEES_SIMULEES})" if demonstration else titre


def _signe(valeur: float | None) -> str:
    return nombre(valeur, signe=True)
