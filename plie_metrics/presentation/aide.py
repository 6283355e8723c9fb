"""The guides of the page « Aide », by role: a few steps each, and the page where each is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Etape:
    """What to do, and the address of the page where it is done ("" when it is none)."""

    texte: str
    adresse: str = ""


@dataclass(frozen=True)
class Guide:
    """Something that a role comes to do."""

    titre: str
    etapes: tuple[Etape, ...]


LIRE: Final = Guide(
    "Lire une page",
    (
        Etape(
            "Le titre dit le constat, avec ses chiffres ; la ligne grise au-dessus, l'arrêté, la "
            "période et les filtres."
        ),
        Etape(
            "La barre du haut change l'arrêté, la période et les filtres. Le choix est dans "
            "l'adresse : copiez-la pour envoyer la même vue."
        ),
        Etape("Sous chaque graphique, « Voir les chiffres » donne son tableau (CSV) et son image."),
        Etape("Un mot inconnu, un calcul à vérifier : sa définition est là.", "methode"),
    ),
)
GUIDES: Final[Mapping[str, tuple[Guide, ...]]] = MappingProxyType(
    {
        "coordination": (
            Guide(
                "Préparer un COPIL en dix minutes",
                (
                    Etape("Vérifiez que le dernier arrêté est publié (une minute).", "donnees"),
                    Etape("Réparez d'abord ce dont les objectifs dépendent.", "qualite"),
                    Etape("Lisez ce qu'il faut retenir et surveiller.", "synthese"),
                    Etape("Voyez quels objectifs tiennent, et avec quelle marge.", "objectifs"),
                    Etape("Ouvrez l'édition, relisez les textes, figez-la, remettez.", "copil"),
                ),
            ),
            Guide(
                "Importer l'extrait du trimestre",
                (
                    Etape("Déposez l'export, dites à quoi correspond chaque colonne.", "donnees"),
                    Etape(
                        "Rien n'est publié tant qu'une ligne est fautive : le classeur des erreurs "
                        "les colorie.",
                        "donnees",
                    ),
                    Etape("Comparez avec l'arrêté précédent, puis publiez.", "donnees"),
                ),
            ),
            Guide(
                "Répondre à une demande d'effacement",
                (
                    Etape("Effacez la personne du logiciel de suivi."),
                    Etape(
                        "Demandez à qui tient le serveur la commande « effacer » "
                        "(docs/exploitation.md)."
                    ),
                ),
            ),
        ),
        "referent": (
            Guide(
                "Faire le point sur mes parcours",
                (
                    Etape("Voyez qui approche des trente mois, qui n'a pas été reçu.", "parcours"),
                    Etape("Regardez vos sorties du semestre et leurs motifs.", "sorties"),
                ),
            ),
        ),
        "equipe": (
            Guide(
                "Répondre à la question d'un élu",
                (
                    Etape("Choisissez sa commune dans les filtres.", "synthese"),
                    Etape("Situez-la sur la carte.", "territoire"),
                    Etape("Copiez l'adresse de la page dans votre réponse.", "territoire"),
                ),
            ),
        ),
        "financeur": (
            Guide(
                "Contrôler un chiffre",
                (
                    Etape("Lisez l'objectif et sa réalisation.", "objectifs"),
                    Etape("Ouvrez sa définition, sa formule, sa source.", "methode"),
                    Etape("Voyez comment les totaux publiés se recomptent.", "rapprochement"),
                    Etape("Un petit effectif est masqué : il désignerait des personnes."),
                ),
            ),
        ),
        "public": (
            Guide(
                "Lire le bilan",
                (
                    Etape("Trois objectifs et ce qu'il faut retenir.", "synthese"),
                    Etape("D'où viennent les participants.", "territoire"),
                    Etape("Un petit effectif est masqué : il désignerait des personnes."),
                ),
            ),
        ),
    }
)


def guides_de(role: str) -> tuple[Guide, ...]:
    """The guides of a profile, then how to read a page; raises KeyError for an unknown one."""
    return (*GUIDES[role], LIRE)
