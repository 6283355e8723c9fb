"""How long parcours last, and how many are near or past 30 months."""

from typing import Final

from plie_metrics.calcul.file_active import PARCOURS_LONG
from plie_metrics.dossiers.durees import MINIMUM, Survie, mesurer_survie, premiere_entree_complete
from plie_metrics.dossiers.echeances import PROCHE, Anciennete, Echeances, mesurer_echeances
from plie_metrics.planches.cas import detail_vu, les_parcours
from plie_metrics.planches.mots import les_filtres, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import avec_unite, jour, nombre, part, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.survie import Marche, Repere, survie
from plie_metrics.presentation.phrases import en_lettres
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte

LUS: Final = range(0, 121, 6)
"""Months at which the table reads the curve."""


def duree(regard: Regard) -> Planche:
    """The survival curve, those still under way censored; raises DetailRefuse, or too few ends."""
    depuis = premiere_entree_complete(detail_vu(regard).tables["parcours"])
    au = regard.periode.au
    lue = None if depuis is None else mesurer_survie(les_parcours(regard), depuis, au)
    if lue is None:
        raise PlancheIndisponible(
            f"Moins de {en_lettres(MINIMUM)} parcours terminés avec ces filtres : trop peu pour "
            "dire combien de temps dure un parcours. Élargissez la période ou retirez un filtre."
        )
    titre = _titre_duree(lue)
    return Planche(
        "parcours.duree",
        titre,
        resume=f"{titre}. {_suite(lue)}",
        tableau=_tableau_duree(lue),
        sous_titre=f"Part des parcours encore en cours selon leur durée ; "
        f"{avec_unite(lue.total, 'parcours commencé', 'parcours commencés')} depuis le "
        f"{jour(lue.depuis)}, vus au {jour(au)}, dont {nombre(lue.termines)} terminés · "
        f"{les_filtres(regard)}",
        specification=survie(
            [Marche(p.mois, p.part, p.bas, p.haut) for p in lue.paliers],
            _reperes(lue),
            "mois depuis l’entrée",
        ),
        forme=Forme("courbes", "Mois depuis l’entrée", ("Encore en parcours",)),
        phrases=(f"{titre}.", _suite(lue)),
        indicateurs=("duree_moyenne_parcours",),
        source=f"{provenance(regard)}. Estimation de Kaplan-Meier : un parcours en cours compte "
        "pour la durée déjà écoulée. Bande : intervalle à 95 %. Ce n’est pas la durée moyenne des "
        "sorties, qui ignore les parcours en cours.",
    )


def echeances(regard: Regard) -> Planche:
    """The open parcours by age, beyond 30 months apart; raises DetailRefuse."""
    lues = mesurer_echeances(les_parcours(regard), regard.periode.au)
    if not lues.ouverts:
        raise PlancheIndisponible(
            f"Aucun parcours n’est en cours au {jour(lues.jour)} avec ces filtres."
        )
    titre = _titre_echeances(lues)
    corps = [(_nom(c), c.nombre, c.nombre / lues.ouverts) for c in lues.classes]
    return Planche(
        "parcours.echeances",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{nom} : {nombre(combien)}" for nom, combien, _ in corps)
        + ".",
        tableau=tableau(
            f"Parcours en cours au {jour(lues.jour)}, {les_filtres(regard)}",
            [texte("Ancienneté"), effectif("Parcours"), effectif("Part", part)],
            [*corps, ("Ensemble", lues.ouverts, 1.0)],
            total=True,
        ),
        sous_titre=f"Parcours en cours au {jour(lues.jour)} selon leur ancienneté · "
        f"{les_filtres(regard)}",
        specification=barres([_barre(c, lues.ouverts) for c in lues.classes], pas=27),
        forme=Forme("barres", "Ancienneté", ("Parcours",)),
        phrases=(f"{titre}.",),
        indicateurs=("parcours_plus_30_mois",),
        source=provenance(regard),
    )


def _titre_duree(lue: Survie) -> str:
    if lue.mediane is None:
        reste = lue.paliers[-1].part
        return (
            f"Plus de la moitié des parcours durent encore : {pourcent(reste)} après "
            f"{nombre(lue.plus_long)} mois"
        )
    return f"Un parcours sur deux est terminé au bout de {nombre(lue.mediane, 1)} mois"


def _suite(lue: Survie) -> str:
    phrases = []
    if lue.mediane is not None:
        bas, haut = ("n. d." if borne is None else nombre(borne, 1) for borne in lue.intervalle)
        phrases.append(f"Médiane : {nombre(lue.mediane, 1)} mois, entre {bas} et {haut} (à 95 %).")
    if long := lue.a(PARCOURS_LONG):
        phrases.append(f"{pourcent(long.part)} des parcours durent encore après 30 mois.")
    return " ".join(phrases)


def _reperes(lue: Survie) -> list[Repere]:
    lus = []
    if lue.mediane is not None:
        palier = lue.a(lue.mediane)
        assert palier is not None  # the median is one of the steps
        lus.append(Repere(lue.mediane, palier.part, f"médiane : {nombre(lue.mediane, 1)} mois"))
    if long := lue.a(PARCOURS_LONG):
        lus.append(Repere(PARCOURS_LONG, long.part, f"30 mois : {pourcent(long.part)}"))
    return lus


def _tableau_duree(lue: Survie) -> Tableau:
    lignes = [
        (mois, palier.part, palier.bas, palier.haut)
        for mois in LUS
        if (palier := lue.a(mois)) is not None
    ]
    colonnes = [
        effectif("Mois depuis l’entrée"),
        *(
            effectif(titre, lambda valeur: pourcent(valeur, 1))
            for titre in ("Encore en parcours", "Au moins", "Au plus")
        ),
    ]
    bas, haut = ("n. d." if borne is None else nombre(borne, 1) for borne in lue.intervalle)
    mediane = (
        "non atteinte"
        if lue.mediane is None
        else f"{nombre(lue.mediane, 1)} mois, intervalle à 95 % de {bas} à {haut}"
    )
    return tableau(
        f"Part des parcours encore en cours selon leur durée ; médiane {mediane}",
        colonnes,
        lignes,
    )


def _titre_echeances(lues: Echeances) -> str:
    longs, proches = lues.longs, lues.proches
    suite = (
        f"{nombre(proches)} autre{'s' if proches > 1 else ''} le "
        f"{'seront' if proches > 1 else 'sera'} dans les {en_lettres(PROCHE)} mois"
        if proches
        else f"aucun autre ne le sera dans les {en_lettres(PROCHE)} mois"
    )
    if not longs:
        return f"Aucun parcours n’est en cours depuis plus de 30 mois ; {suite}"
    verbe = "sont en cours" if longs > 1 else "est en cours"
    return f"{nombre(longs)} parcours {verbe} depuis plus de 30 mois ; {suite}"


def _nom(classe: Anciennete) -> str:
    if classe.a is None:
        return f"Plus de {classe.de} mois"
    return f"{classe.de} à {classe.a} mois" if classe.de else f"Moins de {classe.a} mois"


def _barre(classe: Anciennete, ouverts: int) -> Barre:
    couleur = palette.RETARD if classe.a is None else palette.REALISE
    mot = f"{nombre(classe.nombre)} · {part(classe.nombre / ouverts)}"
    return Barre(_nom(classe), classe.nombre, mot, couleur)
