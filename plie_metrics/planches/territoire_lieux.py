"""Communes and quartiers one by one: bars, and the table with inhabitants."""

from dataclasses import replace
from typing import Any, Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.planches.lieux_vus import POUR, LieuVu, LieuxVus, de_l_ensemble, lieux_vus
from plie_metrics.planches.mots import avec_son_unite, brut, colonne, nommer, provenance
from plie_metrics.planches.planche import Forme, Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.territoire_mots import credits_de, portee, reserve_quartiers
from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.lieux import Etat, Nature
from plie_metrics.presentation.formats import avec_unite, nombre, part
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import Masquee, Tableau, effectif, tableau, texte
from plie_metrics.territoire.communes import population

HACHURE: Final = "▨ "
DESSINEE: Final = {"brut": 1, "part": 2, "mille": 3}
"""The column of the table that the bars show, by form of what is chosen."""


def communes(regard: Regard) -> Planche:
    """Each commune, the largest first; raises ErreurPlie."""
    vus = lieux_vus(regard)
    lignes = sorted(vus.communes, key=_ordre)
    montrees = [vu for vu in lignes if vu.lieu.etat is not Etat.ZERO]
    titre = _titre_communes(vus, lignes)
    base = _planche(regard, vus, titre, montrees, "territoire.communes")
    return replace(base, source=f"{provenance(regard)}. {credits_de(regard)}")


def quartiers(regard: Regard) -> Planche:
    """Each QPV, the quartiers de veille apart; raises ErreurPlie."""
    vus = lieux_vus(regard)
    lignes = sorted(vus.quartiers, key=lambda vu: (vu.lieu.nature is Nature.VEILLE, _ordre(vu)))
    titre = _titre_qpv(vus, [vu for vu in lignes if vu.lieu.nature is Nature.QPV])
    base = _planche(regard, vus, titre, lignes, "territoire.quartiers")
    return replace(base, source=f"{provenance(regard)}. {reserve_quartiers(regard, vus)}")


def _planche(
    regard: Regard, vus: LieuxVus, titre: str, montrees: list[LieuVu], cle: str
) -> Planche:
    quoi = "Commune" if cle.endswith("communes") else "Quartier"
    lignes = sorted(vus.communes, key=_ordre) if quoi == "Commune" else montrees
    donnees = tableau_des_lieux(regard, vus, lignes, quoi)
    choisis = {*regard.filtres.commune, *regard.filtres.qpv}
    enonce = " ; ".join(f"{vu.lieu.nom} : {_mot(vu)}" for vu in montrees)
    return Planche(
        cle,
        titre,
        resume=f"{titre}. {enonce}.",
        tableau=donnees,
        sous_titre=f"{vus.legende.communes} · {portee(regard)}",
        specification=barres([_barre(vu, choisis) for vu in montrees], pas=23),
        forme=Forme("barres", quoi, (donnees.colonnes[DESSINEE[vus.quoi.forme]].titre,)),
        phrases=(f"{titre}.",),
        indicateurs=(vus.quoi.ident,),
    )


def _ordre(vu: LieuVu) -> tuple[bool, float]:
    return (vu.lieu.valeur is None, -(vu.lieu.valeur or 0))


def _mot(vu: LieuVu) -> str:
    if vu.mesure.masque is not None:
        return vu.mesure.motif or "masqué"
    return vu.lieu.ecrit


def _barre(vu: LieuVu, choisis: set[str]) -> Barre:
    lieu = vu.lieu
    nom = lieu.nom if lieu.nature is not Nature.VEILLE else f"{lieu.nom} (veille)"
    if lieu.etat is Etat.MASQUE:
        court = _mot(vu).split(" pour ")[0]  # the narrow column; the table gives the reason
        return Barre(nom, 0, f"{HACHURE}{court}", palette.REPERE)
    couleur = palette.REPERE if lieu.nature is Nature.VEILLE else palette.REALISE
    if choisis:
        couleur = palette.SECONDE if lieu.code in choisis else palette.SEQUENCE[1]
    return Barre(nom, lieu.valeur or 0, lieu.ecrit, couleur)


