"""What became of the people of an action, and of how many the report says nothing."""

from collections.abc import Sequence

from plie_metrics.presentation import palette
from plie_metrics.presentation.actions.entonnoirs import en_mots
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.actions import Action
from plie_metrics.quotient import Quotient


def titre_devenirs(actions: Sequence[Action]) -> str:
    """« Emploi ou formation après l'action : de 37 à 83 % selon l'action »."""
    parts = sorted(p for a in actions if (p := a.positives.valeur) is not None)
    if not parts:
        return "Ce que sont devenus les participants"
    return (
        f"Emploi ou formation ensuite : de {nombre(parts[0] * 100)} à {pourcent(parts[-1])} "
        "des participants"
    )


def titre_devenir(action: Action) -> str:
    """« POEC : 10 sur 12 »."""
    positives = action.positives
    return f"{action.nom} : {nombre(positives.numerateur)} sur {nombre(positives.denominateur)}"


def lignes_devenir(action: Action) -> list[LigneTitree]:
    """One bar an outcome, as a share of the people; outlined for those not described."""
    lignes = [
        LigneTitree(
            en_mots(issue),
            _note(issue.effectif, action),
            (
                Segment(
                    _part(issue.effectif, action) or 0,
                    en_mots(issue),
                    palette.REALISE if issue.pas.positif else palette.REPERE,
                ),
            ),
        )
        for issue in action.issues
    ]
    if action.non_decrits > 0:
        mot = f"{nombre(action.non_decrits)} dont le rapport ne dit rien"
        segment = Segment(_part(action.non_decrits, action) or 0, mot, palette.REPERE, contour=True)
        lignes.append(LigneTitree(mot, _note(action.non_decrits, action), (segment,)))
    return lignes


def tableau_devenirs(actions: Sequence[Action]) -> Tableau:
    """Every outcome of every action, with both terms of its share."""
    lignes = []
    for action in actions:
        issues = [(en_mots(issue), issue.effectif) for issue in action.issues]
        if action.non_decrits > 0:
            issues.append(("dont le rapport ne dit rien", action.non_decrits))
        lignes += [
            (action.nom, mot, combien, en_mots(action.population), _part(combien, action))
            for mot, combien in issues
        ]
    return tableau(
        "Ce que sont devenus les participants des actions, 2016",
        (
            texte("Action"),
            texte("Devenir"),
            effectif("Personnes"),
            texte("Sur"),
            effectif("Part", _pourcent),
        ),
        lignes,
    )


def _note(combien: float, action: Action) -> str:
    population = action.population
    ensemble = f"{nombre(population.effectif)} {population.pas.ensemble}"
    return f"{pourcent(_part(combien, action))} des {ensemble}"


def _part(combien: float, action: Action) -> float | None:
    return Quotient(combien, action.population.effectif).valeur


def _pourcent(valeur: float | None) -> str:
    return pourcent(valeur, 1)
