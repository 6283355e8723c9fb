"""« Ce que le comité retient »: sentences computed from the figures that this profile may see."""

from collections.abc import Iterator

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.avancement import EnCours, objectifs_en_cours, probabilite_dite
from plie_metrics.planches.mots import nommer
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import SANS_RANG
from plie_metrics.presentation.formats import avec_unite, liste, nombre, pourcent
from plie_metrics.presentation.phrases import Phrase, minuscule


def a_retenir(regard: Regard) -> tuple[Phrase, ...]:
    """Up to three sentences: the furthest objective, the exits, the clauses; none is forced."""
    faites = (_objectif(regard), _sorties(regard), _clauses(regard))
    return tuple(phrase for phrase in faites if phrase is not None)


def _objectif(regard: Regard) -> Phrase | None:
    en_cours = [e for e in objectifs_en_cours(regard) if e.taux is not None]
    if not en_cours:
        return None
    pire = min(en_cours, key=lambda e: e.taux or 0)
    unite = pire.indicateur.unite
    manque = avec_unite(-pire.ecart, unite.singulier, unite.pluriel)
    if pire.ecart >= 0:
        return Phrase("Tous les objectifs sont atteints.", _orientent(regard))
    if pire.indicateur.type_objectif == "niveau":
        return Phrase(f"Il manque {manque} à la file active.", _orientent(regard))
    tete = f"Il manque {manque}." if pire.fini else f"Il reste {manque} à faire."
    return Phrase(tete, f"{_chances(pire)}{_orientent(regard)}")


def _chances(en_cours: EnCours) -> str:
    if en_cours.suivi is None or en_cours.fini:
        return ""
    dite = probabilite_dite(en_cours.suivi.projection.probabilite)
    return f"Probabilité d’atteindre l’objectif : {dite}. " if dite else ""


def _orientent(regard: Regard) -> str:
    """« Pôle emploi (288) et Conseil départemental (123) orientent 72 % des entrées. »"""
    total = regard.mesure("entrees").valeur
    try:
        cellules = regard.ventilation("entrees", "prescripteur").cellules
    except ErreurPlie:
        return ""
    visibles = {c: m.valeur for (c,), m in cellules.items() if m.valeur and c not in SANS_RANG}
    premiers = sorted(visibles, key=lambda code: -visibles[code])[:2]
    if not total or len(premiers) < 2:
        return ""
    noms = [f"{nommer(regard, 'prescripteur', c)} ({nombre(visibles[c])})" for c in premiers]
    part = sum(visibles[c] for c in premiers) / total
    return f"{liste(noms)} orientent {pourcent(part)} des entrées."


def _sorties(regard: Regard) -> Phrase | None:
    brut = regard.mesure("taux_sorties_positives_brut")
    net = regard.mesure("taux_sorties_positives_net")
    if brut.valeur is None:
        return None
    suites = [f"({_sur(brut)})"]
    if net.valeur is not None:
        suites.append(f"; {pourcent(net.valeur)} hors déménagement, santé, retraite et décès")
    return Phrase(
        f"{pourcent(brut.valeur)} des sorties sont positives",
        f"{' '.join(suites)}.{_perdus(regard)}",
    )


def _perdus(regard: Regard) -> str:
    try:
        cellules = regard.ventilation("sorties", "motif_sortie").cellules
    except ErreurPlie:
        return ""
    total, perdus = regard.mesure("sorties").valeur, cellules.get(("suivi_impossible",))
    if not total or perdus is None or perdus.valeur is None:
        return ""
    part = pourcent(perdus.valeur / total)
    return f" {part} finissent par un suivi devenu impossible ({nombre(perdus.valeur)})."


def _clauses(regard: Regard) -> Phrase | None:
    heures, salaries = regard.mesure("clauses_heures"), regard.mesure("clauses_salaries")
    if not heures.valeur:
        return None
    return Phrase(
        f"{nombre(heures.valeur)} heures de clauses",
        "".join(_suite_clauses(regard, heures, salaries)),
    )


def _suite_clauses(regard: Regard, heures: Mesure, salaries: Mesure) -> Iterator[str]:
    if salaries.valeur:
        yield f"pour {avec_unite(salaries.valeur, 'salarié', 'salariés')}"
    try:
        cellules = regard.ventilation("clauses_heures", "type_contrat").cellules
    except ErreurPlie:
        cellules = {}
    visibles = {c: m.valeur for (c,), m in cellules.items() if m.valeur}
    if visibles and heures.valeur:
        premier = max(visibles, key=lambda code: visibles[code])
        part = pourcent(visibles[premier] / heures.valeur)
        yield f", dont {part} en {minuscule_sigle(nommer(regard, 'type_contrat', premier))}"
    yield "."


def minuscule_sigle(nom: str) -> str:
    """A label inside a sentence: « CDD » stays, « Contrat de … » takes a small letter."""
    return nom if nom[:2].isupper() else minuscule(nom)


def _sur(mesure: Mesure) -> str:
    return f"{nombre(mesure.numerateur)} sur {nombre(mesure.denominateur)}"
