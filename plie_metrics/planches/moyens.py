"""The planches of Moyens: what was spent, by whom, and what it makes for each person."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from plie_metrics.calcul.moyens import Depense, annees, par, total
from plie_metrics.erreurs import SansObjet
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import avec_son_unite, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import euros, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Segment,
    barres_titrees,
    en_une_phrase,
)
from plie_metrics.presentation.phrases import en_lettres
from plie_metrics.presentation.tableau import effectif, tableau, texte

NOMS: Final = {"poste": "Poste", "financeur": "Financeur"}
SANS: Final = {"poste": "poste non précisé", "financeur": "financeur non précisé"}
COUT_PUBLIE: Final = "aap2018.chiffres_cles.cout_moyen"
DOCUMENT: Final = "appel_projets_2018"
PARTIEL: Final = (
    "Ce coût ne vaut que ce que la table « finances » contient : si des postes y manquent, il est "
    "trop bas et ne se compare pas au coût publié."
)


def annee_choisie(regard: Regard) -> int:
    """The year of the period when the table has it, else the latest; raises TablesAbsentes."""
    connues = annees(_finances(regard))
    if not connues:
        raise PlancheIndisponible("La table « finances » est vide.")
    return regard.periode.au.year if regard.periode.au.year in connues else connues[0]


def constat(regard: Regard) -> str:
    """« 18 044 € dépensés en 2016, sur un seul poste renseigné »."""
    an = annee_choisie(regard)
    postes = par(_finances(regard), an, "poste")
    somme = total(postes)
    if somme.realise is None:
        return f"Aucune dépense réalisée en {an} dans l’extrait"
    combien = len(postes)
    sur = "un seul poste renseigné" if combien == 1 else f"{en_lettres(combien)} postes renseignés"
    return f"{euros(somme.realise)} dépensés en {an}, sur {sur}"


def cout_moyen(regard: Regard) -> tuple[float | None, str]:
    """Spent / personnes accompagnées of the same year, and the calculation in words.

    None where nothing was spent or nobody counted; masks and refusals of the gate apply.
    """
    an = annee_choisie(regard)
    depense = total(par(_finances(regard), an, "poste")).realise
    jusqu_a = min(annee(an).au, regard.identite.arrete)
    lot = regard.lot(
        (), ("personnes_accompagnees",), periode=Periode(annee(an).du, jusqu_a), filtres=Filtres()
    )
    mesure = lot.mesures["personnes_accompagnees"]
    gens = avec_son_unite("personnes_accompagnees", mesure)
    if depense is None or not mesure.valeur:
        return None, f"{euros(depense)} ; {gens}"
    return depense / mesure.valeur, f"{euros(depense)} ÷ {gens}"


def cout(regard: Regard) -> Planche:
    """The mean cost of a person, with the published one as a reference."""
    calcule, calcul = cout_moyen(regard)
    publie, imprime = _publie(regard)
    an = annee_choisie(regard)
    titre = f"L’extrait explique {euros(calcule)} par personne accompagnée en {an}"
    lignes = [LigneTitree(f"Calculé : {euros(calcule)}", calcul, (Segment(calcule or 0, calcul),))]
    if publie is not None:
        titre = f"{euros(publie)} par personne accompagnée selon le document publié ; " + (
            f"l’extrait en explique {euros(calcule)} pour {an}"
        )
        mot = "appel à projets 2018, sans le détail du calcul"
        contour = (Segment(publie, imprime, contour=True),)
        lignes.append(LigneTitree(f"Publié : {euros(publie)}", mot, contour))
    return Planche(
        "moyens.cout",
        titre,
        resume=f"{titre}. {calcul}. {PARTIEL}",
        tableau=tableau(
            f"Coût moyen par personne accompagnée, {an}",
            [texte("Source"), effectif("Coût moyen", euros), texte("Calcul")],
            [
                ("Arrêté", calcule, calcul),
                *(() if publie is None else [("Appel à projets 2018", publie, imprime)]),
            ],
        ),
        sous_titre=PARTIEL,
        specification=barres_titrees(lignes, borne=max(calcule or 0, publie or 0) or 1),
        forme=Forme("barres", "Source", ("Coût moyen",)),
        phrases=(f"{titre}.",),
        indicateurs=("personnes_accompagnees",),
        source=provenance(regard),
        filtree=False,
    )


def _publie(regard: Regard) -> tuple[float | None, str]:
    """The published mean cost and its words; None in an installation without the document."""
    try:
        chiffre = regard.publication(DOCUMENT).chiffre(COUT_PUBLIE)
    except SansObjet:
        return None, ""
    return chiffre.nombre, chiffre.imprime


def par_poste(regard: Regard) -> Planche:
    """Euros by poste, spent beside planned."""
    return _planche(regard, "poste", "moyens.postes")


def par_financeur(regard: Regard) -> Planche:
    """Euros by financeur, spent beside planned."""
    return _planche(regard, "financeur", "moyens.financeurs")


def _planche(regard: Regard, colonne: str, cle: str) -> Planche:
    an = annee_choisie(regard)
    depenses = par(_finances(regard), an, colonne)
    somme = total(depenses)
    if colonne == "financeur" and {d.nom for d in depenses} == {None}:
        raise PlancheIndisponible(
            f"La table « finances » ne dit pas qui a financé les dépenses de {an} : remplissez sa "
            "colonne « financeur »."
        )
    premier = depenses[0]
    nom = premier.nom or SANS[colonne]
    titre = f"{nom} : {euros(premier.realise)}" + (
        f" sur {euros(somme.realise)}"
        if len(depenses) > 1
        else f", seul {NOMS[colonne].lower()} renseigné"
    )
    prevus = " et prévu (trait)" if any(d.prevu for d in depenses) else ""
    lignes = [_ligne(d, colonne, somme) for d in depenses]
    borne = max(max(d.realise or 0, d.prevu or 0) for d in depenses) or 1
    return Planche(
        cle,
        titre,
        resume=f"{titre}. {en_une_phrase(lignes)}.",
        tableau=tableau(
            f"Dépenses par {NOMS[colonne].lower()}, {an}",
            [
                texte(NOMS[colonne]),
                effectif("Prévu", lambda m: euros(m, 2)),
                effectif("Réalisé", lambda m: euros(m, 2)),
                effectif("Réalisé / prévu", lambda t: pourcent(t, 1)),
            ],
            [
                *((d.nom or SANS[colonne], d.prevu, d.realise, _taux(d)) for d in depenses),
                ("Ensemble", somme.prevu, somme.realise, _taux(somme)),
            ],
            total=True,
        ),
        sous_titre=f"Réalisé (barre){prevus}, en euros · année {an}",
        specification=barres_titrees(lignes, borne=borne),
        forme=Forme("barres_groupees", NOMS[colonne], ("Prévu", "Réalisé")),
        phrases=(f"{titre}.",),
        source=provenance(regard),
        filtree=False,
    )


def _ligne(depense: Depense, colonne: str, somme: Depense) -> LigneTitree:
    dit = euros(depense.realise)
    prevu = "" if depense.prevu is None else f" pour {euros(depense.prevu)} prévus"
    poids = depense.realise / somme.realise if depense.realise and somme.realise else None
    suite = "" if poids is None else f" · {pourcent(poids)} du total"
    nom = depense.nom or SANS[colonne]
    return LigneTitree(
        nom, f"{dit}{prevu}{suite}", (Segment(depense.realise or 0, dit),), depense.prevu
    )


def _taux(depense: Depense) -> float | None:
    return (
        depense.realise / depense.prevu if depense.prevu and depense.realise is not None else None
    )


def _finances(regard: Regard) -> pd.DataFrame:
    exiger(regard, "finances")
    table = regard.porte.annexe("finances")
    assert table is not None  # the gate says that the extract holds it
    return table


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "moyens.cout": cout,
    "moyens.postes": par_poste,
    "moyens.financeurs": par_financeur,
}
