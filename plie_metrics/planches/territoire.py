"""The planches of Territoire: the map as a picture, the communes, the quartiers."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.planches.lieux_vus import POUR, LieuxVus, de_l_ensemble, lieux_vus
from plie_metrics.planches.mots import provenance
from plie_metrics.planches.planche import Forme, Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.territoire_lieux import communes, quartiers, tableau_des_lieux
from plie_metrics.planches.territoire_mots import credits_de, portee
from plie_metrics.presentation.cartes.composition import TAILLE, Carte, composer
from plie_metrics.presentation.cartes.image import image
from plie_metrics.presentation.cartes.lieux import Etat
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.territoire.communes import population

ASSEZ: Final = 20
"""People under which a commune's rate is not cited as an extreme."""


def composer_carte(regard: Regard, taille: tuple[int, int] = TAILLE) -> Carte:
    """The map of this look, placed in a frame of that size (pixels); raises ErreurPlie."""
    vus = lieux_vus(regard)
    territoire, quand = regard.territoire, regard.identite.arrete
    return regard.calculer_une_fois(
        f"carte {vus.quoi.nom} {taille[0]}",
        lambda: composer(
            territoire.contours_au(quand),
            [vu.lieu for vu in vus.communes],
            [vu.lieu for vu in vus.quartiers],
            vus.legende,
            perimetres=[
                perimetre
                for vu in vus.quartiers
                if (perimetre := territoire.perimetre(vu.lieu.code)) is not None
            ],
            taille=taille,
        ),
    )


def constat(regard: Regard) -> str:
    """The finding of the page: the place chosen, else the highest and the lowest commune."""
    vus = lieux_vus(regard)
    choisis = [*regard.filtres.commune, *regard.filtres.qpv]
    if len(choisis) == 1 and (vu := vus.du_code(choisis[0])) is not None:
        return f"{vu.lieu.nom} : {minuscule(vu.lieu.detail)}"
    return _extremes(regard, vus)


def _extremes(regard: Regard, vus: LieuxVus) -> str:
    connus = [
        vu
        for vu in vus.communes
        if vu.lieu.etat is Etat.VALEUR and (vu.lieu.taille >= ASSEZ or vus.quoi.forme != "mille")
    ]
    habitants = population(regard.territoire.communes_au(regard.identite.arrete))
    ensemble = de_l_ensemble(vus, habitants)
    if vus.quoi.forme == "mille" and len(connus) > 1:
        moyenne = ensemble.partition(" ")[0]
        haut = max(connus, key=lambda vu: vu.lieu.valeur or 0)
        bas = min(connus, key=lambda vu: vu.lieu.valeur or 0)
        return (
            f"De {bas.lieu.ecrit} personnes accompagnées pour {nombre(POUR)} habitants "
            f"({bas.lieu.nom}) à {haut.lieu.ecrit} ({haut.lieu.nom}) ; "
            f"{moyenne} dans l’ensemble{_reserve(vus)}"
        )
    if not connus:
        if vus.ensemble.valeur is None:
            return f"{vus.legende.communes} par commune"
        return f"{vus.legende.communes} par commune : {ensemble} dans l’ensemble"
    haut = max(connus, key=lambda vu: (vu.lieu.taille if vus.quoi.en_part else vu.lieu.valeur) or 0)
    return f"{haut.lieu.nom} : {minuscule(haut.lieu.detail)} ; {ensemble} dans l’ensemble"


def _reserve(vus: LieuxVus) -> str:
    """Among which communes, when some are too small to be cited or hidden."""
    masquees = any(vu.lieu.etat is Etat.MASQUE for vu in vus.communes)
    petites = any(0 < vu.lieu.taille < ASSEZ for vu in vus.communes)
    if not masquees and not petites:
        return ""
    lesquelles = "communes montrées" if masquees else "communes"
    return f" ({lesquelles} d’au moins {ASSEZ} personnes)" if petites else f" ({lesquelles})"


def carte(regard: Regard) -> Planche:
    """The map as a still picture, for files; raises ErreurPlie."""
    vus = lieux_vus(regard)
    titre = constat(regard)
    donnees = tableau_des_lieux(regard, vus, vus.communes, "Commune")
    return Planche(
        "territoire.carte",
        titre,
        resume=f"{titre}. Carte des communes ({minuscule(vus.legende.communes)}), cercles pour les "
        "quartiers.",
        tableau=donnees,
        sous_titre=f"{vus.legende.communes} par commune · {portee(regard)}",
        specification=image(composer_carte(regard)),
        forme=Forme("carte", "Commune", (donnees.colonnes[1].titre,)),
        phrases=(f"{titre}.",),
        indicateurs=(vus.quoi.ident,),
        source=f"{provenance(regard)}. {credits_de(regard)}",
    )


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "territoire.carte": carte,
    "territoire.communes": communes,
    "territoire.quartiers": quartiers,
}
