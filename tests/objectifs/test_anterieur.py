"""An extract as it stood on an earlier day."""

from datetime import date

import pandas as pd

from plie_metrics.objectifs.anterieur import connus_le


def table(**colonnes):
    lignes = pd.DataFrame(colonnes)
    for nom in lignes.columns:
        if nom.startswith("date"):
            lignes[nom] = pd.to_datetime(lignes[nom])
    return lignes


PARCOURS = table(
    parcours_id=["A", "B", "C"],
    date_entree=["2016-01-05", "2016-03-30", "2016-01-10"],
    date_saisie_entree=["2016-01-06", "2016-04-02", None],
    date_sortie=["2016-03-10", None, "2016-03-20"],
    date_saisie_sortie=["2016-04-15", None, "2016-03-25"],
    motif_sortie=["emploi_cdi", None, "autre"],
)


def test_ce_qui_n_etait_pas_saisi_n_est_pas_vu():
    """On 31/03: A's exit and B's entrée were not entered; C's entrée is taken at its own day."""
    vus = connus_le(PARCOURS, date(2016, 3, 31))
    assert vus["parcours_id"].tolist() == ["A", "C"]
    assert vus["date_sortie"].isna().tolist() == [True, False]
    assert vus["motif_sortie"].isna().tolist() == [True, False]
    assert connus_le(PARCOURS, date(2016, 4, 15))["motif_sortie"].notna().sum() == 2


def test_sans_dates_de_saisie_tout_est_connu_le_jour_meme():
    sans = PARCOURS.drop(columns=["date_saisie_entree", "date_saisie_sortie"])
    vus = connus_le(sans, date(2016, 3, 15))
    assert vus["parcours_id"].tolist() == ["A", "C"]
    assert vus["date_sortie"].notna().tolist() == [True, False]


def test_la_table_d_origine_reste_intacte():
    connus_le(PARCOURS, date(2016, 3, 31))
    assert PARCOURS["date_sortie"].notna().sum() == 2
