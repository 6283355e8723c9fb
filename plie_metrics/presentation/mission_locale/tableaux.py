"""The contract's tables: every printed figure, and our reading of what is favourable."""

from collections.abc import Sequence

from plie_metrics.presentation.formats import INSECABLE
from plie_metrics.presentation.mission_locale.contrat import proprietaire
from plie_metrics.presentation.mission_locale.valeurs import (
    FLECHES,
    calcul,
    changement,
    ecrire,
    minuscule,
)
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.mission_locale import Indicateur


def tableau_resultats(contrat: Publication, indicateurs: Sequence[Indicateur]) -> Tableau:
    """Every printed figure, the change asked for, and why there is no rate of progression."""
    return tableau(
        f"{proprietaire(contrat)}, contrat d'objectifs 2009-2011, objectifs de résultats. Six mois "
        "de 2008 ne se comparent pas à une année.",
        [
            texte("N°"),
            texte("Indicateur, comme imprimé"),
            effectif("Réalisé 2007", str),
            effectif("Calcul", str),
            effectif("Moyenne régionale 2007", str),
            effectif("1er semestre 2008", str),
            effectif("Calcul (6 mois)", str),
            effectif("Objectif 2009", str),
            effectif("Changement demandé", str),
            texte("Taux de progression"),
        ],
        [_rangee(indicateur) for indicateur in indicateurs],
    )


def _rangee(indicateur: Indicateur) -> tuple[str, ...]:
    return (
        indicateur.code.replace(" ", INSECABLE),
        indicateur.intitule,
        ecrire(indicateur.depart),
        calcul(indicateur.depart),
        ecrire(indicateur.region),
        ecrire(indicateur.semestre),
        calcul(indicateur.semestre),
        ecrire(indicateur.cible),
        changement(indicateur),
        f"Non calculé : {_motif(indicateur)}",
    )


def _motif(indicateur: Indicateur) -> str:
    motif = minuscule(indicateur.progression.motif or "").rstrip(".")
    return motif.replace("au point de départ", "au réalisé de 2007")


def tableau_sens(indicateurs: Sequence[Indicateur]) -> Tableau:
    """The favourable direction of each indicator, and why we read it so."""
    return tableau(
        "Le contrat n'imprime aucun sens favorable : voici notre lecture, à discuter.",
        [texte("N°"), texte("Indicateur"), texte("Sens favorable"), texte("Pourquoi")],
        [
            (i.code, i.intitule, f"{FLECHES[i.lecture.sens]} {i.lecture.sens}", pourquoi)
            for i in indicateurs
            if (pourquoi := i.lecture.justification)
        ],
    )
