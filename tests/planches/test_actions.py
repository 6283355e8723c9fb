"""Actions: steps of one action beside their objective; a year absent gives way to the latest."""

import pandas as pd
import pytest

from plie_metrics.editions.gel import figer
from plie_metrics.editions.modele import TOUS
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.planches.absence import TablesAbsentes
from plie_metrics.planches.actions import PLANCHES, constat
from tests.planches.fabrique import regard

AN = annee(2016)


def etape(action, rang, nom, effectif, objectif=None, *, an=2016):
    champs = ("action", "annee", "rang", "etape", "effectif", "objectif")
    return dict(zip(champs, (action, an, rang, nom, effectif, objectif), strict=True))


LIGNES = (
    etape("Mobilité", 2, "Recrutés", 3),
    etape("Mobilité", 1, "Orientés", 30, 120),
    etape("Chant", 1, "Inscrits", 9, 10),
    etape("Chant", 1, "Inscrits", 4, an=2015),
)


def vu(*lignes, periode=AN, filtres=TOUS, **choix):
    look = regard(periode, choix=choix, filtres=filtres)
    look.porte.detail().tables["actions"] = pd.DataFrame(lignes)
    return look


def test_le_constat_compte_les_actions_et_leurs_objectifs():
    assert constat(vu(*LIGNES)) == (
        "2\u00a0actions en 2016 ; les 2 objectifs chiffrés sont réalisés de 25 à 90\u202f%"
    )
    assert constat(vu(LIGNES[0])) == "1\u00a0action en 2016, sans objectif chiffré"


def test_les_etapes_suivent_leur_rang():
    assert PLANCHES["actions.une"](vu(*LIGNES)).tableau.lignes == (
        ("Orientés", 30.0, 120.0, 0.25),
        ("Recrutés", 3.0, None, None),
    )


def test_l_action_choisie_et_l_annee_de_la_periode():
    planche = PLANCHES["actions.une"](vu(*LIGNES, periode=annee(2015), action="Chant"))
    assert planche.tableau.lignes == (("Inscrits", 4.0, None, None),)


def test_une_annee_absente_laisse_la_derniere():
    assert constat(vu(*LIGNES, periode=annee(2014))).startswith("2\u00a0actions en 2016")


def test_un_filtre_qui_n_y_fait_rien_ne_se_dit_pas():
    ici = vu(*LIGNES, filtres=Filtres(commune=("21231",)))
    planche = PLANCHES["actions.une"](ici)
    assert figer(planche, ici).contexte == (
        "année 2016 · tout le PLIE, quels que soient les filtres"
    )
    assert figer(planche, vu(*LIGNES)).contexte == "année 2016 · ensemble du PLIE"


def test_sans_la_table_on_dit_laquelle():
    with pytest.raises(TablesAbsentes, match="« actions »"):
        constat(regard())
