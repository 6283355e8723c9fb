"""People and parcours under way: over the period, and at the evening of its last day.

Sources: rapport d'activité 2016, « Les participants du PLIE » (accompanied over the year, still in
parcours on 31/12) and « Portage de référent »; appel à projets 2018, « Le plan d'action 2018 »
(one compulsory entretien a month).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import narwhals as nw

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import agees_a_la_fin, distinctes, pendant, utiles
from plie_metrics.calcul.normalisation import jour_entier
from plie_metrics.calcul.recette import Demande, Population, Recette
from plie_metrics.periodes import Periode, debut_mois, decaler_mois

PARCOURS_LONG: Final = 30
"""Months: « Suivi PLIE + 30 mois », rapport d'activité 2016, « Les sorties »."""


def personnes_accompagnees(demande: Demande) -> Lignes:
    """One row a person with a parcours such that entrée ≤ au and sortie ≥ du (or none)."""
    au, du = jour_entier(demande.periode.au), jour_entier(demande.periode.du)
    suivies = _utiles(demande).filter((nw.col("entree") <= au) & (nw.col("sortie") >= du))
    return distinctes(agees_a_la_fin(_avec_age(suivies, demande), demande), "personne", demande)


def personnes_en_file_active(demande: Demande) -> Lignes:
    """One row a person in parcours at the evening of `au` (an exit that day is out)."""
    return distinctes(agees_a_la_fin(_ouverts(demande), demande), "personne", demande)


def personnes_a_recevoir(demande: Demande) -> Lignes:
    """The file active, with `recue` = 1 for an entretien from the first of au's month to `au`.

    The entretien counts on any of the person's parcours, whatever the filters.
    """
    entretiens = demande.vue.entretiens
    assert entretiens is not None  # the caller checks the tables of a population
    au = demande.periode.au
    recues = entretiens.filter(pendant("jour", Periode(debut_mois(au), au))).select("personne")
    vues = recues.unique().with_columns(recue=nw.lit(1, nw.Int64))
    sans_recue = replace(demande, sommes=tuple(n for n in demande.sommes if n != "recue"))
    return (
        personnes_en_file_active(sans_recue)
        .join(vues, on="personne", how="left")
        .with_columns(nw.col("recue").fill_null(0).cast(nw.Int8))
    )


def parcours_longs(demande: Demande) -> Lignes:
    """One row a parcours open at `au` and begun more than 30 calendar months before."""
    limite = jour_entier(decaler_mois(demande.periode.au, -PARCOURS_LONG))
    return agees_a_la_fin(_ouverts(demande).filter(nw.col("entree") < limite), demande)


def _ouverts(demande: Demande) -> Lignes:
    au = jour_entier(demande.periode.au)
    return _utiles(demande).filter((nw.col("entree") <= au) & (nw.col("sortie") > au))


def _utiles(demande: Demande) -> Lignes:
    connue = ("naissance_connue",) if "age" in demande.sommes else ()
    return demande.vue.parcours(utiles(demande, "personne", "entree", "sortie", *connue))


def _avec_age(lignes: Lignes, demande: Demande) -> Lignes:
    if "age" not in demande.sommes:
        return lignes
    age = (demande.periode.au.year - nw.col("annee_naissance")) * nw.col("naissance_connue")
    return lignes.with_columns(age=age)


ACCOMPAGNEES: Final = Population(
    "personnes accompagnées", ("parcours",), personnes_accompagnees, unite="personne"
)
EN_FILE_ACTIVE: Final = Population(
    "file active", ("parcours",), personnes_en_file_active, unite="personne"
)
A_RECEVOIR: Final = Population(
    "file active reçue", ("entretiens",), personnes_a_recevoir, unite="personne"
)
LONGS: Final = Population("parcours longs", ("parcours",), parcours_longs)
RECETTES: Final[Mapping[str, Recette]] = {
    "personnes_accompagnees": Recette(ACCOMPAGNEES, "un"),
    "file_active": Recette(EN_FILE_ACTIVE, "un"),
    "parcours_plus_30_mois": Recette(LONGS, "un"),
    "taux_entretien_mensuel": Recette(A_RECEVOIR, "recue", "un"),
}
