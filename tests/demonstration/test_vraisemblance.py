"""What a reader would find odd does not happen: dates, portfolios, seasons, volumes."""

import pandas as pd
import pytest

from plie_metrics.demonstration import hypotheses as h
from plie_metrics.schema import TABLES


@pytest.fixture(scope="module")
def tous(snapshot):
    return {nom: snapshot.table(nom) for nom in snapshot.tables}


def test_toutes_les_tables_du_contrat_sont_la(tous):
    assert set(tous) == set(TABLES)
    assert all(len(table) for table in tous.values())


def test_les_cles_sont_uniques_et_les_references_existent(tous):
    for nom, table in tous.items():
        assert not table.duplicated(list(TABLES[nom].cle)).any(), nom
        for colonne in TABLES[nom].colonnes:
            if colonne.reference and colonne.nom in table:
                cibles = tous[colonne.reference][TABLES[colonne.reference].cle[0]]
                assert set(table[colonne.nom].dropna()) <= set(cibles), (nom, colonne.nom)


def test_rien_apres_l_arrete(tous):
    for nom, table in tous.items():
        for colonne in TABLES[nom].colonnes:
            if colonne.pas_apres_arrete:
                assert not (table[colonne.nom] > "2016-12-31").any(), (nom, colonne.nom)


def test_les_etapes_sont_dans_le_parcours_et_dans_l_ordre(tous):
    table = tous["etapes"].merge(tous["parcours"], on="parcours_id")
    assert (table["date_debut"] >= table["date_entree"]).all()
    assert not (table["date_debut"] > table["date_sortie"]).any()
    assert not (table["date_fin"] > table["date_sortie"]).any()
    assert not (table["date_fin"] < table["date_debut"]).any()


def test_les_entretiens_sont_dans_le_parcours(tous):
    table = tous["entretiens"].merge(tous["parcours"], on="parcours_id")
    assert (table["date"] >= table["date_entree"]).all()
    assert not (table["date"] > table["date_sortie"]).any()
    assert not table.duplicated(["parcours_id", "date"]).any()
    assert table["date"].dt.day_of_week.max() <= 4


def test_environ_un_entretien_par_mois(tous):
    ouverts = tous["parcours"][tous["parcours"]["date_sortie"].isna()]
    for mois, bas, haut in (("2016-11", 0.75, 0.95), ("2016-12", 0.75, 0.95)):
        vus = tous["entretiens"][tous["entretiens"]["date"].dt.strftime("%Y-%m") == mois]
        deja = ouverts[ouverts["date_entree"] <= f"{mois}-01"]
        assert bas < deja["parcours_id"].isin(vus["parcours_id"]).mean() < haut


def test_un_seul_parcours_ouvert_a_la_fois(tous):
    table = tous["parcours"].sort_values(["participant_id", "date_entree"])
    precedente = table.groupby("participant_id")["date_sortie"].shift()
    suite = table.duplicated("participant_id")
    assert (precedente[suite] < table["date_entree"][suite]).all()


def test_les_participants_ont_18_a_64_ans(parcours):
    assert (parcours["date_entree"].dt.year - parcours["annee_naissance"]).min() >= 18
    fin = parcours["date_sortie"].dt.year.fillna(2016)
    assert (fin - parcours["annee_naissance"]).max() <= 64


def test_motifs_et_personnes_s_accordent(parcours):
    age = parcours["date_sortie"].dt.year - parcours["annee_naissance"]
    motif = parcours["motif_sortie"]
    assert (parcours.loc[motif == "maternite", "sexe"] == "F").all()
    assert age[motif == "maternite"].max() < 45
    assert age[motif == "retraite"].min() >= 60
    assert age[motif == "chantier_insertion_senior"].min() >= 55


def test_chaque_commune_compte_quelques_personnes(accompagnes):
    comptes = accompagnes["commune"].astype(str).value_counts()
    assert len(comptes) == 24
    assert comptes.min() >= h.MINIMUM_PAR_COMMUNE


def test_les_quartiers_sont_dans_leur_commune(participants):
    paires = participants.dropna(subset=["qpv"])[["qpv", "commune"]].astype(str).drop_duplicates()
    assert dict(paires.itertuples(index=False)) == {
        "QP021002": "21166",
        "QP021003": "21231",
        "QP021004": "21231",
        "QP021005": "21355",
        "QP021006": "21617",
        "VEILLE-QUETIGNY-CENTRE": "21515",
        "VEILLE-LONGVIC-GUYNEMER": "21355",
    }


def test_profils(accompagnes):
    connus = accompagnes["niveau_formation"].dropna()
    assert connus.isin(["V", "Vbis", "VI"]).mean() == pytest.approx(0.75, abs=0.01)
    assert accompagnes["brsa"].mean() == pytest.approx(h.PART_BRSA, abs=0.01)
    jeunes = 2016 - accompagnes["annee_naissance"] < h.AGE_MINIMAL_BRSA
    assert not accompagnes.loc[jeunes, "brsa"].any()


