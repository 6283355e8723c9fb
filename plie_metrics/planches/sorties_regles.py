"""The same exits under the rules of the PLIE, of the FSE+ and of the IAE, and what parts them."""

from typing import Any, Final

from plie_metrics.objectifs.croisement import Compte, Croisement, Ecart, croiser, ecarts
from plie_metrics.objectifs.croisement_regles import REGLES, Avis
from plie_metrics.planches.cas import les_parcours
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.taux import Taux, taux
from plie_metrics.presentation.tableau import effectif, tableau, texte
from plie_metrics.schema import SITUATIONS_SORTIE, libelle

PLIE, FSE, IAE = "plie_brut", "EECR04", "iae_dynamique"
NOMS: Final = {
    "plie_brut": "PLIE, positive",
    "plie_net": "PLIE, positive (taux net)",
    "EECR01": "FSE+ EECR01, en recherche d’emploi",
    "EECR02": "FSE+ EECR02, en formation",
    "EECR03": "FSE+ EECR03, qualification obtenue",
    "EECR04": "FSE+ EECR04, en emploi",
    "iae_dynamique": "IAE, sortie dynamique",
}
COURTS: Final = {FSE: "au FSE+ en emploi", IAE: "à l’IAE"}


def croisement(regard: Regard) -> Planche:
    """Each rule's count over its field, with its bounds; raises DetailRefuse."""
    lu = _lire(regard)
    titre = _titre(lu)
    return Planche(
        "sorties.croisement",
        titre,
        resume=f"{titre}. "
        + " ; ".join(f"{NOMS[code]} : {_mot(c)}" for code, c in lu.comptes.items())
        + ".",
        tableau=tableau(
            f"Les sorties lues par chaque règle, {de_quoi(regard)}",
            [
                texte("Règle"),
                effectif("Comptées"),
                effectif("Indéterminées"),
                effectif("Champ"),
                effectif("Au moins", pourcent),
                effectif("Au plus", pourcent),
                texte("Source"),
            ],
            [_ligne(code, compte) for code, compte in lu.comptes.items()],
        ),
        sous_titre=f"Les mêmes sorties lues par chaque règle · {de_quoi(regard)}",
        specification=taux(
            [_point(code, compte) for code, compte in lu.comptes.items()], None, pas=30
        ),
        forme=Forme("barres_groupees", "Règle", ("Comptées", "Champ")),
        phrases=(f"{titre}.",),
        indicateurs=("sorties", "sorties_positives"),
        source=f"{provenance(regard)}. {lu.motif or _limites()}",
    )


def ecarts_fse(regard: Regard) -> Planche:
    """What parts a positive exit of the PLIE from an exit to a job of the FSE+."""
    return _ecarts(regard, "sorties.ecarts_fse", FSE)


def ecarts_iae(regard: Regard) -> Planche:
    """What parts a positive exit of the PLIE from a « sortie dynamique » of the IAE."""
    return _ecarts(regard, "sorties.ecarts_iae", IAE)


def _ecarts(regard: Regard, cle: str, autre: str) -> Planche:
    lu = _lire(regard)
    lignes = ecarts(lu, PLIE, autre)
    if not lignes:
        raise PlancheIndisponible(
            f"{NOMS[PLIE]} et {NOMS[autre]} disent la même chose de chaque sortie."
        )
    de, vers = lu.comptes[PLIE].oui, lu.comptes[autre].oui
    titre = (
        f"Du PLIE ({nombre(de)} positives) {COURTS[autre]} ({_fourchette(lu.comptes[autre])}) : "
        f"{_phrase(lignes)}"
    )
    corps = [_ligne_ecart(ligne) for ligne in lignes]
    solde = ("Ensemble", sum(ligne.nombre for ligne in lignes), "", "", vers - de)
    sources = " ; ".join(REGLES[autre].sources)
    return Planche(
        cle,
        titre,
        resume=f"{titre}.",
        tableau=tableau(
            f"Les sorties que le PLIE et « {NOMS[autre]} » lisent autrement, {de_quoi(regard)}",
            [
                texte("Motif et situation"),
                effectif("Sorties"),
                texte("PLIE"),
                texte(NOMS[autre]),
                effectif("Change le compte de", lambda valeur: nombre(valeur, signe=True)),
            ],
            [*corps, solde],
            total=True,
        ),
        sous_titre=f"Ce qui sépare les deux comptes, motif par motif · {de_quoi(regard)}",
        phrases=(f"{titre}.",),
        indicateurs=("sorties_positives",),
        source=f"{provenance(regard)}. Règle : {sources}.",
    )


