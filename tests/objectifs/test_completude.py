"""Which months are provisional, and what is said when it cannot be known."""

from datetime import date, timedelta

import pandas as pd
import pytest

from plie_metrics.objectifs.completude import (
    RATTRAPEE,
    SANS_DATES,
    SANS_FAIT,
    TROP_PEU,
    completude,
)
from plie_metrics.periodes import Periode, mois

ARRETE = date(2016, 12, 31)


def parcours(retard=20, depuis=500, jusqu_a=0, rattrapage=False):
    """One entrée and one exit a day, entered the next day and `retard` days later, as seen."""
    lignes = []
    for age in range(depuis, jusqu_a - 1, -1):
        jour = ARRETE - timedelta(days=age)
        saisie = jour + timedelta(days=retard)
        if rattrapage:
            saisie = min(saisie, ARRETE)
        connue = saisie <= ARRETE
        lignes.append(
            {
                "date_entree": jour,
                "date_saisie_entree": min(jour + timedelta(days=1), ARRETE),
                "date_sortie": jour if connue else None,
                "motif_sortie": "emploi_cdi" if connue else None,
                "date_saisie_sortie": saisie if connue else None,
            }
        )
    table = pd.DataFrame(lignes)
    for colonne in table.columns:
        if colonne.startswith("date"):
            table[colonne] = pd.to_datetime(table[colonne])
    return table


def test_un_mois_saisi_en_vingt_jours():
    """December seen on the 31st: the exits of the 1st to the 11th are entered, 11 days of 31."""
    sorties = completude("sorties", parcours(), ARRETE)
    assert sorties.du(mois(2016, 12)) == pytest.approx(11 / 31, abs=0.01)
    assert sorties.provisoire(mois(2016, 12)) is True
    assert sorties.du(mois(2016, 11)) == pytest.approx(1)
    assert sorties.provisoire(mois(2016, 11)) is False
    assert sorties.du(mois(2017, 1)) == 0
    assert sorties.motif is None


def test_les_jours_d_un_morceau_de_mois():
    sorties = completude("sorties", parcours(), ARRETE)
    assert sorties.du(Periode(date(2016, 12, 1), date(2016, 12, 11))) == pytest.approx(1)
    assert sorties.du(Periode(date(2016, 12, 13), date(2016, 12, 31))) < 0.01


def test_un_niveau_depend_de_ses_deux_flux():
    table = parcours()
    niveau, sorties = (completude(nom, table, ARRETE) for nom in ("file_active", "sorties"))
    assert niveau.du(mois(2016, 12)) == sorties.du(mois(2016, 12))
    assert completude("entrees", table, ARRETE).du(mois(2016, 12)) > 0.95


def test_la_saisie_rattrapee_rend_tout_complet():
    """The exits of the last twenty days are entered on the eve: no month is provisional."""
    sorties = completude("sorties", parcours(rattrapage=True), ARRETE)
    assert sorties.rattrapee
    assert sorties.du(mois(2016, 12)) == 1
    assert sorties.motif == RATTRAPEE
    assert not completude("sorties", parcours(), ARRETE).rattrapee


@pytest.mark.parametrize(
    ("table", "indicateur", "motif"),
    [
        (parcours().drop(columns="date_saisie_sortie"), "sorties", SANS_DATES),
        (parcours().assign(date_saisie_sortie=pd.NaT), "sorties", SANS_DATES),
        (parcours(depuis=25), "sorties", TROP_PEU),
        (parcours(), "etapes", SANS_FAIT),
        (parcours(), "clauses_heures", SANS_FAIT),
    ],
)
def test_ce_qu_on_ne_sait_pas_est_dit(table, indicateur, motif):
    inconnue = completude(indicateur, table, ARRETE)
    assert inconnue.motif == motif
    assert inconnue.du(mois(2016, 12)) is None
    assert inconnue.provisoire(mois(2016, 12)) is None
    assert inconnue.part(mois(2016, 12)) == 1


def test_un_extrait_tire_apres_l_arrete_est_vu_a_sa_derniere_saisie():
    """Drawn twenty days later, when the exits of December had been entered."""
    table = parcours(depuis=500)
    table["date_saisie_sortie"] = table["date_entree"] + pd.Timedelta(days=20)
    table["date_sortie"] = table["date_entree"]
    table["motif_sortie"] = "emploi_cdi"
    sorties = completude("sorties", table, ARRETE)
    assert sorties.vu_le == date(2017, 1, 20)
    assert sorties.du(mois(2016, 12)) == pytest.approx(1)
