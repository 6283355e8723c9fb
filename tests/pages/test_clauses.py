"""The Clauses page through the real entry: figures of the arrêté, for each profile."""

import json

import pytest

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.commandes import principal
from plie_metrics.configuration import lire
from plie_metrics.presentation.formats import nombre
from tests.pages.arretes import publier_essai
from tests.pages.clauses_essai import tables_clauses
from tests.pages.gestes import mots, ouvrir_sous, simple, tableau


def voir(**parametres):
    return ouvrir_sous("clauses.py", **parametres)


@pytest.fixture
def petit(tmp_path, monkeypatch):
    """The page on a small snapshot whose counts are known."""

    def _voir(sans=(), **parametres):
        donnees = {nom: t for nom, t in tables_clauses().items() if nom not in sans}
        publier_essai(tmp_path, donnees=donnees)
        monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
        monkeypatch.setattr("pages._composants.portes.lire", liste_courte)
        # another process would solve the whole list, of which nothing is used here
        monkeypatch.setattr("pages._composants.portes.subprocess.run", lambda *_, **__: None)
        return voir(**parametres)

    return _voir


def liste_courte(nom):
    """The settings with the family of the clauses alone, over a year: solved in no time."""
    reglages = lire(nom)
    familles = [f for f in reglages["requetes"]["familles"] if f["nom"].startswith("Clauses")]
    return {**reglages, "requetes": {"annees": 1, "familles": familles}}


def titre(page):
    return simple(page.title[0].value)


def test_la_page_donne_le_constat_de_l_arrete():
    page = voir()
    assert not page.error
    assert titre(page) == (
        "72 333 heures d’insertion, soit 45,0 équivalents temps plein (base : 1 607 h par an) ; "
        "39 % des salariés habitent un QPV"
    )
    lu = mots(page)
    assert "72 333 h ÷ 1 607 h par an" in lu
    assert "Les 126 salariés des clauses sont tous accompagnés par le PLIE" in lu
    assert "n’en est comptée que la part de la période" in lu
    assert (
        tableau(page, "Heures et salariés des clauses par type de contrat, 2016")[-1][1] == "72 333"
    )


@pytest.mark.parametrize("filtre", [{}, {"commune": "21231"}])
def test_chaque_nombre_est_celui_de_la_commande_indicateurs(capsys, filtre):
    page = voir(**({"commune": "Dijon"} if filtre else {}))
    assert not page.error
    for dimension, legende, ident, rang in (
        ("type_contrat", "Clauses par type de contrat", "clauses_heures", 1),
        ("type_contrat", "Clauses par type de contrat", "clauses_salaries", 3),
        ("mois", "Heures de clauses par mois", "clauses_heures", 1),
        ("secteur", "Heures de clauses d’insertion par ", "clauses_heures", 1),
        ("sexe", "Salariés des clauses d’insertion", "clauses_salaries", 1),
        (
            "prescripteur",
            "Orientations vers les clauses d’insertion par ",
            "clauses_orientations",
            1,
        ),
    ):
        donne = indicateurs(capsys, dimension, **filtre)
        attendus = donne["ventilation"]["indicateurs"][ident]["modalites"].values()
        *lignes, ensemble = tableau(page, legende)
        assert sorted(ligne[rang] for ligne in lignes) == sorted(
            simple(nombre(cellule["valeur"])) for cellule in attendus
        )
        assert ensemble[rang] == simple(nombre(donne["indicateurs"][ident]["valeur"]))
    total = simple(nombre(donne["indicateurs"]["clauses_heures"]["valeur"]))
    for legende in ("Clauses par maître d’ouvrage", "Clauses par opération"):
        assert tableau(page, legende)[-1][1] == total
    sorties = donne["indicateurs"]["clauses_sorties_positives"]["valeur"]
    assert tableau(page, "Sorties positives des clauses, ")[-1][1] == nombre(sorties)


def indicateurs(capsys, dimension, **filtres):
    demande = ["--du", "2016-01-01", "--au", "2016-12-31", "--par", dimension, "--format", "json"]
    for nom, valeur in filtres.items():
        demande += [f"--{nom}", valeur]
    assert principal(["indicateurs", str(SNAPSHOTS / "2016-12-31"), *demande]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("profil", ["Financeur", "Public", "Référent"])
def test_un_profil_protege_ne_voit_que_la_liste_fermee(petit, profil):
    page = petit(profil=profil)
    lu = mots(page)
    assert "1 200 heures d’insertion" in lu
    (ctti,) = [
        ligne for ligne in tableau(page, "Clauses par type de contrat") if ligne[0] == "CTTI"
    ]
    assert ctti[3].startswith("masqué")
    assert "elle n’est pas ouverte au profil" in lu
    assert "Métropole" not in lu.replace("Dijon Métropole", "")
    assert "tel que publié" not in " ".join(e.label for e in page.main.expander)


def test_l_equipe_voit_les_marches_exacts(petit):
    page = petit(profil="Équipe")
    assert tableau(page, "Clauses par opération") == [
        ["Tram", "1 200", "12"],
        ["Ensemble", "1 200", "12"],
    ]


def test_une_table_absente_est_nommee_avec_ses_colonnes(petit):
    page = petit(sans=("clauses_contrats", "clauses_heures"))
    assert not page.error
    assert titre(page) == "Clauses d’insertion : l’extrait ne contient pas les données"
    lu = mots(page)
    assert "les tables « clauses_contrats » (contrats des clauses d’insertion) et" in lu
    assert "contrat_id, mois, heures" in lu
    assert "python -m plie_metrics importer DOSSIER --arrete AAAA-MM-JJ" in lu


def test_une_table_facultative_absente_n_arrete_que_sa_vue(petit):
    page = petit()
    assert "ne contient pas la table « clauses_sorties »" in mots(page)
    assert tableau(page, "Heures de clauses par mois")[2] == ["Mars 2016", "1 200"]
