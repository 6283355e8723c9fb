"""An objective in course, in words and numbers: what is done, whether it will be met, what remains.

Used by the Synthèse and by Objectifs, on screen and in every export.
"""

from dataclasses import dataclass

from plie_metrics.calcul.registre import definition
from plie_metrics.catalogue import Indicateur
from plie_metrics.objectifs.realisation import OBJECTIFS
from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, jour, nombre, pourcent

PRESQUE_SUR, PRESQUE_EXCLU = 0.99, 0.01


@dataclass(frozen=True)
class EnCours:
    """An objective beside what was done; `suivi` is None where no projection may be shown."""

    indicateur: Indicateur
    realise: float
    cible: float
    suivi: Suivi | None

    @property
    def taux(self) -> float | None:
        """realise / cible; None when nothing is aimed at."""
        return self.realise / self.cible if self.cible else None

    @property
    def ecart(self) -> float:
        """realise − cible, in the indicator's unit."""
        return self.realise - self.cible

    @property
    def fini(self) -> bool:
        """True when the period of the objective is over at the arrêté."""
        return self.suivi is None or self.suivi.arrete >= self.suivi.objectif.periode.au

    @property
    def en_retard(self) -> bool:
        """Below the target once it is over, below the trajectory while it runs."""
        if self.fini or self.suivi is None:
            return self.ecart < 0
        trajectoire = self.suivi.projection.trajectoire
        return self.realise < (trajectoire.saisonniere or trajectoire.lineaire)


def objectifs_en_cours(regard: Regard) -> tuple[EnCours, ...]:
    """The objectives of these filters over the period looked at, or in course at the arrêté.

    An objective without a projection that this profile may see
    (or over another period) stands with what was done alone.
    """
    suivis = regard.suivis() if regard.periode.au == regard.identite.arrete else {}
    trouves = []
    for ident, cible in regard.lot().cibles.items():
        mesure = regard.lot().mesures[ident]
        suivi = suivis.get(ident)
        vise = suivi.objectif.cible if suivi else cible.objectif
        if vise is None or mesure.valeur is None:
            continue
        realise = suivi.realise if suivi else float(mesure.valeur)
        trouves.append(EnCours(definition(ident), realise, vise, suivi))
    return tuple(sorted(trouves, key=lambda e: _rang(e.indicateur)))


def _rang(indicateur: Indicateur) -> tuple[bool, int]:
    """Entrées, file active, sorties positives: the order of the protocole; then the catalogue's."""
    connu = indicateur.id in OBJECTIFS
    return (not connu, OBJECTIFS.index(indicateur.id) if connu else indicateur.rang)


def verdict(en_cours: EnCours) -> str:
    """« 130 entrées manquent · 81,4 % », « 90 personnes sous l’objectif · 89,9 % »."""
    taux = pourcent(en_cours.taux, 1)
    unite = en_cours.indicateur.unite
    ecart = abs(en_cours.ecart)
    quoi = avec_unite(ecart, unite.singulier, unite.pluriel)
    if en_cours.ecart == 0:
        return f"objectif atteint · {taux}"
    if en_cours.indicateur.type_objectif == "niveau":
        cote = "sous l’objectif" if en_cours.ecart < 0 else "au-dessus de l’objectif"
        return f"{quoi} {cote} · {taux}"
    if en_cours.ecart > 0:
        return f"objectif dépassé de {nombre(ecart)} · {taux}"
    if en_cours.fini:
        return f"{quoi} manque{'nt' if ecart >= 2 else ''} · {taux}"
    return f"encore {quoi} à faire · {taux}"


def trajectoire_dite(en_cours: EnCours) -> str:
    """« 87 entrées de retard sur le rythme habituel (525 attendues au 30/09/2016) »; "" if over."""
    suivi = en_cours.suivi
    if suivi is None or en_cours.fini or en_cours.indicateur.type_objectif == "niveau":
        return ""
    chemin = suivi.projection.trajectoire
    attendu = chemin.lineaire if chemin.saisonniere is None else chemin.saisonniere
    rythme = "un rythme régulier" if chemin.saisonniere is None else "le rythme habituel"
    ecart = round(en_cours.realise) - round(attendu)
    unite = en_cours.indicateur.unite
    sens = "de retard sur" if ecart < 0 else "d’avance sur"
    quoi = avec_unite(abs(ecart), unite.singulier, unite.pluriel)
    return f"{quoi} {sens} {rythme} ({nombre(attendu)} au {jour(suivi.arrete)})"


def projection_dite(en_cours: EnCours) -> str:
    """« Fin de période : 610, entre 574 et 647 (à 80 %) »; "" once the period is over."""
    suivi = en_cours.suivi
    if suivi is None or en_cours.fini:
        return ""
    prevu = suivi.projection
    fin = f"Au {jour(suivi.objectif.periode.au)} : {nombre(prevu.valeur)}"
    if prevu.bas80 is None:
        return f"{fin} si le rythme continue (aucune année passée pour dire l’incertitude)"
    return f"{fin} attendues, de {nombre(prevu.bas80)} à {nombre(prevu.haut80)} (8 chances sur 10)"


def probabilite_dite(probabilite: float | None) -> str:
    """« moins de 1 % », « 16 % », « plus de 99 % »; "" when unknown."""
    if probabilite is None:
        return ""
    if probabilite < PRESQUE_EXCLU:
        return f"moins de {pourcent(PRESQUE_EXCLU)}"
    if probabilite > PRESQUE_SUR:
        return f"plus de {pourcent(PRESQUE_SUR)}"
    return pourcent(probabilite)


def rythme_dit(en_cours: EnCours) -> str:
    """« Il en faudrait 87 par mois ; 38 récemment »; "" for a level or once it is over."""
    suivi = en_cours.suivi
    if suivi is None or en_cours.fini or en_cours.indicateur.type_objectif == "niveau":
        return ""
    prevu = suivi.projection
    if prevu.rythme_necessaire is None:
        return ""
    dit = f"Il en faudrait {nombre(prevu.rythme_necessaire)} par mois"
    if prevu.rythme_recent is None:
        return dit
    return f"{dit} ; {nombre(prevu.rythme_recent)} par mois récemment"
