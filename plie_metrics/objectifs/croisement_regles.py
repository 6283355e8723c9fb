"""How three rulebooks read one exit, from its motif and the person's situation.

Each rule answers OUI, NON or INDETERMINE; what the extract does not hold stays undetermined.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from plie_metrics.schema import MOTIFS_NEUTRES, MOTIFS_POSITIFS


class Avis(StrEnum):
    """What a rule says of an exit; `RETIREE`: outside the rule's field (its denominator)."""

    OUI = "oui"
    NON = "non"
    INDETERMINE = "indéterminé"
    RETIREE = "hors du champ"


Lecture = Callable[[str, str | None], Avis]
"""(motif_sortie, situation_sortie or None when unknown) → what the rule says."""

DURABLES: Final = ("emploi_cdi", "emploi_cdd_6_mois", "emploi_interim_6_mois", "creation_activite")
TRANSITION: Final = ("emploi_aide",)
POSITIVES_IAE: Final = ("formation_qualifiante", "chantier_insertion_senior")
RETIREES_IAE: Final = ("deces", "sante", "maternite")
"""Exits for particular reasons, such as long leaves: taken out of the « sorties examinées »."""


@dataclass(frozen=True)
class Regle:
    """A rule: what it counts, in French, how it reads an exit, its sources and its limits."""

    code: str
    titre: str
    lecture: Lecture
    sources: tuple[str, ...]
    limites: tuple[str, ...] = ()


def _plie(motif: str, _: str | None) -> Avis:
    return Avis.OUI if motif in MOTIFS_POSITIFS else Avis.NON


def _plie_net(motif: str, _: str | None) -> Avis:
    return Avis.RETIREE if motif in MOTIFS_NEUTRES else _plie(motif, None)


def _situation(attendue: str) -> Lecture:
    def lire(_: str, situation: str | None) -> Avis:
        if situation is None:
            return Avis.INDETERMINE
        return Avis.OUI if situation == attendue else Avis.NON

    return lire


def _qualification(_: str, __: str | None) -> Avis:
    """The extract does not tell a diploma obtained from a training entered."""
    return Avis.INDETERMINE


def _dynamique(motif: str, situation: str | None) -> Avis:
    if motif in RETIREES_IAE:
        return Avis.RETIREE
    if motif in (*DURABLES, *TRANSITION, *POSITIVES_IAE):
        return Avis.OUI
    if situation is None or situation == "formation":
        return Avis.INDETERMINE  # a training counts when it qualifies, or prepares to
    # a job that is no positive exit of the PLIE is a short one: « emploi de transition »
    return Avis.OUI if situation == "emploi" else Avis.NON


RAPPORT: Final = (
    "Rapport d’activité 2016 du PLIE, « Les critères de sorties positives du PLIE » et "
    "« Les sorties »"
)
FSE: Final = (
    "Règlement (UE) 2021/1057 du 24 juin 2021 (FSE+), annexe I, indicateurs communs de résultat "
    "immédiat concernant les participants"
)
FSE_2014: Final = (
    "Règlement (UE) 1304/2013 (FSE 2014-2020), annexe I : même résultat, pour les inactifs à "
    "l’entrée"
)
IAE: Final = (
    "La communauté de l’inclusion, « Les sorties dynamiques dans l’IAE » "
    "(communaute.inclusion.beta.gouv.fr)"
)
IAE_RETIREES: Final = (
    "DGEFP, « IAE : adaptations de la convention statistique en 2013 » (sorties examinées et "
    "sorties retirées)"
)
QUATRE_SEMAINES: Final = (
    "Le FSE+ regarde la situation dans les quatre semaines qui suivent la sortie ; l’extrait donne "
    "la situation saisie à la sortie."
)
DEJA: Final = (
    "Une personne déjà dans cette situation à l’entrée ne compte pas pour le FSE+ ; l’extrait ne "
    "donne pas la situation à l’entrée, le compte est donc un maximum."
)
INACTIFS: Final = (
    "Dans le FSE 2014-2020 seules les personnes inactives à l’entrée comptaient ; l’extrait ne "
    "donne pas la situation à l’entrée, le compte est donc un maximum."
)

REGLES: Final[Mapping[str, Regle]] = MappingProxyType(
    {
        regle.code: regle
        for regle in (
            Regle("plie_brut", "Sortie positive du PLIE", _plie, (RAPPORT,)),
            Regle(
                "plie_net",
                "Sortie positive du PLIE, hors déménagement, santé, retraite et décès",
                _plie_net,
                (RAPPORT,),
            ),
            Regle(
                "EECR01",
                "FSE+ : engagé dans une recherche d’emploi à la sortie",
                _situation("recherche"),
                (FSE, FSE_2014),
                (QUATRE_SEMAINES, INACTIFS),
            ),
            Regle(
                "EECR02",
                "FSE+ : en formation à la sortie",
                _situation("formation"),
                (FSE,),
                (QUATRE_SEMAINES, DEJA),
            ),
            Regle(
                "EECR03",
                "FSE+ : qualification obtenue à la sortie",
                _qualification,
                (FSE,),
                ("L’extrait ne dit pas si une qualification a été obtenue.",),
            ),
            Regle(
                "EECR04",
                "FSE+ : en emploi à la sortie",
                _situation("emploi"),
                (FSE,),
                (QUATRE_SEMAINES, DEJA),
            ),
            Regle(
                "iae_dynamique",
                "IAE : sortie dynamique (emploi durable, de transition, sortie positive)",
                _dynamique,
                (IAE, IAE_RETIREES),
                (
                    "La règle de l’IAE s’applique aux salariés d’une structure d’insertion : c’est "
                    "ici une lecture des sorties du PLIE avec la même grille.",
                    "Une formation y compte quand elle est qualifiante ou préqualifiante, ce que "
                    "la situation à la sortie ne précise pas.",
                ),
            ),
        )
    }
)
