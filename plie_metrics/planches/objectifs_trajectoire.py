"""« Will we make it? »: the curve of an objective, its trajectories, its projection."""

from typing import Final

from plie_metrics.objectifs.suivi import Suivi
from plie_metrics.objectifs.trajectoire import Point
from plie_metrics.planches.avancement import (
    EnCours,
    probabilite_dite,
    projection_dite,
    rythme_dit,
    trajectoire_dite,
    verdict,
)
from plie_metrics.planches.mots import la_periode, les_filtres, provenance
from plie_metrics.planches.objectif_choisi import indicateur_choisi, suivi_choisi
from plie_metrics.planches.planche import Forme, Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import jour, mois_court, mois_long, nombre, pourcent
from plie_metrics.presentation.graphiques.trajectoire import (
    Ligne,
    Mots,
    PointCourbe,
    trajectoire,
)
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

COURBES: Final = ("Constaté", "Attendu", "Trajectoire régulière", "Trajectoire saisonnière")


def courbe(regard: Regard) -> Planche:
    """The objective chosen, month by month, to the end of its period.

    Raises PlancheIndisponible without objective, or when the profile may not see the months.
    """
    suivi = suivi_choisi(regard)
    en_cours = EnCours(indicateur_choisi(regard), suivi.realise, suivi.objectif.cible, suivi)
    titre = _titre(en_cours, suivi)
    suites = [trajectoire_dite(en_cours), projection_dite(en_cours), rythme_dit(en_cours)]
    dites = tuple(f"{dit}." for dit in suites if dit)
    return Planche(
        "objectifs.trajectoire",
        titre,
        resume=" ".join([f"{titre}.", *dites]),
        tableau=_tableau(suivi, en_cours),
        sous_titre=_sous_titre(regard, en_cours, suivi),
        specification=trajectoire(
            [_point(p) for p in suivi.points], _lignes(suivi, en_cours), _mots(suivi, en_cours)
        ),
        forme=Forme("courbes", "Fin de mois", COURBES),
        phrases=(f"{titre}.", *dites),
        indicateurs=(en_cours.indicateur.id,),
        source=" ".join([f"{provenance(regard)}.", *suivi.reserves]),
    )


def _titre(en_cours: EnCours, suivi: Suivi) -> str:
    nom = en_cours.indicateur.titre_court
    if en_cours.indicateur.type_objectif == "niveau":
        moyenne = nombre(suivi.moyenne)
        return f"{nom} : {moyenne} en moyenne sur la période, pour {nombre(en_cours.cible)} visées"
    if en_cours.fini:
        return f"{nom} : {verdict(en_cours)}"
    probabilite = probabilite_dite(suivi.projection.probabilite)
    if not probabilite:
        return f"{nom} : {trajectoire_dite(en_cours)}"
    return f"{nom} : {probabilite} de chances d’atteindre l’objectif"


def _sous_titre(regard: Regard, en_cours: EnCours, suivi: Suivi) -> str:
    quoi = "niveau à chaque fin de mois" if suivi.moyenne is not None else "cumul à la fin du mois"
    morceaux = [
        f"{en_cours.indicateur.titre}, {quoi}, en {en_cours.indicateur.unite.pluriel}",
        la_periode(suivi.objectif.periode),
        les_filtres(regard),
    ]
    if suivi.moyenne is None:
        saison = any(p.saisonniere is not None for p in suivi.points)
        suite = " ; trait gris : au rythme habituel des saisons" if saison else ""
        morceaux.append(f"tirets : objectif à rythme régulier{suite}")
    if not en_cours.fini and any(p.eventail.bas80 is not None for p in suivi.points):
        morceaux.append("bandes : 80 % et 95 % des issues possibles")
    return " · ".join(morceaux)


def _point(point: Point) -> PointCourbe:
    e = point.eventail
    return PointCourbe(
        mois_court(point.mois.du), point.constate, e.attendu, e.bas80, e.haut80, e.bas95, e.haut95
    )


def _lignes(suivi: Suivi, en_cours: EnCours) -> list[Ligne]:
    cible = nombre(en_cours.cible)
    droite = tuple(p.lineaire for p in suivi.points)
    if suivi.moyenne is not None:
        moyenne = (suivi.moyenne,) * len(suivi.points)
        return [
            Ligne(droite, f"objectif {cible}", (6, 4), palette.REPERE),
            Ligne(moyenne, f"moyenne {nombre(suivi.moyenne)}", (2, 3), palette.REALISE),
        ]
    lignes = [Ligne(droite, f"objectif {cible}", (6, 4))]
    saison = tuple(p.saisonniere for p in suivi.points if p.saisonniere is not None)
    if len(saison) == len(suivi.points):
        lignes.append(Ligne(saison, "", (1, 0)))
    return lignes


def _mots(suivi: Suivi, en_cours: EnCours) -> Mots:
    if en_cours.fini:
        return Mots(f"constaté {nombre(suivi.realise)}")
    return Mots(f"constaté {nombre(suivi.realise)}", f"attendu {nombre(suivi.projection.valeur)}")


def _tableau(suivi: Suivi, en_cours: EnCours) -> Tableau:
    colonnes = [
        texte("Fin de mois"),
        *(effectif(nom) for nom in ("Constaté", "Attendu", "De (80 %)", "À (80 %)")),
        *(effectif(nom) for nom in ("De (95 %)", "À (95 %)", "Trajectoire régulière")),
        effectif("Trajectoire saisonnière"),
        effectif("Part déjà saisie", pourcent),
    ]
    lignes = [
        (
            mois_long(p.mois.du),
            *(p.constate, p.eventail.attendu, p.eventail.bas80, p.eventail.haut80),
            *(p.eventail.bas95, p.eventail.haut95, p.lineaire, p.saisonniere, p.completude),
        )
        for p in suivi.points
    ]
    legende = f"{en_cours.indicateur.titre} et objectif, arrêté du {jour(suivi.arrete)}"
    return tableau(legende, colonnes, lignes)
