"""The menu: each page once, with its file, its title and its address."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.secret.profils import COORDINATION, EQUIPE, PROFILS, REFERENT

TOUS: Final = tuple(PROFILS)
EQUIPE_DU_PLIE: Final = (COORDINATION.nom, EQUIPE.nom, REFERENT.nom)


@dataclass(frozen=True)
class Entree:
    """A page of the menu; its address is `/adresse` (the first page is served at `/`).

    `profils`: who may open it, the coordination alone unless somebody thought of the others.
    `depot`: files may be sent from it. `regarde`: it looks at an arrêté through the bar of choices.
    """

    fichier: str
    titre: str
    adresse: str
    profils: tuple[str, ...] = (COORDINATION.nom,)
    depot: bool = False
    regarde: bool = False


MENU: Final[dict[str, tuple[Entree, ...]]] = {
    "Piloter": (
        Entree("synthese.py", "Synthèse", "synthese", TOUS, regarde=True),
        Entree("objectifs.py", "Objectifs et réalisations", "objectifs", TOUS, regarde=True),
    ),
    "Comprendre": (
        Entree("publics.py", "Publics", "publics", TOUS, regarde=True),
        Entree("territoire.py", "Territoire", "territoire", TOUS, regarde=True),
        Entree("parcours.py", "Parcours", "parcours", TOUS, regarde=True),
        Entree("sorties.py", "Sorties", "sorties", TOUS, regarde=True),
    ),
    "Insertion": (
        Entree("clauses.py", "Clauses d'insertion", "clauses", TOUS, regarde=True),
        Entree("actions.py", "Actions", "actions", TOUS, regarde=True),
        Entree("mission_locale.py", "Mission locale", "mission_locale", TOUS, regarde=True),
        Entree("moyens.py", "Moyens", "moyens", TOUS, regarde=True),
    ),
    "Équipe": (Entree("referents.py", "Référents", "referents", EQUIPE_DU_PLIE, regarde=True),),
    "Réunir": (Entree("copil.py", "COPIL", "copil", TOUS),),
    "Gérer": (
        Entree("donnees.py", "Données", "donnees", depot=True),
        Entree("qualite.py", "Qualité", "qualite"),
    ),
    "Vérifier": (
        Entree("rapprochement.py", "Rapprochement", "rapprochement", TOUS, regarde=True),
        Entree("document_publie.py", "Document publié", "document_publie", TOUS),
        Entree("methode.py", "Méthode", "methode", TOUS),
        Entree("aide.py", "Aide", "aide", TOUS),
    ),
}
"""Seven groups at most, by what people come for; a group without a page is not shown."""
ACCUEIL: Final = MENU["Piloter"][0]


def adresses() -> frozenset[str]:
    """The address of every page."""
    return frozenset(entree.adresse for section in MENU.values() for entree in section)
