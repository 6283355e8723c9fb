"""The planches of Actions: the steps of an action of the programming, beside their objective."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Segment,
    barres_titrees,
    en_une_phrase,
)
from plie_metrics.presentation.tableau import effectif, tableau, texte

NON_COHORTE: Final = (
    "Étapes dans l’ordre de l’extrait ; une étape n’est pas toujours une part de la précédente"
)


@dataclass(frozen=True)
class Etape:
    """A step of an action: how many people, how many were aimed at."""

    action: str
    nom: str
    effectif: float | None
    objectif: float | None

    @property
    def taux(self) -> float | None:
        """effectif / objectif; None without an objective."""
        return (
            self.effectif / self.objectif if self.objectif and self.effectif is not None else None
        )


def annee_choisie(regard: Regard) -> int:
    """The year of the period when the table has it, else the latest.

    Raises TablesAbsentes, PlancheIndisponible, and DetailRefuse for who sees aggregates only.
    """
    annees = sorted({int(an) for an in _table(regard)["annee"]})
    if not annees:
        raise PlancheIndisponible("La table « actions » est vide.")
    return regard.periode.au.year if regard.periode.au.year in annees else annees[-1]


def noms(regard: Regard) -> tuple[str, ...]:
    """The actions of the year, in the order of the table."""
    return tuple(dict.fromkeys(etape.action for etape in _etapes(regard)))


def constat(regard: Regard) -> str:
    """« 7 actions en 2016 ; les objectifs chiffrés sont atteints de 25 à 43 % »."""
    etapes, an = _etapes(regard), annee_choisie(regard)
    combien = avec_unite(len(noms(regard)), "action", "actions")
    taux = sorted(e.taux for e in etapes if e.taux is not None)
    if not taux:
        return f"{combien} en {an}, sans objectif chiffré"
    if len(taux) == 1:
        return f"{combien} en {an} ; le seul objectif chiffré est réalisé à {pourcent(taux[0])}"
    return (
        f"{combien} en {an} ; les {nombre(len(taux))} objectifs chiffrés sont réalisés de "
        f"{nombre(100 * taux[0])} à {pourcent(taux[-1])}"
    )


def une_action(regard: Regard) -> Planche:
    """The steps of the action chosen on the page (`action`), the first one otherwise."""
    offertes = noms(regard)
    voulue = regard.choix.get("action", "")
    nom = voulue if voulue in offertes else offertes[0]
    etapes = [etape for etape in _etapes(regard) if etape.action == nom]
    lignes = [_ligne(etape) for etape in etapes]
    titre = f"{nom} : {lignes[0].titre.lower()}, {lignes[0].note}"
    borne = max(max(e.effectif or 0, e.objectif or 0) for e in etapes) or 1
    return Planche(
        "actions.une",
        titre,
        resume=f"{titre}. {en_une_phrase(lignes)}.",
        tableau=tableau(
            f"{nom}, {annee_choisie(regard)}",
            [
                texte("Étape"),
                effectif("Effectif"),
                effectif("Objectif"),
                effectif("Réalisé / objectif", lambda t: pourcent(t, 1)),
            ],
            [(e.nom, e.effectif, e.objectif, e.taux) for e in etapes],
        ),
        sous_titre=f"{NON_COHORTE} · trait : objectif · année {annee_choisie(regard)}",
        specification=barres_titrees(lignes, borne=borne),
        forme=Forme("barres", "Étape", ("Effectif",)),
        phrases=(f"{titre}.",),
        source=provenance(regard),
        filtree=False,
    )


def toutes(regard: Regard) -> Planche:
    """Every action and step of the year, as a table."""
    etapes, an = _etapes(regard), annee_choisie(regard)
    titre = constat(regard)
    return Planche(
        "actions.toutes",
        titre,
        resume=f"{titre}. Le détail est dans le tableau.",
        tableau=tableau(
            f"Actions de la programmation, {an}",
            [
                texte("Action"),
                texte("Étape"),
                effectif("Effectif"),
                effectif("Objectif"),
                effectif("Réalisé / objectif", lambda t: pourcent(t, 1)),
            ],
            [(e.action, e.nom, e.effectif, e.objectif, e.taux) for e in etapes],
        ),
        phrases=(f"{titre}.",),
        source=provenance(regard),
        filtree=False,
    )


def _ligne(etape: Etape) -> LigneTitree:
    note = nombre(etape.effectif)
    if etape.objectif is not None:
        note += f" pour {nombre(etape.objectif)} visés ({pourcent(etape.taux)})"
    return LigneTitree(etape.nom, note, (Segment(etape.effectif or 0, note),), etape.objectif)


def _etapes(regard: Regard) -> tuple[Etape, ...]:
    table = _table(regard)
    siennes = table[table["annee"] == annee_choisie(regard)].sort_values("rang", kind="stable")
    rangs = {nom: rang for rang, nom in enumerate(dict.fromkeys(table["action"].astype(str)))}
    etapes = [
        Etape(
            str(ligne["action"]),
            str(ligne["etape"]),
            _nombre(ligne["effectif"]),
            _nombre(ligne["objectif"]),
        )
        for ligne in siennes.to_dict("records")
    ]
    if not etapes:
        raise PlancheIndisponible("La table « actions » est vide.")
    return tuple(sorted(etapes, key=lambda e: rangs[e.action]))


def _table(regard: Regard) -> pd.DataFrame:
    exiger(regard, "actions")
    return regard.porte.detail().tables["actions"]


def _nombre(valeur: Any) -> float | None:
    return None if pd.isna(valeur) else float(valeur)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "actions.une": une_action,
    "actions.toutes": toutes,
}
