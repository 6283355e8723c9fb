"""A published document, table by table, as it was printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plie_metrics.presentation.phrases import majuscule
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.chiffre import Chiffre, Publication

MOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{"abc": "ABC", "anpe": "ANPE", "ariq": "ARIQ", "brh": "BRH", "btp": "BTP", "fse": "FSE"},
        **{"gip": "GIP", "mdef": "MDEF", "plie": "PLIE", "poec": "POEC", "qpv": "QPV"},
        "accompagnes": "accompagnés",
        "activite": "activité",
        "age": "âge",
        "ages": "âges",
        "cles": "clés",
        "cooperation": "coopération",
        "criteres": "critères",
        "deliberation": "délibération",
        "duree": "durée",
        "entrees": "entrées",
        "etapes": "étapes",
        "evaluation": "évaluation",
        "identite": "identité",
        "mobilite": "mobilité",
        "negoce": "négoce",
        "preambule": "préambule",
        "presentation": "présentation",
        "referents": "référents",
        "renforce": "renforcé",
        "reseau": "réseau",
        "resultats": "résultats",
        "salaries": "salariés",
        "seminaire": "séminaire",
    }
)
"""The names of printed tables are codes: the words that a code cannot write."""


@dataclass(frozen=True)
class Section:
    """A chapter of the document and its tables."""

    titre: str
    tableaux: tuple[Tableau, ...]


def sections(publication: Publication) -> tuple[Section, ...]:
    """The chapters in their printed order, each with its tables as printed."""
    chapitres: dict[str, dict[str, list[Chiffre]]] = {}
    for chiffre in publication:
        chapitres.setdefault(chiffre.section, {}).setdefault(chiffre.tableau, []).append(chiffre)
    return tuple(
        Section(titre, tuple(_imprime(chiffres) for chiffres in tableaux.values()))
        for titre, tableaux in chapitres.items()
    )


def titre_du_tableau(code: str) -> str:
    """« Normes référents » from `normes_referents`."""
    return majuscule(" ".join(MOTS.get(mot, mot) for mot in code.split("_")))


def _imprime(chiffres: list[Chiffre]) -> Tableau:
    """Lines and columns of the document; what was printed, to the letter, in the cells."""
    titres = list(dict.fromkeys(chiffre.colonne for chiffre in chiffres))
    cases: dict[str, dict[str, str]] = {}
    for chiffre in chiffres:
        ligne = cases.setdefault(chiffre.ligne, {})
        deja = ligne.get(chiffre.colonne)
        ligne[chiffre.colonne] = f"{deja} ; {chiffre.imprime}" if deja else chiffre.imprime
    return tableau(
        titre_du_tableau(chiffres[0].tableau),
        [texte("Ligne"), *(texte(titre or "Imprimé") for titre in titres)],
        [(nom, *(ligne.get(titre, "") for titre in titres)) for nom, ligne in cases.items()],
    )
