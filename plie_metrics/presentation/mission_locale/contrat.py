"""The contract's results as they are read: the finding, the rows of the picture."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, liste, nombre
from plie_metrics.presentation.graphiques.ecarts_lignes import Cellule, Colonne, LigneEcart
from plie_metrics.presentation.mission_locale.valeurs import (
    FLECHES,
    calcul,
    changement,
    ecrire,
    minuscule,
    remarque,
)
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.mission_locale import Indicateur
from plie_metrics.typographie import typographier

Demande = Literal["progres", "maintien", "moins", "plus", "incomparable"]
FORMES: Final[tuple[tuple[Demande, str, str], ...]] = (
    ("progres", "demande de progresser sur 2007", "demandent de progresser sur 2007"),
    ("maintien", "de se maintenir", "de se maintenir"),
    ("moins", "vise moins qu'en 2007", "visent moins qu'en 2007"),
    ("plus", "vise plus qu'en 2007", "visent plus qu'en 2007"),
    ("incomparable", "ne se compare pas", "ne se comparent pas"),
)
COLONNES: Final = (
    Colonne("● réalisé", "2007", valeurs=50, details=70),
    Colonne("| moyenne", "région 2007", valeurs=62),
    Colonne("1er sem. 2008", "(6 mois)", valeurs=82, details=60),
    Colonne("◇ objectif", "2009", valeurs=56),
    Colonne("changement", "demandé", valeurs=78, details=82),
)


def proprietaire(contrat: Publication) -> str:
    """Whose contract it is: « Mission locale Drôme des Collines-… (Romans-sur-Isère) »."""
    structure = contrat.chiffre("co2009.identite.structure").imprime
    siege = contrat.chiffre("co2009.identite.siege").imprime
    return f"{structure.replace('Mission Locale', 'Mission locale')} ({siege})"


def constat(contrat: Publication, indicateurs: Sequence[Indicateur]) -> str:
    """Whose contract, and how many of its targets ask to progress, to hold, or less than before.

    Every target is counted once: those that compare with nothing are said too. A target on the
    wrong side of 2007 is said as it is printed, « moins »: the contract does not say whether a
    step back is meant.
    """
    compte = Counter(_demande(i) for i in indicateurs if i.cible is not None)
    morceaux = [
        f"{nombre(compte[cle])} {seul if compte[cle] == 1 else plusieurs}"
        for cle, seul, plusieurs in FORMES
        if compte[cle]
    ]
    if set(compte) <= {"incomparable"}:
        morceaux = ["aucun objectif ne se compare au réalisé"]
    return f"{proprietaire(contrat)} : sur {_objectifs(indicateurs)} de 2009, {liste(morceaux)}"


def _demande(indicateur: Indicateur) -> Demande:
    match indicateur.demande:
        case "indefinie":
            return "incomparable"
        case "recul":
            depart, cible = indicateur.bornes or (0.0, 0.0)
            return "moins" if cible < depart else "plus"
        case demande:
            return demande


def _objectifs(indicateurs: Sequence[Indicateur]) -> str:
    return avec_unite(sum(i.cible is not None for i in indicateurs), "objectif", "objectifs")


def titre() -> str:
    """Why no rate of progression stands on the page."""
    return "Aucun taux de progression : le document s'arrête avant toute réalisation de 2009"


def sous_titre() -> str:
    """How the picture reads."""
    return (
        "À chaque ligne son échelle : les marques se placent en écart au réalisé de 2007 · les six "
        "mois de 2008 ne se comparent pas à une année"
    )


def sans_marque(indicateurs: Sequence[Indicateur]) -> str:
    """The lines whose change cannot be said, each with its reason, in one sentence."""
    dites = [f"{i.code} : {minuscule(i.lecture.obstacle)}" for i in indicateurs if not i.bornes]
    return " ".join(dites)


def lignes(indicateurs: Sequence[Indicateur]) -> list[LigneEcart]:
    """The rows of the picture, « dont » under what they are a part of."""
    return [_ligne(indicateur) for indicateur in indicateurs]


def _ligne(indicateur: Indicateur) -> LigneEcart:
    depart, cible = indicateur.bornes or (None, None)
    couleur = palette.RETARD if indicateur.demande == "recul" else palette.TEXTE
    return LigneEcart(
        typographier(indicateur.lecture.libelle),
        bool(indicateur.parent),
        FLECHES[indicateur.lecture.sens],
        depart,
        indicateur.region.valeur if indicateur.region and depart is not None else None,
        cible,
        (
            Cellule(ecrire(indicateur.depart), calcul(indicateur.depart)),
            Cellule(ecrire(indicateur.region)),
            Cellule(ecrire(indicateur.semestre), calcul(indicateur.semestre)),
            Cellule(ecrire(indicateur.cible)),
            Cellule(changement(indicateur), remarque(indicateur), couleur),
        ),
        mot="" if depart else indicateur.lecture.mot or "pas de réalisé en 2007",
        couleur=couleur,
    )
