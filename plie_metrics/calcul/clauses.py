"""Clauses d'insertion: hours, people at work, orientations and positive exits.

Source: rapport d'activité 2016, « Bilan PLIE - Clauses insertion »; the ETP base (1 607 hours) is
in the catalogue.
"""

from collections.abc import Mapping
from typing import Final

import narwhals as nw

from plie_metrics.calcul.bases import Lignes
from plie_metrics.calcul.lignes import (
    agees_a_la_fin,
    datees,
    distinctes,
    pendant,
    utiles,
    utiles_datees,
)
from plie_metrics.calcul.recette import Demande, Population, Recette


def heures_realisees(demande: Demande) -> Lignes:
    """One row a contract and month whose first day lies in the period."""
    lignes = _presentes(demande.vue.heures).select(*utiles_datees(demande, "jour", "contrat"))
    return datees(lignes, "jour", demande)


def salaries(demande: Demande) -> Lignes:
    """One row a person (a contract, where the person is unknown) with hours > 0 in the period."""
    travail = pendant("jour", demande.periode) & (nw.col("heures") > 0)
    lignes = _presentes(demande.vue.heures)
    au_travail = lignes.select(*utiles(demande, "salarie", "jour", "heures")).filter(travail)
    return distinctes(agees_a_la_fin(au_travail, demande), "salarie", demande)


def orientations_datees(demande: Demande) -> Lignes:
    """One row an orientation dated in the period; its quarter is its own."""
    lignes = _presentes(demande.vue.orientations)
    return datees(lignes.select(*utiles_datees(demande, "jour")), "jour", demande)


def candidats_valides(demande: Demande) -> Lignes:
    """One row a candidate with a validated orientation dated in the period."""
    validees = pendant("jour", demande.periode) & (nw.col("validee") == 1)
    lignes = _presentes(demande.vue.orientations)
    retenues = lignes.select(*utiles(demande, "candidat", "jour", "validee")).filter(validees)
    return distinctes(agees_a_la_fin(retenues, demande), "candidat", demande)


def sorties_datees(demande: Demande) -> Lignes:
    """One row a positive exit of the clauses dated in the period."""
    lignes = _presentes(demande.vue.sorties_clauses)
    return datees(lignes.select(*utiles_datees(demande, "jour")), "jour", demande)


def _presentes(lignes: Lignes | None) -> Lignes:
    assert lignes is not None  # the caller checks the tables of a population
    return lignes


_HEURES: Final = ("clauses_contrats", "clauses_heures")
HEURES: Final = Population(
    "heures des clauses", _HEURES, heures_realisees, datee=True, suit_la_personne=True
)
SALARIES: Final = Population(
    "salariés des clauses", _HEURES, salaries, suit_la_personne=True, unite="salarie"
)
ORIENTATIONS: Final = Population(
    "orientations vers les clauses",
    ("clauses_orientations",),
    orientations_datees,
    datee=True,
    suit_la_personne=True,
)
CANDIDATS: Final = Population(
    "candidats validés",
    ("clauses_orientations",),
    candidats_valides,
    suit_la_personne=True,
    unite="candidat",
)
SORTIES: Final = Population(
    "sorties positives des clauses",
    ("clauses_sorties",),
    sorties_datees,
    datee=True,
    suit_la_personne=True,
)
RECETTES: Final[Mapping[str, Recette]] = {
    "clauses_heures": Recette(HEURES, "heures"),
    "clauses_etp": Recette(HEURES, "heures"),
    "clauses_salaries": Recette(SALARIES, "un"),
    "clauses_orientations": Recette(ORIENTATIONS, "un"),
    "clauses_orientations_validees": Recette(ORIENTATIONS, "validee"),
    "clauses_candidats_valides": Recette(CANDIDATS, "un"),
    "clauses_sorties_positives": Recette(SORTIES, "un"),
}
