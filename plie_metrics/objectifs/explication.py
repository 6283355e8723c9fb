"""The model explained in French, as data for the method page; figures come from the code."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.objectifs.completude import SEUIL_PROVISOIRE
from plie_metrics.objectifs.delais import FENETRE, MINIMUM
from plie_metrics.objectifs.flux import SOUPLESSE
from plie_metrics.objectifs.rythme import MOIS_RECENTS
from plie_metrics.objectifs.variations import COEFFICIENT
from plie_metrics.typographie import typographier


@dataclass(frozen=True)
class Explication:
    """A paragraph of the method page: what it is about, what is done, where it comes from."""

    titre: str
    texte: str
    sources: tuple[str, ...] = ()


SUR_DONNEES_SIMULEES: Final = "sur données simulées : vérifie le calcul, ne prouve pas la prévision"
"""What must stand beside a back-test made on the demonstration."""


def _paragraphe(titre: str, texte: str, *sources: str) -> Explication:
    return Explication(typographier(titre), typographier(texte), tuple(map(typographier, sources)))


def _pourcent(part: float) -> str:
    return f"{part * 100:.0f} %"


EXPLICATIONS: Final = (
    _paragraphe(
        "Trajectoires",
        "La trajectoire linéaire répartit l'objectif sur les jours de sa période. La trajectoire "
        "saisonnière le répartit selon le rythme des années passées complètes : la part de chaque "
        "mois dans l'année, ramenée vers des mois égaux d'autant plus que le hasard suffirait à "
        "expliquer les écarts. Un objectif de niveau (file active) est une ligne horizontale.",
    ),
    _paragraphe(
        "Années passées",
        "Une année sert d'appui quand chacun de ses douze mois compte au moins une entrée et une "
        "sortie dans l'extrait entier. Avant le début de l'extrait, seules les personnes encore "
        "suivies y figurent : ces années-là ne sont pas utilisées. Sans année complète, la "
        "projection est une ligne droite, sans intervalle ni probabilité.",
    ),
    _paragraphe(
        "Projection d'un flux (entrées, sorties positives)",
        "Le rythme de l'année part du total de l'année précédente, puis les événements de l'année "
        "en cours le corrigent, d'autant plus qu'ils sont nombreux. D'une année à l'autre, le "
        f"rythme est supposé varier de {_pourcent(SOUPLESSE)} environ (écart type), et il bouge "
        "aussi à l'intérieur de l'année. Ce qui reste à venir suit une loi binomiale négative : "
        "le hasard du comptage, la dispersion des mois observée dans le passé et l'incertitude "
        "sur le rythme s'y ajoutent.",
        "Loi gamma-Poisson ; calculs avec scipy et numpy",
    ),
    _paragraphe(
        "Projection d'un niveau (file active)",
        "Le niveau de fin de période est celui de l'arrêté, plus les entrées, moins les sorties "
        "qui restent à venir ou à saisir ; les deux flux sont prévus séparément et tenus pour "
        "indépendants. Les changements de référent ne sont pas prévus. La moyenne sur la période "
        "est celle des fins de mois, constatées puis attendues.",
    ),
    _paragraphe(
        "Intervalles et probabilité",
        "L'intervalle à 80 % doit contenir la valeur finale quatre fois sur cinq, celui à 95 % "
        "dix-neuf fois sur vingt. La probabilité est celle d'atteindre au moins l'objectif. "
        "Aucune n'est une certitude : un événement sans précédent dans les données (changement "
        "de règle, de financement) n'y figure pas.",
    ),
    _paragraphe(
        "Rythmes",
        "Le rythme nécessaire est ce qui manque, divisé par les mois qui restent. Le rythme "
        f"récent est celui des {MOIS_RECENTS} derniers mois, corrigé de ce qui n'est pas encore "
        "saisi. Pour la file active, les deux sont nets des sorties.",
    ),
    _paragraphe(
        "Mois provisoires",
        "Le délai entre un événement et sa saisie est mesuré sur les "
        f"{FENETRE // 365} dernières années, en tenant compte de ce que les délais longs des "
        "événements récents ne sont pas encore visibles. Un mois dont moins de "
        f"{_pourcent(SEUIL_PROVISOIRE)} des faits sont attendus comme saisis est provisoire ; dans "
        "la projection il ne compte que pour sa part saisie. Si la saisie vient d'être rattrapée "
        "(clôture), aucun mois n'est provisoire. Sans dates de saisie, ou avec moins de "
        f"{MINIMUM} saisies datées, la complétude n'est pas connue et c'est dit.",
        "Lagakos, Barraj et De Gruttola, Biometrika, 1988",
        "Kalbfleisch et Lawless, Journal of the American Statistical Association, 1989",
    ),
    _paragraphe(
        "Essai sur le passé",
        "À chaque fin de mois des années passées, la projection est refaite avec ce qui était "
        "saisi ce jour-là seulement, puis comparée à ce qui est arrivé et à deux prévisions "
        "naïves : prolonger le chiffre affiché au prorata des jours, reprendre celui de l'année "
        "précédente. Les mois d'une même année se ressemblent : deux années ne font pas "
        "vingt-quatre épreuves indépendantes.",
    ),
    _paragraphe(
        "Variations habituelles",
        "Les limites habituelles d'une série mensuelle sont sa moyenne plus ou moins "
        f"{COEFFICIENT:.2f} fois l'écart moyen entre deux mois successifs.".replace(".", ",", 1)
        + " Il y a rupture quand un mois sort de ces limites, quand huit mois de suite sont du "
        "même côté de la moyenne, ou quand deux mois sur trois dépassent les deux tiers du "
        "chemin vers une même limite. En dessous de huit mois, la série est trop courte.",
        "NHS England, « Making Data Count »",
        "D. J. Wheeler, « Understanding Variation »",
    ),
    _paragraphe(
        "Ce qui a changé entre deux arrêtés",
        "La différence se décompose en quatre parts qui s'additionnent exactement : l'activité des "
        "jours nouveaux ; les saisies tardives, sur des jours déjà couverts par l'ancien arrêté "
        "(une case vide qui se remplit en est une) ; les corrections et suppressions de ce que "
        "l'ancien arrêté disait, changements de référent compris ; le changement de définition, "
        "quand l'ancien chiffre a été enregistré avec une autre version.",
    ),
    _paragraphe(
        "Trois lectures d'une même sortie",
        "Chaque sortie est lue selon la règle du PLIE (son motif), les résultats communs du FSE+ à "
        "la sortie (la situation de la personne) et la sortie dynamique de l'IAE. Une situation "
        "inconnue donne « indéterminé », et chaque compte porte ses bornes : si tous les cas "
        "indéterminés étaient d'un côté, puis de l'autre.",
    ),
)
