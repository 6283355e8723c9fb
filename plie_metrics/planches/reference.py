"""What the annual report prints of the same figures: a reference, never the figure of the page."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.calcul.registre import definition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import annee
from plie_metrics.planches.publie_calcule import HORS_DIMENSIONS, NATURES
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, nombre, pourcent
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.publications.chiffre import Chiffre

ANNEE_PUBLIEE: Final = annee(2016)
AUTRES: Final = "autres_sorties"
"""A population that is a part of the exits, not all of them."""


def reference_publiee(regard: Regard, idents: Sequence[str]) -> str:
    """« Publié par le rapport d’activité 2016 : sorties, 729 ; … »; "" for another look.

    Only over the year of the report and without filter. A figure that the report prints in two
    ways is given both; one hidden from the profile is left out.
    """
    if regard.periode != ANNEE_PUBLIEE or regard.filtres.actifs:
        return ""
    try:
        chiffres = regard.publication("rapport_2016").chiffres
    except ErreurPlie:
        return ""  # the page « Document publié » says why; the figures of the cases stand alone
    dits = [dit for ident in idents if (dit := _dit(ident, chiffres))]
    return f"Publié par le rapport d’activité 2016 : {' ; '.join(dits)}." if dits else ""


def _dit(ident: str, chiffres: Sequence[Chiffre]) -> str:
    ecrits = dict.fromkeys(_ecrit(ident, c) for c in chiffres if _du_tout(ident, c))
    return f"{minuscule(definition(ident).titre)}, {' ou '.join(ecrits)}" if ecrits else ""


def _du_tout(ident: str, chiffre: Chiffre) -> bool:
    """A figure of this indicator that counts everybody over the year."""
    return (
        chiffre.indicateur == ident
        and chiffre.nature in NATURES
        and chiffre.valeur is not None
        and not chiffre.masque
        and chiffre.fin == ANNEE_PUBLIEE.au
        and (chiffre.debut or ANNEE_PUBLIEE.du) == ANNEE_PUBLIEE.du
        and set(chiffre.modalites) <= HORS_DIMENSIONS
        and chiffre.modalites.get("population") != AUTRES
    )


def _ecrit(ident: str, chiffre: Chiffre) -> str:
    indicateur, decimales = definition(ident), 0 if float(chiffre.nombre).is_integer() else 1
    if indicateur.forme == "pourcent":
        return pourcent(chiffre.nombre / 100)
    if indicateur.denominateur is None:  # a count: its title says what is counted
        return nombre(chiffre.nombre, decimales)
    unite = indicateur.unite
    return avec_unite(chiffre.nombre, unite.singulier, unite.pluriel, decimales)
