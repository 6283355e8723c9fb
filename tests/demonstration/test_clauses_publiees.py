"""The tables of the report on the clauses d'insertion, one test each."""

import math

import pytest


def publies(rapport, tableau, modalite, **criteres):
    return {
        c.modalites[modalite]: c.nombre
        for c in rapport.tableau(tableau, **criteres)
        if modalite in c.modalites
    }


@pytest.fixture(scope="module")
def heures(snapshot, participants):
    """The hours of 2016 with their contract and its participant."""
    table = snapshot.table("clauses_heures").merge(
        snapshot.table("clauses_contrats"), on="contrat_id", validate="m:1"
    )
    table = table[table["mois"].dt.year == 2016]
    return table.merge(participants, on="participant_id", validate="m:1")


@pytest.fixture(scope="module")
def orientations(snapshot):
    table = snapshot.table("clauses_orientations")
    return table[table["date"].dt.year == 2016]


@pytest.fixture(scope="module")
def sorties_clauses(snapshot):
    table = snapshot.table("clauses_sorties")
    return table[table["date"].dt.year == 2016]


def test_heures_par_secteur(rapport, heures):
    imprimees = publies(rapport, "clauses_heures_secteur", "secteur")
    assert heures.groupby("secteur", observed=True)["heures"].sum().to_dict() == imprimees
    assert heures["heures"].sum() == rapport.valeur("ra2016.clauses_heures_secteur.total")


def test_heures_par_type_de_contrat(rapport, heures):
    assert heures.groupby("type_contrat", observed=True)["heures"].sum().to_dict() == publies(
        rapport, "clauses_contrats", "type_contrat", unite="heures"
    )


def test_salaries_par_type_de_contrat(rapport, heures):
    par_type = heures.groupby("type_contrat", observed=True)["participant_id"].nunique()
    assert par_type.to_dict() == publies(
        rapport, "clauses_contrats", "type_contrat", colonne="NOMBRE DE SALARIÉS"
    )
    assert par_type.sum() == rapport.valeur("ra2016.clauses_contrats.total.salaries")


def test_salaries_distincts_et_par_sexe(rapport, heures):
    personnes = heures.drop_duplicates("participant_id")
    assert len(personnes) == rapport.valeur("ra2016.clauses_salaries.total")
    assert personnes["sexe"].value_counts().to_dict() == {
        "H": rapport.valeur("ra2016.clauses_salaries.hommes"),
        "F": rapport.valeur("ra2016.clauses_salaries.femmes"),
    }


def test_salaries_par_secteur(rapport, heures):
    couples = heures.drop_duplicates(["participant_id", "secteur"])
    assert couples["secteur"].value_counts().to_dict() == {
        "BTP": rapport.valeur("ra2016.clauses_salaries.btp"),
        "SERVICES": rapport.valeur("ra2016.clauses_salaries.services"),
    }
    assert set(couples[couples["secteur"] == "BTP"]["sexe"]) == {"H"}
    femmes = (couples["secteur"] == "SERVICES") & (couples["sexe"] == "F")
    assert femmes.sum() == rapport.valeur("ra2016.clauses_salaries.services_femmes")
    assert len(couples) - couples["participant_id"].nunique() == 5


def test_ctti_puis_contrat_de_professionnalisation(rapport, heures):
    debuts = heures.groupby(["participant_id", "type_contrat"], observed=True)["date_debut"].min()
    table = debuts.unstack().dropna(subset=["CTTI", "C/PRO"])
    attendu = rapport.valeur("ra2016.clauses_contrats.phrase.ctti_puis_cpro")
    assert len(table) == (table["CTTI"] < table["C/PRO"]).sum() == attendu
    deux_types = heures.groupby("participant_id")["type_contrat"].nunique()
    assert (deux_types == 2).sum() == attendu
    assert deux_types.max() == 2


def test_salaries_par_quartier(rapport, heures):
    personnes = heures.drop_duplicates("participant_id")
    imprimes = publies(rapport, "clauses_salaries_qpv", "qpv")
    total = imprimes.pop("oui+veille")
    assert personnes["qpv"].astype(object).value_counts().to_dict() == imprimes
    assert personnes["qpv"].notna().sum() == total


def test_orientations_par_prescripteur(rapport, orientations):
    assert len(orientations) == rapport.valeur("ra2016.clauses_orientations.phrase.total")
    comptes = orientations["prescripteur"].astype(str).value_counts().to_dict()
    assert comptes.pop("PLIE") == rapport.valeur("ra2016.clauses_orientations.plie.orientations")
    imprimes = publies(rapport, "clauses_prescripteurs", "prescripteur")
    assert sum(comptes.values()) == imprimes.pop("AUTRE")
    assert comptes == imprimes


def test_orientations_par_quartier(rapport, orientations):
    imprimes = publies(rapport, "clauses_orientations_qpv", "qpv")
    total = imprimes.pop("oui+veille")
    assert orientations["qpv"].astype(object).value_counts().to_dict() == imprimes
    en_quartier = orientations[orientations["qpv"].notna()]
    assert len(en_quartier) == total
    assert (en_quartier["prescripteur"] == "PLIE").sum() == rapport.valeur(
        "ra2016.clauses_orientations.plie.qpv"
    )


def test_orientations_par_secteur(rapport, orientations):
    assert orientations["secteur"].value_counts().to_dict() == publies(
        rapport, "clauses_orientations", "secteur"
    )


def test_validations(rapport, orientations):
    validees = orientations[orientations["validee"]]
    imprimees = publies(rapport, "clauses_validations", "secteur")
    assert validees["secteur"].value_counts().to_dict() == imprimees
    candidats = validees.drop_duplicates("candidat_id")
    assert len(candidats) == rapport.valeur("ra2016.clauses_validations.total")
    part = math.floor(100 * candidats["qpv"].notna().sum() / len(candidats) + 0.5)
    assert part == rapport.valeur("ra2016.clauses_validations.part_qpv")


def test_les_candidats_du_plie_sont_des_participants(orientations, participants):
    du_plie = orientations[orientations["prescripteur"] == "PLIE"]
    assert du_plie["participant_id"].notna().all()
    connus = orientations.dropna(subset=["participant_id"]).merge(
        participants, on="participant_id", suffixes=("", "_personne")
    )
    assert (
        connus["qpv"].astype(object).fillna("") == connus["qpv_personne"].astype(object).fillna("")
    ).all()


def test_sorties_des_clauses_par_type(rapport, sorties_clauses):
    imprimees = {
        "c_pro": rapport.valeur("ra2016.clauses_sorties.cpro"),
        "cdi": rapport.valeur("ra2016.clauses_sorties.cdi"),
        "cdd_6_mois": rapport.valeur("ra2016.clauses_sorties.cdd"),
        "formation_qualifiante": rapport.valeur("ra2016.clauses_sorties.formation"),
    }
    assert sorties_clauses["type_sortie"].value_counts().to_dict() == imprimees
    assert len(sorties_clauses) == rapport.valeur("ra2016.clauses_sorties.total")


def test_sorties_des_clauses_par_quartier(rapport, sorties_clauses, heures):
    imprimees = {
        code.split("+")[0]: n for code, n in publies(rapport, "clauses_sorties_qpv", "qpv").items()
    }
    total = imprimees.pop("oui")  # « oui+veille », as its first word
    assert sorties_clauses["qpv"].astype(object).value_counts().to_dict() == imprimees
    assert sorties_clauses["qpv"].notna().sum() == total
    assert set(sorties_clauses["participant_id"]) <= set(heures["participant_id"])
