"""The planches of the Synthèse: the objectives, and what the exits become."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.calcul.ventilation import Ventilation
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.avancement import (
    EnCours,
    objectifs_en_cours,
    probabilite_dite,
    projection_dite,
    rythme_dit,
    trajectoire_dite,
    verdict,
)
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.reference import ANNEE_PUBLIEE
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import repartir
from plie_metrics.presentation import palette
from plie_metrics.presentation.essentiel import note_sorties_positives
from plie_metrics.presentation.formats import (
    FINE,
    INSECABLE,
    avec_unite,
    liste,
    nombre,
    part,
    pourcent,
)
from plie_metrics.presentation.graphiques.puces import Puce, puces
from plie_metrics.presentation.phrases import en_lettres, minuscule
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import MOTIFS_POSITIFS

AUCUN_OBJECTIF: Final = (
    "Aucun objectif n’est fixé pour cette période et ces filtres : choisissez l’année entière et "
    "l’ensemble du PLIE, ou un seul référent, une seule structure."
)


def constat(regard: Regard) -> str:
    """The finding of the page: « Les trois objectifs de 2016 sont manqués, de 10 à 19 % »."""
    en_cours = objectifs_en_cours(regard)
    if not en_cours:
        return _sans_objectif(regard)
    retards = [e for e in en_cours if e.en_retard]
    if not retards:
        return f"{_tous(en_cours)} {_accorde(en_cours, 'atteint', 'en bonne voie')}"
    if len(retards) < len(en_cours):
        noms = f" et{INSECABLE}".join(minuscule(e.indicateur.titre_court) for e in retards)
        return f"{_nombre(retards, en_cours)} : {noms}"
    if not _finis(en_cours):
        return f"{_tous(en_cours)} {_accorde(en_cours, '', 'en retard sur la trajectoire')}"
    manques = [1 - e.taux for e in retards if e.taux is not None]
    return f"{_tous(en_cours)} {_accorde(en_cours, 'manqué', '')}, {_etendue(manques)}"


def objectifs(regard: Regard) -> Planche:
    """Each objective beside what was done, with its projection; raises PlancheIndisponible."""
    en_cours = objectifs_en_cours(regard)
    if not en_cours:
        raise PlancheIndisponible(AUCUN_OBJECTIF)
    phrases = tuple(_phrase(e) for e in en_cours)
    return Planche(
        "synthese.objectifs",
        _titre_objectifs(en_cours),
        resume=" ".join(phrases),
        tableau=_tableau(regard, en_cours),
        sous_titre=f"Réalisé face à l’objectif · {de_quoi(regard)}",
        specification=puces(
            [Puce(e.indicateur.titre_court, e.realise, e.cible, verdict(e)) for e in en_cours]
        ),
        forme=Forme("barres_groupees", "Objectif", ("Réalisé", "Objectif visé")),
        phrases=phrases,
        indicateurs=tuple(e.indicateur.id for e in en_cours),
        source=provenance(regard),
    )


def sorties_par_motif(regard: Regard) -> Planche:
    """The exits by motive, the positive ones told apart in the finding."""
    return repartir(
        regard,
        "sorties",
        "motif_sortie",
        cle="synthese.sorties",
        titre=_titre_sorties,
        couleur=lambda code: palette.REALISE if code in MOTIFS_POSITIFS else palette.REPERE,
        legende=" · bleu : sortie positive, gris : autre",
    )


def _titre_sorties(regard: Regard, _: Ventilation) -> str:
    taux = regard.mesure("taux_sorties_positives_brut")
    if taux.valeur is None or taux.numerateur is None or taux.denominateur is None:
        return "Les sorties par motif"
    return (
        f"{pourcent(taux.valeur)} des sorties sont positives : {nombre(taux.numerateur)} sur "
        f"{nombre(taux.denominateur)}"
    )


def _titre_objectifs(en_cours: tuple[EnCours, ...]) -> str:
    """« Entrées à 81,4 %, file active à 89,9 % et sorties positives à 89,7 % de l’objectif »."""
    parts = [
        f"{minuscule(e.indicateur.titre_court)} à {pourcent(e.taux, 1)}" for e in en_cours if e.taux
    ]
    dit = liste(parts)
    return f"{dit[:1].upper()}{dit[1:]} de l’objectif"


def _phrase(en_cours: EnCours) -> str:
    unite = en_cours.indicateur.unite
    morceaux = [
        f"{en_cours.indicateur.titre_court} : {nombre(en_cours.realise)} "
        f"{unite.pluriel} pour {nombre(en_cours.cible)} visées, {verdict(en_cours)}",
        trajectoire_dite(en_cours),
        minuscule(projection_dite(en_cours)),
    ]
    return " ; ".join(m for m in morceaux if m) + "."


def _tableau(regard: Regard, en_cours: tuple[EnCours, ...]) -> Tableau:
    colonnes = [
        texte("Objectif"),
        effectif("Réalisé"),
        effectif("Objectif visé"),
        effectif("Taux", lambda taux: pourcent(taux, 1)),
        texte("Projection"),
        effectif("Probabilité d’atteindre", str),
        texte("Rythme"),
    ]
    lignes = [
        (
            *(e.indicateur.titre_court, e.realise, e.cible, e.taux),
            projection_dite(e) or "période terminée",
            probabilite_dite(e.suivi.projection.probabilite) if e.suivi and not e.fini else "",
            rythme_dit(e),
        )
        for e in en_cours
    ]
    return tableau(f"Objectifs, {de_quoi(regard)}", colonnes, lignes)


def _sans_objectif(regard: Regard) -> str:
    accompagnees = regard.mesure("personnes_accompagnees")
    if accompagnees.valeur is None:
        return "Aucun objectif pour cette période et ces filtres"
    if not accompagnees.valeur:
        return "Aucune personne accompagnée sur cette période avec ces filtres"
    dit = avec_unite(accompagnees.valeur, "personne accompagnée", "personnes accompagnées")
    return f"{dit}, sans objectif pour ces filtres"


def _tous(en_cours: tuple[EnCours, ...]) -> str:
    return f"Les {en_lettres(len(en_cours))} objectifs" if len(en_cours) > 1 else "L’objectif"


def _accorde(en_cours: tuple[EnCours, ...], fini: str, en_route: str) -> str:
    """« sont atteints » once the periods are over, « est en bonne voie » while one runs."""
    verbe, pluriel = ("sont", "s") if len(en_cours) > 1 else ("est", "")
    return f"{verbe} {fini}{pluriel}" if _finis(en_cours) else f"{verbe} {en_route}"


def _nombre(retards: list[EnCours], en_cours: tuple[EnCours, ...]) -> str:
    """« Deux objectifs sur trois manqués »."""
    pluriel = "s" if len(retards) > 1 else ""
    tete = f"{en_lettres(len(retards)).capitalize()} objectif{pluriel}"
    etat = f"manqué{pluriel}" if _finis(en_cours) else "en retard"
    return f"{tete} sur {en_lettres(len(en_cours))} {etat}"


def _finis(en_cours: tuple[EnCours, ...]) -> bool:
    return all(e.fini for e in en_cours)


def _etendue(manques: list[float]) -> str:
    bas, haut = nombre(100 * min(manques)), part(max(manques))
    return f"de {haut}" if haut.startswith(f"{bas}{FINE}") else f"de {bas} à {haut}"


def note_publiee(regard: Regard) -> str:
    """What the report of the same year says of the sorties positives; "" for another look.

    A report that cannot be read is named there: the figures of the cases do not depend on it.
    """
    if regard.periode != ANNEE_PUBLIEE or regard.filtres.actifs:
        return ""
    try:
        return note_sorties_positives(regard.publication("rapport_2016"))
    except ErreurPlie as illisible:
        return str(illisible)


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "synthese.objectifs": objectifs,
    "synthese.sorties": sorties_par_motif,
}
