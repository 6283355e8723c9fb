"""The chapters of the activity report, in the order of the 2016 one, and what goes in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plie_metrics.editions.modele import VueFigee


@dataclass(frozen=True)
class Section:
    """A section. `cles` (how a key begins), `indicateurs`, `pages`: what it takes, by preference.

    `a_completer`: what the team writes there; "" when the views say enough.
    """

    titre: str
    a_completer: str = ""
    cles: tuple[str, ...] = ()
    indicateurs: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapitre:
    """A chapter and its sections; `chiffres`: it shows the figures of the year."""

    titre: str
    sections: tuple[Section, ...] = ()
    a_completer: str = ""
    chiffres: bool = False
    decisions: bool = False


AUTRES: Final = Section("Autres données de l’année", "ce que ces données apportent")
CHAPITRES: Final = (
    Chapitre(
        "Présentation du PLIE",
        (
            Section("Les orientations du PLIE", "les objectifs et orientations du protocole"),
            Section("Son organisation", "équipe d’animation, référents, structures porteuses"),
            Section("Le public du PLIE", "critères d’entrée"),
            Section("Les critères de sorties positives", "critères du protocole"),
        ),
        chiffres=True,
    ),
    Chapitre("Le plan d’action du PLIE", a_completer="axes de travail de l’année et leurs suites"),
    Chapitre(
        "Les participants du PLIE",
        (
            Section(
                "Répartition par âge et par sexe",
                "lecture de la répartition",
                indicateurs=("personnes_accompagnees", "age_moyen", "part_femmes"),
                pages=("publics",),
            ),
            Section(
                "Lieu d’habitation et quartiers prioritaires",
                "lecture du territoire",
                cles=("territoire.", "publics.communes", "publics.qpv", "publics.representation"),
                indicateurs=("part_qpv", "part_qpv_et_veille"),
            ),
        ),
    ),
    Chapitre(
        "L’activité du PLIE",
        (
            Section(
                "Les objectifs de l’année",
                "ce qui explique l’écart aux objectifs",
                cles=("synthese.objectifs",),
                pages=("objectifs",),
            ),
            Section(
                "Les entrées",
                "les partenaires qui orientent, l’évolution de l’année",
                indicateurs=("entrees", "prescriptions", "taux_entree_sur_prescription"),
            ),
            Section(
                "Les étapes de parcours",
                "les étapes à valoriser",
                indicateurs=("etapes", "mises_emploi"),
                pages=("parcours",),
            ),
            Section(
                "Les sorties",
                "les sorties positives et les autres",
                indicateurs=(
                    "sorties",
                    "sorties_positives",
                    "taux_sorties_positives_brut",
                    "taux_sorties_positives_net",
                ),
                pages=("sorties",),
            ),
        ),
    ),
    Chapitre(
        "Les actions de la programmation",
        (
            Section(
                "Les actions", "chaque action : objectifs, résultats, suites", pages=("actions",)
            ),
        ),
    ),
    Chapitre(
        "Les clauses d’insertion",
        (
            Section(
                "Heures, orientations et sorties",
                "lecture du bilan des clauses",
                indicateurs=(
                    *("clauses_heures", "clauses_etp", "clauses_salaries"),
                    *("clauses_orientations", "clauses_orientations_validees"),
                    *("clauses_candidats_valides", "clauses_sorties_positives"),
                ),
                pages=("clauses",),
            ),
        ),
    ),
    Chapitre(
        "La coordination du PLIE",
        (
            Section("Les instances", "comités opérationnels et de pilotage tenus"),
            Section(
                "Le suivi de l’équipe des référents",
                "saisies, réunions, formations",
                indicateurs=("file_active", "taux_entretien_mensuel", "parcours_plus_30_mois"),
                pages=("referents", "qualite"),
            ),
        ),
    ),
    Chapitre(
        "Appels à projets", a_completer="une fiche par opération : objectif, moyens, résultats"
    ),
    Chapitre("Perspectives", a_completer="orientations de l’année suivante", decisions=True),
)


def repartir(vues: tuple[VueFigee, ...]) -> Mapping[Section, tuple[VueFigee, ...]]:
    """Each view under its section, none lost: what fits nowhere goes to AUTRES."""
    reparties: dict[Section, list[VueFigee]] = {}
    for vue in vues:
        reparties.setdefault(section_de(vue), []).append(vue)
    return {section: tuple(trouvees) for section, trouvees in reparties.items()}


def section_de(vue: VueFigee) -> Section:
    """By its key, else by what it counts first, else by its page."""
    sections = [section for chapitre in CHAPITRES for section in chapitre.sections]
    premier = vue.indicateurs[0] if vue.indicateurs else ""
    page = vue.cle.split(".")[0]
    choix = (
        [s for s in sections if vue.cle.startswith(s.cles)],
        [s for s in sections if premier in s.indicateurs],
        [s for s in sections if page in s.pages],
    )
    return next((trouvees[0] for trouvees in choix if trouvees), AUTRES)
