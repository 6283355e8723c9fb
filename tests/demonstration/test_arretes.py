"""Each arrêté shows what was keyed in by then, and nothing else."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from plie_metrics.demonstration.arretes import ARRETES


def test_les_quatre_arretes_sont_des_demonstrations(arretes):
    assert tuple(arretes) == ARRETES
    for quand, snapshot in arretes.items():
        assert snapshot.demonstration
        assert "démonstration" in snapshot.source
        assert snapshot.produit_le == snapshot.arrete == quand


@pytest.mark.parametrize("quand", ARRETES)
def test_rien_n_est_saisi_apres_l_arrete(arretes, quand):
    parcours = arretes[quand].table("parcours")
    fin = pd.Timestamp(quand)
    for colonne in ("date_saisie_entree", "date_saisie_sortie", "date_validation", "date_sortie"):
        assert not (parcours[colonne] > fin).any(), colonne
    ouverts = parcours["date_sortie"].isna()
    for colonne in ("motif_sortie", "date_saisie_sortie", "date_validation", "situation_sortie"):
        assert parcours.loc[ouverts, colonne].isna().all(), colonne
    assert arretes[quand].table("etapes")["date_debut"].max() <= fin
    assert arretes[quand].table("clauses_heures")["mois"].max() <= fin
    assert arretes[quand].table("prescriptions")["date"].max() <= fin


@pytest.mark.parametrize("quand", ARRETES[:-1])
def test_une_sortie_pas_encore_saisie_est_en_cours(arretes, snapshot, quand):
    finale = snapshot.table("parcours").set_index("parcours_id")
    vue = arretes[quand].table("parcours").set_index("parcours_id")
    fin = pd.Timestamp(quand)
    attendus = finale[finale["date_saisie_entree"] <= fin]
    assert set(vue.index) == set(attendus.index)
    ouverts = vue.index[vue["date_sortie"].isna()]
    assert set(ouverts) == set(attendus.index[~(attendus["date_saisie_sortie"] <= fin)])
    en_retard = attendus[(attendus["date_sortie"] <= fin) & attendus.index.isin(ouverts)]
    assert 20 <= len(en_retard) <= 150


@pytest.mark.parametrize("quand", ARRETES[:-1])
def test_quelques_valeurs_ont_ete_corrigees_depuis(arretes, snapshot, quand):
    finale = snapshot.table("participants").set_index("participant_id")
    vue = arretes[quand].table("participants").set_index("participant_id")
    communs = finale.loc[vue.index]
    differentes = sum(
        (communs[c].astype(object).fillna("") != vue[c].astype(object).fillna("")).sum()
        for c in ("commune", "niveau_formation", "brsa")
    )
    assert 1 <= differentes <= 40
    for colonne in ("sexe", "annee_naissance", "qpv", "deld"):
        egales = communs[colonne].astype(object).fillna("") == vue[colonne].astype(object).fillna(
            ""
        )
        assert egales.all(), colonne


@pytest.mark.parametrize("colonne", ["motif_sortie", "date_sortie", "prescripteur"])
def test_des_parcours_ont_ete_corriges_depuis(arretes, snapshot, colonne):
    finale = snapshot.table("parcours").set_index("parcours_id")
    corrigees = 0
    for quand in ARRETES[:-1]:
        vue = arretes[quand].table("parcours").set_index("parcours_id")
        connus = vue[vue[colonne].notna()]
        difference = connus[colonne].astype(str) != finale.loc[connus.index, colonne].astype(str)
        corrigees += int(difference.sum())
        assert not (vue["date_sortie"] < vue["date_entree"]).any()
    assert 1 <= corrigees <= 12


def test_les_identifiants_sont_stables(arretes):
    vus = [set(snapshot.table("participants")["participant_id"]) for snapshot in arretes.values()]
    assert all(avant < apres for avant, apres in pairwise(vus))


def test_les_bilans_annuels_ne_sont_connus_qu_en_fin_d_annee(arretes):
    for quand, snapshot in arretes.items():
        assert ("actions" in snapshot.tables) == (quand == date(2016, 12, 31))


def test_une_prescription_sans_reponse_est_en_attente(arretes, snapshot):
    finale = snapshot.table("prescriptions").set_index("prescription_id")
    vue = arretes[date(2016, 6, 30)].table("prescriptions").set_index("prescription_id")
    en_attente = vue[vue["suite"] == "en_attente"]
    assert 20 <= len(en_attente) <= 200
    assert en_attente["parcours_id"].isna().all()
    assert (finale.loc[en_attente.index, "suite"] != "en_attente").mean() > 0.9
