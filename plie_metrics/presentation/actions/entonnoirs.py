"""The finding of the Actions page, and the funnels: each step with the rate from the one before."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import INSECABLE, avec_unite, liste, nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.phrases import en_lettres
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.actions import Action, Etape

NON_COMPTEES: Final = "entrées"  # the unit of an objective that no step of an action counts


def constat(actions: Sequence[Action]) -> str:
    """« Aucune des deux actions à objectif chiffré ne l'atteint : 65 à 93 entrées sur 150… »."""
    visees = [action for action in actions if action.objectif is not None]
    if not visees:
        return "Aucune action de la programmation n'a d'objectif chiffré"
    combien = en_lettres(len(visees))
    atteints = [action for action in visees if _atteint(action)]
    detail = liste([_sur_objectif(action) for action in visees])
    if not atteints:
        tete = f"Aucune des {combien} actions à objectif chiffré ne l'atteint"
        if len(visees) == 1:
            tete = "La seule action à objectif chiffré ne l'atteint pas"
    elif len(atteints) == len(visees):
        tete = "Toutes les actions à objectif chiffré l'atteignent"
    else:
        tete = f"Actions à objectif chiffré : {en_lettres(len(atteints))} sur {combien} l'atteint"
    return f"{tete} : {detail}"


def titre_entonnoirs(actions: Sequence[Action]) -> str:
    """« De la prescription à l'emploi : 11 à 21 % des personnes selon l'action »."""
    parts = sorted(p for a in actions if (p := a.bout_a_bout.valeur) is not None)
    if not parts:
        return "De la prescription à l'emploi"
    return f"De la prescription à l'emploi : {_etendue(parts)} selon l'action"


def titre_entonnoir(action: Action) -> str:
    """« Mobilité professionnelle : 5 sur 38 »."""
    bout = action.bout_a_bout
    return f"{action.nom} : {nombre(bout.numerateur)} sur {nombre(bout.denominateur)}"


def sous_titre(action: Action) -> str:
    """Who led the action and what it aimed at."""
    if action.objectif is None:
        return f"{action.operateur} · pas d'objectif chiffré imprimé"
    return f"{action.operateur} · trait : objectif de {nombre(action.objectif)} " + (
        action.unite_objectif
    )


def lignes_entonnoir(action: Action) -> list[LigneTitree]:
    """One bar a step; the objective stands on the first, the rate to its left on the others."""
    lignes = []
    for etape in action.etapes:
        titre = en_mots(etape)
        premiere = etape.base is None
        lignes.append(
            LigneTitree(
                titre,
                _note_objectif(action) if premiere else taux_en_mots(etape),
                (Segment(etape.effectif, titre),),
                action.objectif if premiere else None,
            )
        )
    return lignes


def borne(actions: Sequence[Action]) -> float:
    """The common scale of funnels that compare: the longest bar or objective, and its tick."""
    return 1.02 * max(max(a.objectif or 0, *(e.effectif for e in a.etapes)) for a in actions)


def tableau_entonnoirs(actions: Sequence[Action]) -> Tableau:
    """Every step of every funnel, with both terms of its rate."""
    return tableau(
        "Étapes des actions de la programmation, 2016",
        (
            texte("Action"),
            texte("Étape"),
            effectif("Personnes"),
            texte("Rapportées à"),
            effectif("Taux", _taux),
        ),
        [
            (
                action.nom,
                en_mots(etape),
                etape.effectif,
                en_mots(etape.base) if etape.base else _objectif_en_mots(action),
                etape.taux.valeur if etape.taux else _taux_objectif(action),
            )
            for action in actions
            for etape in action.etapes
        ],
    )


def en_mots(etape: Etape) -> str:
    """« 65 diagnostics »."""
    return avec_unite(etape.effectif, etape.pas.singulier, etape.pas.pluriel)


def taux_en_mots(etape: Etape) -> str:
    """« 70 % des 93 prescriptions »; empty for a first step."""
    if etape.base is None or etape.taux is None:
        return ""
    ensemble = f"{nombre(etape.base.effectif)} {etape.base.pas.ensemble}"
    return f"{pourcent(etape.taux.valeur)} des {ensemble}"


def _atteint(action: Action) -> bool:
    return action.objectif is not None and _realises(action)[0] >= action.objectif


def _realises(action: Action) -> tuple[float, float]:
    """The least and the most that can be held against the objective.

    An objective of entrées is not one of prescriptions, and the report counts no entrée: they are
    between what follows the prescription and the prescriptions.
    """
    premiere, *suivantes = action.etapes
    if action.unite_objectif == NON_COMPTEES and suivantes:
        return (suivantes[0].effectif, premiere.effectif)
    return (premiere.effectif, premiere.effectif)


def _sur_objectif(action: Action) -> str:
    # no-break: « sur 150 » is one thing
    objectif = f"sur{INSECABLE}{nombre(action.objectif)}"
    bas, haut = _realises(action)
    if bas != haut:
        combien = f"{nombre(bas)} à {nombre(haut)}{INSECABLE}{action.unite_objectif}"
        return f"{combien} {objectif} en {action.nom.lower()}"
    return f"{en_mots(action.etapes[0])} {objectif} en {action.nom.lower()}"


def _note_objectif(action: Action) -> str:
    if not action.objectif:
        return ""
    taux = _etendue([realise / action.objectif for realise in _realises(action)])
    return f"{taux} de l'objectif ({nombre(action.objectif)})"


def _taux_objectif(action: Action) -> float | None:
    bas, haut = _realises(action)
    return action.taux_objectif.valeur if action.taux_objectif and bas == haut else None


def _objectif_en_mots(action: Action) -> str:
    if action.objectif is None:
        return "pas d'objectif"
    return f"objectif de {nombre(action.objectif)} {action.unite_objectif}"


def _taux(valeur: float | None) -> str:
    return "—" if valeur is None else pourcent(valeur, 1)


def _etendue(parts: Sequence[float]) -> str:
    bas, haut = nombre(parts[0] * 100), pourcent(parts[-1])
    return haut if pourcent(parts[0]) == haut else f"{bas} à {haut}"
