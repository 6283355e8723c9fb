"""The tables of the report on people, entrées, sorties and étapes, one test each.

Expected figures come from the transcribed report; the snapshot is counted by plain pandas.
"""

import math

import pandas as pd
import pytest

from plie_metrics.demonstration.hypotheses import RETRAITES

POSITIFS_EMPLOI = {
    "emploi_cdi",
    "emploi_cdd_6_mois",
    "emploi_interim_6_mois",
    "creation_activite",
}
POSITIFS = POSITIFS_EMPLOI | {
    "emploi_aide",
    "formation_qualifiante",
    "chantier_insertion_senior",
}
MISES_EMPLOI = {
    *("cdd_moins_6_mois", "cdd_6_mois_et_plus", "cdi", "interim"),
    *("clause_insertion", "cddi", "contrat_aide", "creation_activite"),
}
BORNES = {"15-24": (15, 24), "25-44": (25, 44), "45-54": (45, 54), "55-64": (55, 64)}


def arrondi(valeur):
    return math.floor(valeur + 0.5)


def publies(rapport, tableau, modalite, **criteres):
    return {
        c.modalites[modalite]: c.nombre
        for c in rapport.tableau(tableau, nature="realisation", **criteres)
        if modalite in c.modalites
    }


def classe(ages):
    return {nom: int(ages.between(*bornes).sum()) for nom, bornes in BORNES.items()}


def test_chiffres_cles(rapport, accompagnes, entrees, etapes):
    assert len(accompagnes) == rapport.valeur("ra2016.chiffres_cles.accompagnes")
    assert len(entrees) == rapport.valeur("ra2016.chiffres_cles.entrees")
    emploi = etapes["type_etape"].isin(MISES_EMPLOI)
    assert emploi.sum() == rapport.valeur("ra2016.chiffres_cles.mises_emploi")


def test_file_active_au_31_decembre(rapport, parcours):
    ouverts = parcours[parcours["date_sortie"].isna()]
    assert ouverts["participant_id"].nunique() == rapport.valeur("ra2016.participants.file_active")


def test_stock_du_debut_d_annee(rapport, parcours, entrees, sorties):
    ouverts = (parcours["date_entree"] < "2016-01-01") & ~(parcours["date_sortie"] < "2016-01-01")
    fin = rapport.valeur("ra2016.participants.file_active")
    assert ouverts.sum() + len(entrees) - len(sorties) == fin


def test_exactement_trois_personnes_sortent_et_reviennent(suivis, accompagnes):
    assert len(suivis) - len(accompagnes) == 3
    doubles = suivis[suivis.duplicated("participant_id", keep=False)]
    for _, deux in doubles.sort_values("date_entree").groupby("participant_id"):
        premier, second = deux.to_dict("records")
        assert premier["date_sortie"] < second["date_entree"]
        assert premier["date_sortie"].year == second["date_entree"].year == 2016


def test_ages_et_sexes_des_accompagnes(rapport, accompagnes):
    age = 2016 - accompagnes["annee_naissance"]
    for chiffre in rapport.tableau("ages_accompagnes", nature="realisation"):
        if "classe_age" not in chiffre.modalites:
            continue
        bas, haut = BORNES[chiffre.modalites["classe_age"]]
        trouves = age.between(bas, haut) & (accompagnes["sexe"] == chiffre.modalites["sexe"])
        assert trouves.sum() == chiffre.nombre, chiffre.id


@pytest.mark.parametrize("commune", ["21231", "21355", "21617", "21515", "21166", "autres"])
def test_communes(rapport, accompagnes, commune):
    imprimees = publies(rapport, "communes", "commune")
    comptees = accompagnes["commune"].astype(str).value_counts().to_dict()
    comptees["autres"] = sum(n for code, n in comptees.items() if code not in imprimees)
    assert comptees[commune] == imprimees[commune]


def test_qpv(rapport, accompagnes):
    qpv = accompagnes["qpv"].astype(object)
    en_qpv = qpv[qpv.map(lambda code: isinstance(code, str) and code.startswith("QP"))]
    assert arrondi(100 * len(en_qpv) / len(accompagnes)) == rapport.valeur(
        "ra2016.qpv_accompagnes.part"
    )
    imprimees = {
        c.modalites["qpv"]: c.nombre
        for c in rapport.tableau("qpv_accompagnes", nature="part")
        if "qpv" in c.modalites
    }
    parts = {code: arrondi(100 * n / len(en_qpv)) for code, n in en_qpv.value_counts().items()}
    assert {code: parts[code] for code in imprimees} == imprimees
    assert sum(parts.values()) - sum(imprimees.values()) == 100 - sum(imprimees.values())


def test_entrees_par_prescripteur(rapport, entrees):
    assert entrees["prescripteur"].astype(str).value_counts().to_dict() == publies(
        rapport, "entrees_prescripteur", "prescripteur"
    )


def test_entrees_par_age(rapport, entrees):
    assert classe(2016 - entrees["annee_naissance"]) == publies(
        rapport, "entrees_age", "classe_age"
    )


def test_entrees_par_sexe(rapport, entrees):
    assert entrees["sexe"].value_counts().to_dict() == publies(rapport, "entrees_sexe", "sexe")