def _lire(regard: Regard) -> Croisement:
    lu: Croisement = regard.calculer_une_fois(
        "croisement", lambda: croiser(les_parcours(regard), regard.periode)
    )
    if not lu.sorties:
        raise PlancheIndisponible(
            "Aucune sortie dans cette période avec ces filtres : élargissez la période ou retirez "
            "un filtre."
        )
    return lu


def _titre(lu: Croisement) -> str:
    plie, fse, iae = (lu.comptes[code] for code in (PLIE, FSE, IAE))
    return (
        f"{nombre(plie.oui)} sorties positives pour le PLIE, {_fourchette(fse)} en emploi pour le "
        f"FSE+, {_fourchette(iae)} dynamiques pour l’IAE"
    )


def _fourchette(compte: Compte) -> str:
    bas, haut = compte.bornes
    return nombre(bas) if bas == haut else f"de {nombre(bas)} à {nombre(haut)}"


def _mot(compte: Compte) -> str:
    bas, haut = compte.bornes
    if compte.champ == 0:
        return "aucune sortie dans son champ"
    if compte.taux is None:
        return f"indéterminé pour les {nombre(compte.champ)} sorties"
    suite = "" if bas == haut else f", jusqu’à {nombre(haut)}"
    return f"{nombre(bas)} sur {nombre(compte.champ)}{suite}"


def _point(code: str, compte: Compte) -> Taux:
    mot = _mot(compte)
    if compte.champ == 0:
        return Taux(NOMS[code], None, mot)
    bas, haut = (borne / compte.champ for borne in compte.bornes)
    couleur = palette.REALISE if code.startswith("plie") else palette.SECONDE
    if compte.taux is None:
        return Taux(NOMS[code], None, mot, couleur=palette.REPERE)
    return Taux(NOMS[code], compte.taux.valeur, mot, bas, haut, couleur)


def _ligne(code: str, compte: Compte) -> tuple[Any, ...]:
    bas, haut = (borne / compte.champ if compte.champ else None for borne in compte.bornes)
    sources = " ; ".join(compte.regle.sources)
    return (NOMS[code], compte.oui, compte.indetermine, compte.champ, bas, haut, sources)


def _ligne_ecart(ligne: Ecart) -> tuple[Any, ...]:
    situation = SITUATIONS_SORTIE.get(ligne.situation or "", "situation inconnue")
    change = (ligne.avis[1] is Avis.OUI) - (ligne.avis[0] is Avis.OUI)
    return (
        f"{libelle('motif_sortie', ligne.motif)}, {situation[:1].lower()}{situation[1:]}",
        ligne.nombre,
        ligne.avis[0].value,
        ligne.avis[1].value,
        change * ligne.nombre,
    )


def _phrase(lignes: tuple[Ecart, ...]) -> str:
    moins = sum(x.nombre for x in lignes if x.avis[0] is Avis.OUI and x.avis[1] is not Avis.OUI)
    plus = sum(x.nombre for x in lignes if x.avis[1] is Avis.OUI and x.avis[0] is not Avis.OUI)
    if not moins and not plus:
        return "aucune ne change de compte, d’autres restent indéterminées"
    return f"{_combien(moins, 'n’y compte')} plus, {_combien(plus, 'y compte')} en plus"


def _combien(sorties: int, verbe: str) -> str:
    """« 87 n’y comptent », « 1 y compte », « aucune n’y compte »."""
    if not sorties:
        return f"aucune {verbe if verbe.startswith('n’') else f'n’{verbe}'}"
    return f"{nombre(sorties)} {verbe}{'nt' if sorties > 1 else ''}"


def _limites() -> str:
    dites = dict.fromkeys(limite for regle in REGLES.values() for limite in regle.limites)
    return " ".join(dites)
