"""Unusual but possible facts are published, with a warning kept in the manifest."""

from datetime import date

import pytest

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.publication import publier
from plie_metrics.stockage import ouvrir
from tests.importation.extrait import ARRETE, avertissements, bon, ecrire, messages

FAITS = {
    "plus de 64 ans": (
        ("participants", 2, "annee_naissance", "1951"),
        "participants : 1 personne a plus de 64 ans (ligne 3).",
    ),
    "moins de 16 ans": (
        ("participants", 2, "annee_naissance", "2001"),
        "participants : 1 personne a moins de 16 ans (ligne 3).",
    ),
    "hors de la métropole": (
        ("participants", 1, "commune", "75056"),
        "participants : 1 personne habite hors de la métropole (ligne 2).",
    ),
    "QPV d'une autre liste": (
        ("participants", 1, "qpv", "QN02101M"),
        "participants : 1 personne est dans un QPV qui n’est pas de la liste en vigueur (ligne 2).",
    ),
    "plus de 30 mois": (
        ("parcours", 2, "date_entree", "2014-06-29"),
        "parcours : 1 parcours dépasse 30 mois (ligne 3).",
    ),
    "étape après la sortie": (
        ("etapes", 1, "date_debut", "2016-03-05"),
        "etapes : 1 étape commence après la sortie du parcours (ligne 2).",
    ),
    "sans entretien": (
        ("entretiens", 1, "date", "2016-09-30"),
        "parcours : 1 parcours en cours n’a pas eu d’entretien depuis 3 mois (ligne 3).",
    ),
    "fin avant début": (
        ("etapes", 2, "date_fin", "2016-05-31"),
        "etapes : 1 ligne finit avant de commencer (ligne 3).",
    ),
}


@pytest.mark.parametrize("cas", FAITS)
def test_un_fait_inhabituel_est_publie_avec_un_avertissement(cas, tmp_path):
    (table, ligne, colonne, valeur), attendu = FAITS[cas]
    tables = bon()
    tables[table][ligne][tables[table][0].index(colonne)] = valeur
    with analyser(ecrire(tmp_path / "export", tables), ARRETE) as rapport:
        assert list(rapport.anomalies()) == []
        instantane = ouvrir(publier(rapport, tmp_path / "arretes"))
    assert instantane.avertissements == (attendu,)


@pytest.mark.parametrize(
    "cas",
    [
        ("participants", 2, "annee_naissance", "1952"),  # 64 years old
        ("parcours", 2, "date_entree", "2014-06-30"),  # 30 months to the day
        ("etapes", 1, "date_debut", "2016-03-04"),  # the day of the exit
        ("entretiens", 1, "date", "2016-10-01"),
    ],
)
def test_a_la_limite_rien_n_est_dit(cas, tmp_path):
    table, ligne, colonne, valeur = cas
    tables = bon()
    tables[table][ligne][tables[table][0].index(colonne)] = valeur
    assert avertissements(ecrire(tmp_path, tables)) == []


def test_les_dix_premieres_lignes_sont_citees(tmp_path):
    tables = bon()
    tables["participants"] += [
        [f"B{rang}", "F", "1940", "21231", "", "", "oui", "non"] for rang in range(12)
    ]
    assert avertissements(ecrire(tmp_path, tables)) == [
        "participants : 12 personnes ont plus de 64 ans (lignes 5, 6, 7, 8, 9, 10, 11, 12, 13, "
        "14…)."
    ]


def test_une_commune_qui_n_existe_plus_est_dite(tmp_path):
    """Crimolois is a commune of the métropole until 27/02/2019 only."""
    tables = bon()
    tables["participants"][1][3] = "21213"
    dit = "participants : 1 personne habite hors de la métropole (ligne 2)."
    with analyser(ecrire(tmp_path, tables), date(2019, 2, 27)) as avant:
        assert dit not in [str(avertissement) for avertissement in avant.avertissements]
    with analyser(tmp_path, date(2019, 2, 28)) as apres:
        assert dit in [str(avertissement) for avertissement in apres.avertissements]


def test_sans_referents_les_codes_ne_sont_pas_verifies(tmp_path):
    tables = bon()
    del tables["referents"]
    assert avertissements(ecrire(tmp_path, tables)) == [
        "parcours : referent_id n’a pas pu être vérifié : la table referents manque."
    ]


def test_une_table_ou_une_colonne_inconnue_est_ignoree_et_dite(tmp_path):
    tables = bon()
    tables["zoologie"] = [["a", "b"], ["1", "2"]]
    for ligne in tables["referents"]:
        ligne.extend(["humeur", "fins"] if ligne[0] == "referent_id" else ["bonne", ""])
    assert avertissements(ecrire(tmp_path, tables)) == [
        "zoologie.csv : n’est pas une table connue, n’a pas été lu.",
        "referents : la colonne « humeur », inconnue, a été ignorée.",
        "referents : la colonne « fins », inconnue, a été ignorée (vouliez-vous dire fin ?).",
    ]


def test_une_table_facultative_sans_ligne_est_laissee_de_cote(tmp_path):
    tables = bon()
    tables["entretiens"] = tables["entretiens"][:1]
    source = ecrire(tmp_path / "export", tables)
    assert messages(source) == []
    assert avertissements(source) == [
        "export : ces tables n’ont aucune ligne et sont laissées de côté : entretiens."
    ]