def _titre_communes(vus: LieuxVus, lignes: list[LieuVu]) -> str:
    """What the first commune weighs beside the whole, and how many are not drawn."""
    sans = sum(vu.lieu.etat is Etat.ZERO for vu in lignes)
    masquees = sum(vu.lieu.etat is Etat.MASQUE for vu in lignes)
    suite = f", {nombre(sans)} à zéro" if sans else ""
    if masquees:
        suite += f", {nombre(masquees)} masquée{'s' if masquees > 1 else ''}"
    tete = lignes[0] if lignes and lignes[0].lieu.etat is Etat.VALEUR else None
    if tete is None or vus.ensemble.denominateur is not None or masquees:
        return f"{vus.legende.communes} : {nombre(len(lignes))} communes{suite}"
    ensemble = de_l_ensemble(vus, sum(vu.habitants or 0 for vu in lignes))
    communes_ = f"les {nombre(len(lignes))} communes{suite}"
    if vus.quoi.forme == "mille":
        return f"{tete.lieu.nom} en tête, à {tete.lieu.ecrit} ; {ensemble} sur {communes_}"
    dit = avec_son_unite(vus.quoi.ident, tete.mesure)
    return f"{tete.lieu.nom} : {dit}, sur {nombre(vus.ensemble.valeur)} pour {communes_}"


def _titre_qpv(vus: LieuxVus, qpv: list[LieuVu]) -> str:
    """The QPV together, where every one of them may be added up."""
    visibles = [vu.mesure.valeur or 0 for vu in qpv if vu.mesure.masque is None]
    combien = avec_unite(len(qpv), "quartier prioritaire", "quartiers prioritaires")
    total = vus.ensemble.valeur
    if len(visibles) < len(qpv) or not total or vus.ensemble.denominateur is not None:
        return f"{vus.legende.communes} dans les {combien}"
    somme = sum(visibles)
    compte = f"{nombre(somme)} sur {nombre(total)}"
    if vus.quoi.ident == "personnes_accompagnees":
        return f"{part(somme / total)} vivent dans les {combien} : {compte}"
    return f"{compte} dans les {combien} ({part(somme / total)})"


def tableau_des_lieux(
    regard: Regard, vus: LieuxVus, lignes: tuple[LieuVu, ...] | list[LieuVu], quoi: str
) -> Tableau:
    """The places with their count, share or terms, rate per 1 000 and inhabitants.

    `quoi`: « Commune », with the whole as a last row, or « Quartier ».
    """
    taux = vus.ensemble.denominateur is not None
    compte = colonne(vus.quoi.ident)
    autres = (
        [effectif("Sorties positives"), effectif("Sorties")]
        if taux
        else [effectif("Part", part), effectif(f"Pour {nombre(POUR)} habitants", _un)]
    )
    corps: list[tuple[Any, ...]] = [
        (_nom(vu), brut(vu.mesure), *_suite(vu, vus, taux), vu.habitants) for vu in lignes
    ]
    dehors = [
        (nommer(regard, quoi.lower(), code), brut(mesure), *_suite_seule(mesure, vus, taux), None)
        for code, mesure in vus.ailleurs.items()
        if quoi == "Commune"
    ]
    habitants = population(regard.territoire.communes_au(regard.identite.arrete))
    ensemble = ("Ensemble", brut(vus.ensemble), *_ensemble(vus, habitants, taux), habitants)
    return tableau(
        f"{compte.titre} par {quoi.lower()}, {portee(regard)}",
        [texte(quoi), compte, *autres, effectif("Habitants", _habitants)],
        [*corps, *dehors, ensemble] if quoi == "Commune" else corps,
        total=quoi == "Commune",
    )


def _un(valeur: float | None) -> str:
    return nombre(valeur, 1)


def _habitants(valeur: int | None) -> str:
    return "inconnu" if valeur is None else nombre(valeur)


def _nom(vu: LieuVu) -> str:
    return vu.lieu.nom + (" (quartier de veille)" if vu.lieu.nature is Nature.VEILLE else "")


def _suite(vu: LieuVu, vus: LieuxVus, taux: bool) -> tuple[Any, Any]:
    if taux or vu.mesure.masque is not None or vu.mesure.valeur is None:
        return _suite_seule(vu.mesure, vus, taux)
    mille = vu.mesure.valeur * POUR / vu.habitants if vu.habitants else None
    return _suite_seule(vu.mesure, vus, taux)[0], mille


def _suite_seule(mesure: Mesure, vus: LieuxVus, taux: bool) -> tuple[Any, Any]:
    if mesure.masque is not None:
        return Masquee("masqué"), Masquee("masqué")
    if taux:
        return mesure.numerateur, mesure.denominateur
    total = vus.ensemble.valeur
    return (mesure.valeur / total if total and mesure.valeur is not None else None), None


def _ensemble(vus: LieuxVus, habitants: int, taux: bool) -> tuple[Any, Any]:
    mesure = vus.ensemble
    if taux or mesure.masque is not None or mesure.valeur is None:
        return _suite_seule(mesure, vus, taux)
    return 1.0 if mesure.valeur else None, mesure.valeur * POUR / habitants
