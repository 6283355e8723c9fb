"""Small gestures on rows that every family shares (days are whole numbers)."""

from collections.abc import Sequence
from typing import Final

import narwhals as nw

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.normalisation import jour_entier
from plie_metrics.calcul.recette import Demande
from plie_metrics.periodes import Periode
from plie_metrics.schema import CLASSES_AGE

CALCULEES: Final = ("classe_age", "mois", "age", "recue")
"""Columns that the snapshot does not hold: they depend on the request."""
SANS_BORNE: Final = 200
"""Older than anyone: an unknown year of birth is year 0, hence in no age class."""


def pendant(colonne: str, periode: Periode) -> nw.Expr:
    """True when the day lies in the period, both ends included."""
    return (nw.col(colonne) >= jour_entier(periode.du)) & (
        nw.col(colonne) <= jour_entier(periode.au)
    )


def utiles(demande: Demande, *propres: str) -> Sequence[str]:
    """`propres` and what the request needs, no other: a wide table is what costs."""
    calculees = {*demande.dims, *demande.sommes} & {"classe_age", "age"}
    naissance = ("annee_naissance",) if calculees else ()
    toutes = colonnes(*propres, *naissance, *demande.dims, *demande.sommes)
    return tuple(nom for nom in toutes if nom not in CALCULEES)


def utiles_datees(demande: Demande, colonne: str, *propres: str) -> Sequence[str]:
    """The same for rows counted at the day in `colonne` (see `datees`)."""
    mois = (f"{colonne}_mois",) if "mois" in demande.dims else ()
    annee = (f"{colonne}_annee",) if "classe_age" in demande.dims else ()
    return utiles(demande, colonne, *mois, *annee, *propres)


def datees(lignes: Lignes, colonne: str, demande: Demande) -> Lignes:
    """Rows whose day lies in the period, with the month and the age at the year of that day."""
    gardees = lignes.filter(pendant(colonne, demande.periode))
    if "mois" in demande.dims:
        gardees = gardees.with_columns(mois=nw.col(f"{colonne}_mois"))
    if "classe_age" in demande.dims:
        gardees = classees_par_age(gardees, nw.col(f"{colonne}_annee"))
    return gardees


def agees_a_la_fin(lignes: Lignes, demande: Demande) -> Lignes:
    """Rows with the age class at the year of the period's last day, when it is asked for."""
    if "classe_age" not in demande.dims:
        return lignes
    return classees_par_age(lignes, demande.periode.au.year)


def distinctes(lignes: Lignes, unite: str, demande: Demande) -> Lignes:
    """One row a unit and combination of the dimensions: a unit in two modalities counts in each."""
    return lignes.unique(subset=[unite, *demande.dims], keep="any")


def colonnes(*noms: str) -> Sequence[str]:
    """The names once each, in order."""
    return tuple(dict.fromkeys(noms))


def classees_par_age(lignes: Lignes, annee: nw.Expr | int) -> Lignes:
    """With the rank of the age class from year − year of birth: 0 for « inconnu », outside them.

    The classes follow one another: those begun are counted (`modalites.nommer` names them).
    Source: the public contract, section 2.
    """
    if isinstance(annee, int):  # said of the year of birth: no column of ages to make
        naissance = nw.col("annee_naissance")
        atteints = [naissance <= annee - debut for debut, _ in CLASSES_AGE.values()]
        return _ranger(lignes, atteints, naissance >= annee - SANS_BORNE)
    atteints = [nw.col("_age") >= debut for debut, _ in CLASSES_AGE.values()]
    agees = lignes.with_columns(_age=annee - nw.col("annee_naissance"))
    return _ranger(agees, atteints, nw.col("_age") <= SANS_BORNE)


def _ranger(lignes: Lignes, atteints: Sequence[nw.Expr], possible: nw.Expr) -> Lignes:
    commencees = nw.sum_horizontal(*(debut.cast(nw.Int8) for debut in atteints))
    return lignes.with_columns(classe_age=commencees * possible.cast(nw.Int8))
