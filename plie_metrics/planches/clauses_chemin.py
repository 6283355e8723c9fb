"""The path of the clauses: orientations → validées → candidats → salariés → sorties, QPV beside.

The steps of a year are counted side by side: they are not one cohort (a salarié may have been
oriented a year before), so that only the validated are a share of the step before.
"""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.absence import exiger
from plie_metrics.planches.mots import avec_son_unite, brut, de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Segment,
    barres_titrees,
    en_une_phrase,
)
from plie_metrics.presentation.tableau import Masquee, effectif, tableau, texte
from plie_metrics.quotient import Quotient
from plie_metrics.schema import est_qpv

ETAPES: Final = (
    "clauses_orientations",
    "clauses_orientations_validees",
    "clauses_candidats_valides",
    "clauses_salaries",
    "clauses_sorties_positives",
)


def chemin(regard: Regard) -> Planche:
    """The five steps as bars, the share of validated in words."""
    exiger(regard, "clauses_orientations", "clauses_contrats", "clauses_heures")
    mesures = {ident: regard.mesure(ident) for ident in ETAPES}
    lignes = [_ligne(ident, mesures) for ident in ETAPES]
    titre = _titre(mesures)
    borne = max((float(m.valeur or 0) for m in mesures.values()), default=0) or 1
    return Planche(
        "clauses.chemin",
        titre,
        resume=f"{titre}. {en_une_phrase(lignes)}.",
        tableau=tableau(
            f"Du candidat orienté à la sortie, {de_quoi(regard)}",
            [texte("Étape"), effectif("Effectif")],
            [(definition(ident).titre, brut(m)) for ident, m in mesures.items()],
        ),
        sous_titre=f"Comptages d’une même période, pas une cohorte · {de_quoi(regard)}",
        specification=barres_titrees(lignes, borne=borne),
        forme=Forme("barres", "Étape", ("Effectif",)),
        phrases=(f"{titre}.",),
        indicateurs=ETAPES,
        source=provenance(regard),
    )


def part_des_quartiers(regard: Regard) -> Planche:
    """The share of the QPV at each step; raises ErreurPlie when the profile may not ask for it."""
    exiger(regard, "clauses_orientations", "clauses_contrats", "clauses_heures")
    parts = {ident: _part(regard, ident) for ident in ETAPES}
    titre = _titre_qpv(parts)
    lignes = [_ligne_qpv(ident, part) for ident, part in parts.items()]
    return Planche(
        "clauses.qpv",
        titre,
        resume=f"{titre}. {en_une_phrase(lignes)}.",
        tableau=tableau(
            f"Habitants des quartiers prioritaires à chaque étape, {de_quoi(regard)}",
            [
                texte("Étape"),
                effectif("En QPV"),
                effectif("Ensemble"),
                effectif("Part des QPV", lambda taux: pourcent(taux, 1)),
            ],
            [_cellules(regard, ident, part) for ident, part in parts.items()],
        ),
        sous_titre="Quartiers prioritaires seulement : les quartiers de veille n’en sont pas · "
        f"{de_quoi(regard)}",
        specification=barres_titrees(lignes, borne=1),
        forme=Forme("barres", "Étape", ("Part des QPV",)),
        phrases=(f"{titre}.",),
        indicateurs=ETAPES,
        source=provenance(regard),
    )


def part_qpv_dite(regard: Regard, ident: str) -> str:
    """« 38 % »; "" when it is hidden from the profile, or undefined."""
    try:
        part = _part(regard, ident)
    except ErreurPlie:
        return ""
    return "" if part is None or part.valeur is None else pourcent(part.valeur)


def _part(regard: Regard, ident: str) -> Quotient | None:
    """QPV over all; None when a quarter of the sum is hidden or somebody lives in two."""
    total, ventilation = regard.mesure(ident).valeur, regard.ventilation(ident, "qpv")
    if total is None or any(m.valeur is None for m in ventilation.cellules.values()):
        return None
    somme = sum(m.valeur or 0 for m in ventilation.cellules.values())
    if not ventilation.additif and somme != total:
        return None
    en_qpv = sum(m.valeur or 0 for (code,), m in ventilation.cellules.items() if est_qpv(code))
    return Quotient(en_qpv, total)


def _ligne(ident: str, mesures: Mapping[str, Mesure]) -> LigneTitree:
    mesure = mesures[ident]
    if mesure.masque is not None:
        return LigneTitree(definition(ident).titre, HACHURE + avec_son_unite(ident, mesure), ())
    note = ""
    if ident == "clauses_orientations_validees":
        taux = _taux(mesures)
        note = "" if taux is None else f"{pourcent(taux)} des orientations"
    dit = avec_son_unite(ident, mesure) if mesure.valeur is not None else mesure.motif or "n. d."
    return LigneTitree(dit, note, (Segment(float(mesure.valeur or 0), dit),))


def _titre(mesures: Mapping[str, Mesure]) -> str:
    orientes, au_travail = mesures["clauses_orientations"], mesures["clauses_salaries"]
    debut = f"{avec_son_unite('clauses_orientations', orientes)}"
    taux = _taux(mesures)
    valides = "" if taux is None else f", {pourcent(taux)} validées"
    return f"{debut}{valides} ; {avec_son_unite('clauses_salaries', au_travail)}"


def _taux(mesures: Mapping[str, Mesure]) -> float | None:
    valides, toutes = (mesures[ident].valeur for ident in (ETAPES[1], ETAPES[0]))
    return None if valides is None or not toutes else valides / toutes


def _ligne_qpv(ident: str, part: Quotient | None) -> LigneTitree:
    nom = definition(ident).titre_court
    if part is None:
        return LigneTitree(nom, f"{HACHURE}part non montrée : un quartier est masqué", ())
    note = f"{pourcent(part.valeur)} ({nombre(part.numerateur)} sur {nombre(part.denominateur)})"
    return LigneTitree(nom, note, (Segment(part.valeur or 0, note, palette.SECONDE),))


def _cellules(regard: Regard, ident: str, part: Quotient | None) -> tuple[object, ...]:
    nom, total = definition(ident).titre, brut(regard.mesure(ident))
    if part is None:
        return (nom, Masquee("masqué"), total, Masquee("masqué"))
    return (nom, part.numerateur, total, part.valeur)


def _titre_qpv(parts: Mapping[str, Quotient | None]) -> str:
    vues = sorted(p.valeur for p in parts.values() if p is not None and p.valeur is not None)
    if not vues:
        return "La part des QPV n’est pas montrée : des quartiers sont masqués"
    bornes = list(dict.fromkeys([nombre(vues[0] * 100), nombre(vues[-1] * 100)]))
    a_chaque = "à chaque étape" if len(vues) == len(parts) else "aux étapes montrées"
    return f"QPV : {' à '.join(bornes)} % {a_chaque}"


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "clauses.chemin": chemin,
    "clauses.qpv": part_des_quartiers,
}
