"""One cell as a profile may see it: its value, or its mask and the reason in French."""

from typing import Final

from plie_metrics.calcul.mesure import Masque, Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.periodes import Periode
from plie_metrics.secret.grandeurs import (
    COMPOSITIONS,
    GRANDEURS,
    Cle,
    Croisement,
    cle,
    cle_reste,
)
from plie_metrics.secret.protegees import Protegees

POUR_UNE_AUTRE: Final = "masqué pour protéger une autre case"
DOMINE: Final = "masqué : trop peu de personnes, ou une seule entreprise"
EXTREME: Final = "masqué : 0 % ou 100 % d’un petit nombre"


def lire_cellule(
    tables: Protegees, ident: str, periode: Periode, croisement: Croisement, *, facteur: int
) -> Mesure:
    """The indicator in one cell; a rate is masked with any of its terms or its remainder.

    It is masked too at 0 % or 100 % of a denominator under `facteur` × the threshold.
    """
    composition = COMPOSITIONS[ident]
    haut = cle(composition.numerateur, periode, croisement)
    if composition.denominateur is None:
        return _effectif(tables, ident, haut)
    bas = cle(composition.denominateur, periode, croisement)
    termes = [haut, bas, *([cle_reste(ident, periode, croisement)] if composition.reste else [])]
    masques = {masque for terme in termes if (masque := tables.masques.get(terme)) is not None}
    if masques:
        return _masquer(tables, "primaire" if "primaire" in masques else "secondaire")
    numerateur, denominateur = tables.valeurs.get(haut, 0), tables.valeurs.get(bas, 0)
    extreme = composition.reste and numerateur in (0, denominateur)
    if extreme and 0 < denominateur < facteur * tables.seuil:
        return Mesure(None, motif=EXTREME, masque="primaire")
    valeur = numerateur / denominateur if denominateur else None
    return Mesure(valeur, numerateur, denominateur)


def _effectif(tables: Protegees, ident: str, cellule: Cle) -> Mesure:
    masque = tables.masques.get(cellule)
    if masque == "primaire" and GRANDEURS[cellule[0]].somme:
        return Mesure(None, motif=DOMINE, masque=masque)
    if masque is not None:
        return _masquer(tables, masque)
    valeur = tables.valeurs.get(cellule, 0)
    base = definition(ident).base
    return Mesure(valeur) if base is None else Mesure(valeur / base, valeur, base)


def _masquer(tables: Protegees, masque: Masque) -> Mesure:
    petit = f"masqué : moins de {tables.seuil}"
    return Mesure(None, motif=petit if masque == "primaire" else POUR_UNE_AUTRE, masque=masque)
