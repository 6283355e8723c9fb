"""The conventions of calculation that hold for every indicator, in words."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Convention:
    """A convention: what it is about, and what is done.

    `document`: the published document that it is about; it is not told where there is none.
    """

    titre: str
    texte: str
    document: str = ""


RAPPORT: Final = "rapport_2016"
CONVENTIONS: Final = (
    Convention(
        "Périodes",
        "Les deux bornes d'une période sont comprises : du 1er janvier au 31 décembre compte les "
        "entrées et les sorties de ces deux jours.",
    ),
    Convention(
        "Taux et moyennes",
        "On additionne d'abord, on divise ensuite ; un taux est toujours accompagné de ses deux "
        "termes. Une division par zéro n'est pas zéro : le résultat est « n. d. » (non défini).",
    ),
    Convention(
        "Arrondis",
        "Les chiffres sont arrondis à l'affichage seulement, le demi vers le haut. Des parts "
        "arrondies peuvent donc ne pas faire exactement 100 %.",
    ),
    Convention(
        "Âge",
        "Année de référence moins année de naissance : l'année de la fin de la période pour les "
        "personnes, celle de l'entrée pour les entrées, celle de la sortie pour les sorties.",
    ),
    Convention(
        "Personnes et parcours",
        "Une personne qui sort puis revient dans l'année compte une fois parmi les personnes et "
        "deux fois parmi les parcours. Une répartition où une personne peut figurer plusieurs fois "
        "ne s'additionne pas, et le dit.",
    ),
    Convention(
        "Quartiers prioritaires et quartiers de veille",
        "Quetigny Centre et Longvic Guynemer étaient en 2016 des quartiers de veille, qui ne sont "
        "pas des quartiers prioritaires : leurs habitants sont comptés à part. La liste des "
        "quartiers prioritaires a changé en 2024 : les deux séries ne se prolongent pas.",
        RAPPORT,
    ),
    Convention(
        "Équivalents temps plein des clauses",
        "Heures divisées par 1 607, durée légale annuelle du travail ; la base est toujours "
        "affichée avec le résultat.",
    ),
    Convention(
        "Objectifs et temps de travail des référents",
        "Ramener un objectif à des temps pleins, et la norme de chaque référent à son temps de "
        "travail, est une convention de ce tableau de bord : le rapport ne donne pas ces temps.",
    ),
    Convention(
        "Chiffres publiés",
        "Les chiffres des documents sont transcrits tels qu'imprimés, erreurs comprises, et jamais "
        "corrigés. La page Rapprochement les recompte et les compare tous.",
        RAPPORT,
    ),
    Convention(
        "Territoires",
        "Le contrat d'objectifs 2009-2011 est celui de la mission locale de Romans-sur-Isère : il "
        "est montré comme exemple et n'est jamais mêlé aux chiffres de Dijon.",
        "contrat_objectifs_ml_2009_2011",
    ),
)


def conventions_de(documents: Collection[str]) -> tuple[Convention, ...]:
    """Those that hold for an installation with these documents."""
    return tuple(c for c in CONVENTIONS if not c.document or c.document in documents)
