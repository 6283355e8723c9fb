"""The menu: each page once, with its file, its title and its address."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Entree:
    """A page of the menu; its address is `/adresse` (the first page is served at `/`)."""

    fichier: str
    titre: str
    adresse: str


MENU: Final[dict[str, tuple[Entree, ...]]] = {
    "Piloter": (
        Entree("synthese.py", "Synthèse", "synthese"),
        Entree("objectifs.py", "Objectifs et réalisations", "objectifs"),
    ),
    "Comprendre": (
        Entree("territoire.py", "Territoire", "territoire"),
        Entree("clauses.py", "Clauses d'insertion", "clauses"),
        Entree("actions.py", "Actions", "actions"),
        Entree("mission_locale.py", "Mission locale", "mission_locale"),
    ),
    "Vérifier": (
        Entree("rapprochement.py", "Rapprochement", "rapprochement"),
        Entree("methode.py", "Méthode", "methode"),
    ),
}
ACCUEIL: Final = MENU["Piloter"][0]


def adresses() -> frozenset[str]:
    """The address of every page."""
    return frozenset(entree.adresse for section in MENU.values() for entree in section)
