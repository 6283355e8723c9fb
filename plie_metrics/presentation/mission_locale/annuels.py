"""The yearly targets to 2011 as they are read: what is printed, what is computed, what is doubt."""

from collections.abc import Sequence

from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.annees import Case, LigneAnnees
from plie_metrics.presentation.mission_locale.contrat import proprietaire
from plie_metrics.presentation.mission_locale.valeurs import minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.objectifs_annuels import (
    ANNEES,
    PREMIERE,
    Annee,
    Serie,
    taux_annuel,
)
from plie_metrics.typographie import typographier

TITRES = tuple(str(annee) for annee in ANNEES)


def constat(contrat: Publication, series: Sequence[Serie]) -> str:
    """Whose contract, and how much its yearly targets grow."""
    return f"{proprietaire(contrat)} : {minuscule(titre(series))}"


def titre(series: Sequence[Serie]) -> str:
    """Which target grows the most over the three years, and which the least, parts included."""
    triees = sorted(series, key=lambda serie: serie.accroissement.valeur or 0)
    return (
        f"De {ANNEES[0]} à {ANNEES[-1]}, les objectifs annuels varient de {_extreme(triees[0])} à "
        f"{_extreme(triees[-1])}"
    )


def lignes(series: Sequence[Serie]) -> list[LigneAnnees]:
    """The rows of the picture."""
    return [
        LigneAnnees(
            typographier(serie.nom if serie.parent else f"{serie.nom} (action {serie.action})"),
            bool(serie.parent),
            tuple(Case(a.valeur, _etiquette(a), a.calcule) for a in serie.annees),
            _croissance(serie),
        )
        for serie in series
    ]


def tableau_annuels(contrat: Publication, series: Sequence[Serie]) -> Tableau:
    """The same figures, and how each value of 2010 and 2011 is known."""
    return tableau(
        "Objectifs annuels des actions 31, 33 et 34, contrat d'objectifs 2009-2011",
        [
            texte("Action"),
            texte("Objectif"),
            *(effectif(titre_annee, str) for titre_annee in TITRES),
            texte("Origine des années suivantes"),
        ],
        [
            (
                serie.action,
                serie.nom,
                *(_valeur(annee) for annee in serie.annees),
                _origine(contrat, serie),
            )
            for serie in series
        ],
    )


def note_progression(contrat: Publication, series: Sequence[Serie]) -> str:
    """What « +15 % » does not say: on which year, and whether it bears on the part of 1 % too."""
    taux = [taux_annuel(contrat, annee) for annee in ANNEES[1:]]
    exemple = next(serie for serie in series if serie.annees[-1].calcule)
    sur_premiere = exemple.annees[0].valeur * (1 + taux[-1] / 100)
    part = contrat.valeur(f"co2009.action_31.io_312.{PREMIERE}")
    debut, suite, fin = ANNEES
    return (
        f"Contours vides : calcul, non imprimé. Le contrat écrit « {_pourcent(taux[0])} » en "
        f"{suite} et « {_pourcent(taux[1])} » en {fin} sans dire sur quelle année ; nous prenons "
        f"l'année précédente. Si les deux portent sur {debut}, « {exemple.nom} » reste à "
        f"{nombre(sur_premiere, 1)} en {fin}. La même mention couvre IO 312 (part des actualités "
        f"entreprises, {pourcent(part / 100)} en {debut}) sans dire si elle est relative ou en "
        "points : rien n'est calculé."
    )


def note_alternance(contrat: Publication) -> str:
    """The two targets of 2009 for alternance, which do not agree."""
    tableau_final = contrat.valeur(f"co2009.resultats.io_301.objectif_{PREMIERE}")
    action = contrat.valeur(f"co2009.objectifs_alternance.contrats.{PREMIERE}")
    return (
        f"Pour {PREMIERE}, le tableau des résultats vise {nombre(tableau_final)} jeunes en "
        f"alternance (IO 301) et l'action 33 en vise {nombre(action)} : le document n'explique pas "
        f"cet écart de {nombre(abs(tableau_final - action))}."
    )


def _origine(contrat: Publication, serie: Serie) -> str:
    if not serie.annees[-1].calcule:
        return "imprimés"
    return f"calcul : « {_pourcent(taux_annuel(contrat, ANNEES[-1]))} » de l'année précédente"


def _pourcent(taux: float) -> str:
    return pourcent(taux / 100, signe=True)


def _extreme(serie: Serie) -> str:
    """« 0 % (contrats de professionnalisation) »."""
    taux = serie.accroissement.valeur
    ecrit = pourcent(taux, signe=bool(taux))
    return f"{ecrit} ({minuscule(serie.nom.removeprefix('dont '))})"


def _croissance(serie: Serie) -> str:
    taux = serie.accroissement.valeur
    return "stable" if taux == 0 else pourcent(taux, signe=True)


def _valeur(annee: Annee) -> str:
    entiere = abs(annee.valeur - round(annee.valeur)) < 1e-9  # 100 × 1,15 is 114,99999999999999
    return nombre(annee.valeur, 0 if entiere else 1)


def _etiquette(annee: Annee) -> str:
    return f"{_valeur(annee)} (calcul)" if annee.calcule else _valeur(annee)
