"""The clauses by maître d'ouvrage and operation, what was committed to beside what was done.

For the profiles that see exact figures: a marché is often one company, hence one cell to hide.
"""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.calcul.marches import Marche, heures_des_contrats, rapprocher, repartir
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import INSECABLE, avec_unite, nombre, part, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Segment,
    barres_titrees,
    en_une_phrase,
)
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

NOMS: Final = {"operation": "Opération", "maitre_ouvrage": "Maître d’ouvrage"}
ACCORDS: Final = {
    "operation": ("opération", "opérations"),
    "maitre_ouvrage": ("maître d’ouvrage", "maîtres d’ouvrage"),
}
SANS: Final = "non précisé"
SANS_COLONNE: Final = (
    "L’extrait ne dit pas cette information pour les contrats : la colonne facultative « {} » de "
    "la table « clauses_contrats » manque."
)
REGLE: Final = (
    "Engagé : heures promises, réparties également sur les jours de chaque engagement ; n’en est "
    "comptée que la part de la période."
)


def par_maitre_ouvrage(regard: Regard) -> Planche:
    """Hours by maître d'ouvrage."""
    return _planche(regard, "maitre_ouvrage", "clauses.maitres_ouvrage")


def par_operation(regard: Regard) -> Planche:
    """Hours by operation."""
    return _planche(regard, "operation", "clauses.operations")


def _planche(regard: Regard, colonne: str, cle: str) -> Planche:
    marches, compares = _marches(regard, colonne)
    if not marches:
        raise PlancheIndisponible("Aucune heure de clauses sur cette période avec ces filtres.")
    titre = _titre_engage(marches, colonne) if compares else _titre(marches, colonne)
    lignes = [_ligne(marche, marches) for marche in marches]
    borne = max(max(m.heures, m.engagees or 0) for m in marches) or 1
    engage = f" · trait : engagé au prorata. {REGLE}" if compares else ""
    return Planche(
        cle,
        titre,
        resume=f"{titre}. {en_une_phrase(lignes)}.",
        tableau=_tableau(regard, marches, colonne, compares),
        sous_titre=f"Heures réalisées par {NOMS[colonne].lower()} · {de_quoi(regard)}{engage}",
        specification=barres_titrees(lignes, borne=borne),
        forme=Forme("barres", NOMS[colonne], ("Heures",)),
        phrases=(f"{titre}.",),
        indicateurs=("clauses_heures",),
        source=provenance(regard),
    )


def _marches(regard: Regard, colonne: str) -> tuple[list[Marche], bool]:
    """From the most hours, and whether commitments stand beside (never under a filter)."""
    exiger(regard, "clauses_contrats", "clauses_heures")
    detail = regard.porte.detail()
    contrats = detail.tables["clauses_contrats"]
    if colonne not in contrats.columns:
        raise PlancheIndisponible(SANS_COLONNE.format(colonne))
    vue = detail.contexte.vue(regard.filtres)
    lignes = regard.calculer_une_fois(
        "heures des contrats", lambda: heures_des_contrats(vue, regard.periode)
    )
    marches = repartir(lignes, contrats[colonne])
    compares = "clauses_engagements" in detail.tables and not regard.filtres.actifs
    if compares:
        engagements = detail.tables["clauses_engagements"]
        marches = rapprocher(marches, engagements, regard.periode, colonne)
    return sorted(marches, key=lambda m: (m.nom is None, -m.heures, m.nom or "")), compares


def _titre(marches: list[Marche], colonne: str) -> str:
    premier = marches[0]
    total = sum(m.heures for m in marches)
    return (
        f"{premier.nom or SANS}{INSECABLE}: {nombre(premier.heures)} heures, soit "
        f"{part(premier.heures / total if total else None)} ({NOMS[colonne].lower()})"
    )


def _titre_engage(marches: list[Marche], colonne: str) -> str:
    suivis = [m for m in marches if m.engagees]
    if not suivis:
        return "Aucune heure engagée sur cette période"
    faites, promises = sum(m.heures for m in suivis), sum(m.engagees or 0 for m in suivis)
    retards = [m for m in suivis if m.heures < (m.engagees or 0)]
    tete = (
        f"{nombre(faites)} heures réalisées pour {nombre(promises)} engagées "
        f"({pourcent(faites / promises)})"
    )
    if not retards:
        return f"{tete} ; chaque {ACCORDS[colonne][0]} y est"
    dessous = avec_unite(len(retards), *ACCORDS[colonne])
    return f"{tete} ; {dessous} sur {nombre(len(suivis))} en dessous"


def _ligne(marche: Marche, tous: list[Marche]) -> LigneTitree:
    total = sum(m.heures for m in tous)
    dit = avec_unite(marche.heures, "heure", "heures")
    if not marche.engagees:
        note = f"{dit} · {part(marche.heures / total if total else None)} du total"
        return LigneTitree(marche.nom or SANS, note, (Segment(marche.heures, dit),))
    taux = "" if marche.taux is None else f" · {pourcent(marche.taux)}"
    note = f"{dit} sur {nombre(marche.engagees)} engagées{taux}"
    return LigneTitree(marche.nom or SANS, note, (Segment(marche.heures, dit),), marche.engagees)


def _tableau(regard: Regard, marches: list[Marche], colonne: str, compares: bool) -> Tableau:
    colonnes = [texte(NOMS[colonne]), effectif("Heures réalisées"), effectif("Salariés")]
    lignes: list[tuple[object, ...]] = [(m.nom or SANS, m.heures, m.salaries) for m in marches]
    total: tuple[object, ...] = (
        *("Ensemble", sum(m.heures for m in marches)),
        regard.mesure("clauses_salaries").valeur,
    )
    if compares:
        colonnes += [
            effectif("Engagées, au prorata"),
            effectif("Réalisé / engagé", lambda taux: pourcent(taux, 1)),
            texte("À savoir"),
        ]
        lignes = [
            (*ligne, m.engagees, m.taux, "engagement sans date de fin" if m.sans_fin else "")
            for ligne, m in zip(lignes, marches, strict=True)
        ]
        promises = sum(m.engagees or 0 for m in marches)
        faites = sum(m.heures for m in marches if m.engagees)
        total = (*total, promises, faites / promises if promises else None, "engagées seulement")
    legende = f"Clauses par {NOMS[colonne].lower()}, {de_quoi(regard)}"
    return tableau(legende, colonnes, [*lignes, total], total=True)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "clauses.maitres_ouvrage": par_maitre_ouvrage,
    "clauses.operations": par_operation,
}
