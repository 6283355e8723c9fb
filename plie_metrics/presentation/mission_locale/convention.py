"""Dijon's convention of 2008 as it is read: the finding, its key figures, its commitments."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import avec_unite, euros, jour, nombre
from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.publications.convention import VOLETS, Engagement, dates
from plie_metrics.typographie import typographier

SANS_QUANTITE: Final = "–"


def constat(convention: Publication) -> str:
    """What the Grand Dijon gives, what the mission locale promises in figures, and without."""
    v = convention.valeur
    return (
        f"Dijon, {_annee(convention)} : {euros(v('ml2008.financement.montant'))} à la Mission "
        "locale de l'arrondissement, contre "
        f"{avec_unite(v('ml2008.cooperation_plie.entrees'), 'entrée', 'entrées')} dans le PLIE et "
        "des sorties positives promises sans chiffre"
    )


def chiffres_cles(convention: Publication) -> tuple[ChiffreCle, ...]:
    """Amount, duration, deadline of the evaluation, entrées, sorties, parrainage."""
    v, echeances = convention.valeur, dates(convention)
    restants = avec_unite(echeances.jours_restants, "jour", "jours")
    return (
        ChiffreCle(
            "de subvention",
            euros(v("ml2008.financement.montant")),
            "article 4 ; versée en une seule fois",
        ),
        ChiffreCle(
            "année couverte",
            _annee(convention),
            f"article 3 ; délibérée {restants} avant son terme",
        ),
        ChiffreCle(
            "échéance de l'évaluation",
            jour(echeances.evaluation),
            "article 5 : état précis des engagements",
        ),
        ChiffreCle(
            "entrées dans le PLIE",
            nombre(v("ml2008.cooperation_plie.entrees")),
            "période non imprimée : 2008, ou protocole 2008-2012",
        ),
        ChiffreCle(
            "sorties positives",
            "non chiffrées",
            "renvoi au protocole 2008-2012, absent du document",
        ),
        ChiffreCle(
            "jeunes parrainés",
            f"{nombre(v('ml2008.actions_jeunes.parrainage.min'))} à "
            f"{nombre(v('ml2008.actions_jeunes.parrainage.max'))}",
            "sur l'année",
        ),
    )


def provenance(convention: Publication) -> str:
    """Where all this is printed."""
    return (
        f"Convention annexée à la délibération du {jour(dates(convention).deliberation)}, articles "
        "1, 3, 4 et 5 (aucun article 2 n'est imprimé)."
    )


def noms_volets(engagements: Sequence[Engagement]) -> dict[str, str]:
    """Each volet with its number of commitments, in the printed order."""
    compte = Counter(engagement.volet for engagement in engagements)
    return {
        volet: typographier(f"{nom} ({nombre(compte[volet])})")
        for volet, nom in VOLETS.items()
        if compte[volet]
    }


def titre_engagements(engagements: Sequence[Engagement]) -> str:
    """How many commitments, and how many of them say a quantity."""
    chiffres = sum(bool(engagement.quantites) for engagement in engagements)
    return (
        f"{avec_unite(len(engagements), 'engagement', 'engagements')}, "
        f"dont {nombre(chiffres)} avec une quantité"
    )


def par_objet(engagements: Sequence[Engagement], volet: str) -> dict[str, list[Engagement]]:
    """The commitments of a volet under what they are about, in the printed order."""
    groupes: dict[str, list[Engagement]] = {}
    for engagement in engagements:
        if engagement.volet == volet:
            groupes.setdefault(engagement.objet, []).append(engagement)
    return groupes


def citation(engagement: Engagement) -> str:
    """The printed words between French quotation marks; quoted words inside take “ ”."""
    mots = engagement.mots.rstrip(".").replace("« ", "“").replace(" »", "”")
    return f"« {mots} »"


def tableau_engagements(engagements: Sequence[Engagement]) -> Tableau:
    """Every commitment, in the words that are printed."""
    return tableau(
        "Engagements de la convention 2008, dans ses mots",
        [texte("Volet"), texte("Objet"), texte("Engagement"), texte("Quantité")],
        [(VOLETS[e.volet], e.objet, citation(e), quantite(e)) for e in engagements],
    )


def quantite(engagement: Engagement) -> str:
    """« 85 », « 80 à 100 », « chaque mois », or « – » when the words hold no quantity."""
    if engagement.quantites:
        return " à ".join(_nombre(chiffre) for chiffre in engagement.quantites)
    return "chaque mois" if engagement.mensuel else SANS_QUANTITE


def mensuels(engagements: Sequence[Engagement]) -> list[str]:
    """What is promised every month, in the printed words."""
    return [citation(engagement) for engagement in engagements if engagement.mensuel]


def _nombre(chiffre: Chiffre) -> str:
    return nombre(chiffre.valeur)


def _annee(convention: Publication) -> str:
    return str(dates(convention).terme.year)
