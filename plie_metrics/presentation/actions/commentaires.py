"""What to know under each funnel: the report's own explanations, what it leaves unsaid."""

from collections.abc import Callable

from plie_metrics.presentation.formats import avec_unite, jour, nombre, pourcent
from plie_metrics.publications.actions import Action
from plie_metrics.publications.actions_programmation import (
    MOBILITE,
    NEGOCE,
    RELATION,
    REMOBILISATION,
)
from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient


def commentaire(rapport: Publication, action: Action) -> str:
    """The words under the chart of an action; empty where there is nothing to add."""
    if action.tableau == REMOBILISATION.tableau:
        return _remobilisation(action)
    if action.tableau == RELATION.tableau:
        return _relation(rapport)
    if action.tableau == MOBILITE.tableau:
        return _mobilite(rapport, action)
    if action.tableau == NEGOCE.tableau:
        return _negoce(rapport)
    return ""


def _remobilisation(action: Action) -> str:
    diagnostics = action.etapes[1].effectif
    part = Quotient(diagnostics, action.objectif or 0)
    return (
        "Le rapport ne définit pas l'« entrée » : si c'est un diagnostic et non une prescription, "
        f"{nombre(diagnostics)} sur {nombre(action.objectif)}, soit {pourcent(part.valeur)} de "
        "l'objectif."
    )


def _relation(rapport: Publication) -> str:
    v = _lecteur(rapport, RELATION.tableau)
    return (
        f"{avec_unite(v('entreprises'), 'entreprise prospectée', 'entreprises prospectées')}, "
        f"{avec_unite(v('offres'), 'offre collectée', 'offres collectées')} "
        f"({nombre(v('offres_cdd'))} CDD, {nombre(v('offres_cdi'))} CDI, "
        f"{nombre(v('offres_interim'))} intérim). Le rapport relève un « manque d'orientation de "
        "candidats par les référents »."
    )


def _mobilite(rapport: Publication, action: Action) -> str:
    v = _lecteur(rapport, MOBILITE.tableau)
    retenues, missions = action.etapes[2].effectif, action.etapes[-1].effectif
    moyenne = Quotient(v("heures"), missions)
    return (
        f"{nombre(v('heures'))} heures pour {nombre(missions)} personnes, "
        f"{nombre(moyenne.valeur)} chacune en moyenne ; {nombre(missions)} sur "
        f"{nombre(retenues)} retenues, {pourcent(v('part_missions') / 100)} imprimé. Le rapport "
        "invoque la « période courte » et la « difficulté à mobiliser le public »."
    )


def _negoce(rapport: Publication) -> str:
    v = _lecteur(rapport, NEGOCE.tableau)
    return (
        f"{avec_unite(v('femmes'), 'femme', 'femmes')} et "
        f"{avec_unite(v('hommes'), 'homme', 'hommes')} ; situation au "
        f"{jour(rapport.chiffre(f'ra2016.{NEGOCE.tableau}.sous_contrat').fin)}."
    )


def _lecteur(rapport: Publication, tableau: str) -> Callable[[str], float]:
    return lambda nom: rapport.valeur(f"ra2016.{tableau}.{nom}")
