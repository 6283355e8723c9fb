"""The findings of the page, computed: for the métropole, for one commune, for one quartier."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.cartes.cercles import valeur_ecrite
from plie_metrics.presentation.formats import INSECABLE, liste, nombre, pourcent
from plie_metrics.publications.chiffre import Publication
from plie_metrics.territoire.indicateurs import (
    CENT,
    IndicateurQuartier,
    Nature,
    Repartition,
    Statut,
)
from plie_metrics.territoire.participation import POUR, Participation, Participations
from plie_metrics.territoire.quartiers import Quartier

REMARQUABLE: Final = 1.1  # a rate 10 % above another is worth a sentence
MEME: Final = 0.02
OU: Final = {
    Nature.QPV: "en QPV",
    Nature.VEILLE: "en quartier de veille",
    Nature.MIXTE: "où QPV et veille ne sont pas séparés",
}


def constat(participations: Participations) -> str:
    """How the communes detailed compare with the one that counts the most participants.

    « Participants par habitant : Talant et Longvic ont 1,8 à 1,9 fois le taux de Dijon ».
    """
    reference = max(participations.detaillees, key=lambda lieu: lieu.participants)
    rapports = [
        (lieu.nom, lieu.taux / reference.taux)
        for lieu in participations.detaillees
        if lieu.taux and reference.taux and lieu.taux >= reference.taux * REMARQUABLE
    ]
    if not rapports:
        return (
            f"Aucune commune détaillée ne dépasse nettement {reference.nom} en participants par "
            "habitant"
        )
    bas, haut = (nombre(f(r for _, r in rapports), 1) for f in (min, max))
    fois = haut if bas == haut else f"{bas} à {haut}"
    verbe = "ont" if len(rapports) > 1 else "a"
    return (
        f"Participants par habitant : {liste([nom for nom, _ in rapports])} {verbe} {fois} fois le "
        f"taux de {reference.nom}"
    )


def constat_commune(lieu: Participation, participations: Participations) -> str:
    """Its rate and how far it is from the métropole's."""
    verbe = "compte" if lieu.detaillee else "comptent ensemble"
    return (
        f"{lieu.nom} {verbe} {nombre(lieu.taux, 1)} participants pour {nombre(POUR)} habitants, "
        f"{ecart_en_mots(participations.ecart_a_la_moyenne(lieu))}"
    )


def constat_quartier(quartier: Quartier, repartitions: Sequence[Repartition]) -> str:
    """The figures that the report prints for this quartier, those only."""
    phrases = [
        f"{valeur_ecrite(r.indicateur, chiffre.valeur)}{INSECABLE}{_unite(r, chiffre.valeur)}"
        for r in repartitions
        if r.statut(quartier.code) is Statut.IMPRIME and (chiffre := r.du_quartier(quartier.code))
    ]
    return f"{nom_complet(quartier)} : {liste(phrases) or 'aucun chiffre publié'}"


def nom_complet(quartier: Quartier) -> str:
    """« Le Mail, QPV de Chenôve », « Longvic Guynemer, quartier de veille »."""
    if quartier.est_qpv:
        return f"{quartier.nom}, QPV de {quartier.commune}"
    return f"{quartier.nom}, quartier de veille"


def ecart_en_mots(ecart: float | None) -> str:
    """« 93 % de plus que la moyenne de la métropole », « dans la moyenne… »."""
    if ecart is None:
        return "sans moyenne à laquelle les comparer"
    if abs(ecart) < MEME:
        return "dans la moyenne de la métropole"
    sens = "plus" if ecart > 0 else "moins"
    return f"{pourcent(abs(ecart))} de {sens} que la moyenne de la métropole"


def titre_quartiers(repartition: Repartition, rapport: Publication) -> str:
    """The finding of the quartiers' picture, for the indicator chosen."""
    quoi = repartition.indicateur
    if quoi.en_part:
        part = rapport.valeur("ra2016.qpv_accompagnes.part") / CENT
        population = rapport.valeur("ra2016.population_qpv.part") / CENT
        return (
            f"{pourcent(part)} des participants habitent un QPV, où vivent {pourcent(population)} "
            "des habitants"
        )
    morceaux = [
        f"{nombre(repartition.somme(nature))} {ou}"
        for nature, ou in OU.items()
        if repartition.somme(nature)
    ]
    return f"{_capitale(quoi)} : {liste(morceaux)}"


def _capitale(quoi: IndicateurQuartier) -> str:
    return quoi.pluriel[0].upper() + quoi.pluriel[1:] + " (clauses)"


def _unite(repartition: Repartition, valeur: float) -> str:
    quoi = repartition.indicateur
    return quoi.singulier if valeur < 2 else quoi.pluriel