def test_chaque_referent_a_un_portefeuille_proche_de_sa_norme(tous):
    ouverts = tous["parcours"][tous["parcours"]["date_sortie"].isna()]
    normes = tous["objectifs"].set_index(["indicateur", "perimetre"])["cible"]
    referents = tous["referents"].set_index("referent_id")
    portefeuille = ouverts["referent_id"].astype(str).value_counts().reindex(referents.index)
    rapport_a_la_norme = portefeuille / (referents["etp"] * normes["file_active", "referent"])
    assert rapport_a_la_norme.between(0.75, 1.1).all()
    assert set(ouverts["referent_id"].astype(str)) == set(referents.index)


def test_la_structure_du_parcours_est_celle_du_referent(tous):
    table = tous["parcours"].merge(tous["referents"], on="referent_id", suffixes=("", "_referent"))
    assert (table["structure"].astype(str) == table["structure_referent"].astype(str)).all()


def test_la_file_active_est_continue_de_2014_a_2016(tous):
    table = tous["parcours"]
    for fin in pd.date_range("2013-12-31", "2016-12-31", freq="ME"):
        stock = ((table["date_entree"] <= fin) & ~(table["date_sortie"] <= fin)).sum()
        assert 790 <= stock <= 1000, fin
    assert table["date_entree"].min().year == 2011


def test_les_saisons(entrees, sorties):
    entres = entrees["date_entree"].dt.month.value_counts()
    assert entres.idxmin() == 8
    assert {entres.idxmax(), entres.drop(entres.idxmax()).idxmax()} == {1, 9}
    assert sorties["date_sortie"].dt.month.value_counts().idxmin() == 8


def test_les_prescriptions_baissent_depuis_septembre_2016(tous):
    mois = tous["prescriptions"]["date"].dt.strftime("%Y-%m").value_counts()
    for rang in (9, 10, 11, 12):
        assert mois[f"2016-{rang:02d}"] < 0.85 * mois[f"2015-{rang:02d}"]
    assert mois["2016-09"] > mois["2016-10"] > mois["2016-11"] > mois["2016-12"]


def test_une_prescription_suivie_precede_l_entree(tous):
    suivies = tous["prescriptions"].merge(
        tous["parcours"], on="parcours_id", suffixes=("", "_parcours")
    )
    assert (suivies["suite"] == "entree").all()
    assert (suivies["date"] < suivies["date_entree"]).all()
    assert (suivies["prescripteur"] == suivies["prescripteur_parcours"]).all()
    entree_2016 = tous["parcours"]["date_entree"].dt.year == 2016
    assert set(tous["parcours"].loc[entree_2016, "parcours_id"]) <= set(suivies["parcours_id"])


def test_les_heures_de_clauses_tiennent_dans_un_mois(tous):
    heures = tous["clauses_heures"].merge(tous["clauses_contrats"], on="contrat_id")
    assert heures.groupby(["participant_id", "mois"])["heures"].sum().max() <= 170
    assert heures["heures"].min() >= 1
    assert (heures["mois"] + pd.offsets.MonthEnd(0) >= heures["date_debut"]).all()
    assert not (heures["mois"] > heures["date_fin"]).any()


def test_chaque_contrat_de_clauses_est_une_etape(tous):
    contrats = tous["clauses_contrats"].merge(
        tous["parcours"][["parcours_id", "participant_id"]], on="participant_id"
    )
    etapes = tous["etapes"][tous["etapes"]["type_etape"] == "clause_insertion"]
    ensemble = etapes.merge(contrats, on=["parcours_id", "date_debut"])
    assert ensemble["etape_id"].nunique() == len(etapes) == len(tous["clauses_contrats"])


def test_les_operations_sont_engagees(tous):
    assert set(tous["clauses_contrats"]["operation"].astype(str)) <= set(
        tous["clauses_engagements"]["operation"].astype(str)
    )
    assert tous["clauses_engagements"]["operation"].astype(str).str.contains("démonstration").all()


def test_delais_de_saisie(tous):
    table = tous["parcours"]
    entree = (table["date_saisie_entree"] - table["date_entree"]).dt.days
    assert entree.median() <= 10
    assert entree.between(1, 31).all()
    sortie = (table["date_saisie_sortie"] - table["date_sortie"]).dt.days.dropna()
    assert 20 <= sortie.median() <= 60
    assert sortie.between(0, 180).all()
    assert not (table["date_validation"] < table["date_sortie"]).any()
    assert not (table["date_saisie_sortie"] < table["date_validation"]).any()
    assert table["date_saisie_sortie"].max() <= pd.Timestamp("2016-12-31")


def test_presque_toutes_les_sorties_positives_ont_leur_etape(tous, sorties):
    appuis = {
        "emploi_cdi": {"cdi"},
        "emploi_cdd_6_mois": {"cdd_6_mois_et_plus", "cdd_moins_6_mois"},
        "emploi_interim_6_mois": {"interim"},
        "creation_activite": {"creation_activite"},
        "emploi_aide": {"contrat_aide"},
        "formation_qualifiante": {"formation"},
        "chantier_insertion_senior": {"chantier_insertion"},
    }
    types = tous["etapes"].groupby("parcours_id")["type_etape"].agg(lambda t: set(t.astype(str)))
    positives = sorties[sorties["motif_sortie"].isin(appuis)]
    soutenues = [
        bool(appuis[motif] & types.get(parcours, set()))
        for parcours, motif in zip(positives["parcours_id"], positives["motif_sortie"], strict=True)
    ]
    assert 0.93 <= sum(soutenues) / len(soutenues) < 1