def test_part_des_seniors_parmi_les_entrees(rapport, parcours):
    entres = parcours[parcours["date_entree"].dt.year.isin([2015, 2016])]
    seniors = entres[entres["date_entree"].dt.year - entres["annee_naissance"] >= 50]
    assert arrondi(100 * len(seniors) / len(entres)) == rapport.valeur(
        "ra2016.action_seminaire_seniors.part_entrees"
    )
    personnes = seniors.drop_duplicates("participant_id")
    assert arrondi(100 * personnes["deld"].mean()) == rapport.valeur(
        "ra2016.action_seminaire_seniors.part_deld"
    )


def test_sorties_par_sexe(rapport, sorties):
    assert sorties["sexe"].value_counts().to_dict() == publies(
        rapport, "sorties_sexe", "sexe", colonne="Sorties totales"
    )


def test_sorties_positives_par_sexe(rapport, sorties):
    positives = sorties[sorties["motif_sortie"].isin(POSITIFS)]
    assert positives["sexe"].value_counts().to_dict() == publies(
        rapport, "sorties_sexe", "sexe", colonne="Sorties positives"
    )


def test_types_de_sorties_positives(rapport, sorties):
    motifs = sorties["motif_sortie"].astype(str)
    types = motifs[motifs.isin(POSITIFS)].where(~motifs.isin(POSITIFS_EMPLOI), "emploi")
    comptes = types.value_counts().to_dict()
    seniors = comptes.pop("chantier_insertion_senior")
    assert comptes == publies(rapport, "sorties_positives_type", "motif_sortie")
    total = rapport.valeur("ra2016.sorties_sexe.total.sorties_positives")
    assert sum(comptes.values()) + seniors == total


def test_autres_sorties(rapport, sorties):
    motifs = sorties["motif_sortie"].astype(str)
    comptes = motifs[~motifs.isin(POSITIFS)].value_counts().to_dict()
    assert comptes["retraite"] == RETRAITES
    comptes["autre"] += comptes.pop("retraite")
    assert comptes == publies(rapport, "autres_sorties", "motif_sortie")


def test_taux_brut_et_net(rapport, sorties):
    positives = sorties["motif_sortie"].isin(POSITIFS).sum()
    neutres = sorties["motif_sortie"].isin(["demenagement", "sante", "retraite", "deces"]).sum()
    assert arrondi(100 * positives / len(sorties)) == rapport.valeur("ra2016.activite.taux_brut")
    assert arrondi(100 * positives / (len(sorties) - neutres)) == rapport.valeur(
        "ra2016.activite.taux_net"
    )


def test_duree_moyenne(rapport, sorties):
    mois = (sorties["date_sortie"] - sorties["date_entree"]).dt.days / 30.4375
    assert mois.mean() == pytest.approx(
        rapport.valeur("ra2016.duree_parcours.duree_moyenne"), abs=0.1
    )


def test_sorties_apres_30_mois(rapport, sorties):
    echeance = sorties["date_entree"].map(lambda jour: jour + pd.DateOffset(months=30))
    longues = sorties["date_sortie"] > echeance
    assert longues.sum() == rapport.valeur("ra2016.autres_sorties.plus_30_mois.nombre")
    assert (longues == (sorties["motif_sortie"] == "plus_30_mois")).all()


def test_etapes(rapport, etapes):
    assert len(etapes) == rapport.valeur("ra2016.etapes.etapes")
    chantiers = (etapes["type_etape"] == "chantier_insertion").sum()
    assert chantiers == rapport.valeur("ra2016.etapes.chantier_insertion")


def test_parts_des_mises_a_l_emploi(rapport, etapes):
    comptes = etapes["type_etape"].astype(str).value_counts().to_dict()
    comptes["cdi_cdd_6_mois"] = comptes["cdi"] + comptes["cdd_6_mois_et_plus"]
    total = rapport.valeur("ra2016.etapes.mises_emploi")
    for chiffre in rapport.tableau("mises_emploi"):
        compte = comptes[chiffre.modalites["type_etape"]]
        assert arrondi(100 * compte / total) == chiffre.nombre, chiffre.id


def test_objectifs(rapport, snapshot):
    objectifs = snapshot.table("objectifs").set_index(["indicateur", "perimetre"])["cible"]
    assert objectifs.to_dict() == {
        ("file_active", "plie"): rapport.valeur("ra2016.portage.file_active.objectif"),
        ("entrees", "plie"): rapport.valeur("ra2016.portage.entrees.objectif"),
        ("sorties_positives", "plie"): rapport.valeur("ra2016.portage.sorties_positives.objectif"),
        ("file_active", "referent"): rapport.valeur("ra2016.normes_referents.file_active"),
        ("entrees", "referent"): rapport.valeur("ra2016.normes_referents.entrees"),
    }


def test_referents(rapport, snapshot):
    referents = snapshot.table("referents")
    assert len(referents) == rapport.valeur("ra2016.portage.referents")
    imprimees = {c.colonne for c in rapport.tableau("portage", ligne="Structures porteuses")}
    assert set(referents["structure"].astype(str)) == imprimees
    entrees = rapport.valeur("ra2016.portage.entrees.objectif") / rapport.valeur(
        "ra2016.normes_referents.entrees"
    )
    suivis = rapport.valeur("ra2016.portage.file_active.objectif") / rapport.valeur(
        "ra2016.normes_referents.file_active"
    )
    assert referents["etp"].sum() == pytest.approx((entrees + suivis) / 2, abs=0.01)
