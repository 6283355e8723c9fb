"""A new extract beside the previous snapshot: rows, keys, values, and what moves unusually."""

import pytest

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.comparaison import Comparaison, comparer
from plie_metrics.importation.publication import publier
from plie_metrics.stockage import Snapshot, ouvrir
from tests.importation.extrait import ARRETE, Lignes, bon, ecrire


@pytest.fixture
def precedent(tmp_path) -> Snapshot:
    with analyser(ecrire(tmp_path / "avant", bon()), ARRETE) as rapport:
        return ouvrir(publier(rapport, tmp_path / "arretes"))


def comparaison(dossier, tables: dict[str, Lignes], precedent: Snapshot) -> Comparaison:
    with analyser(ecrire(dossier / "apres", tables), ARRETE) as rapport:
        assert rapport.publiable
        return comparer(rapport, precedent)


def test_le_meme_extrait_ne_bouge_pas(tmp_path, precedent):
    comparee = comparaison(tmp_path, bon(), precedent)
    assert comparee.precedent == "2016-12-31"
    assert comparee.signaux == ()
    assert [e.table for e in comparee.tables] == list(bon())
    for ecart in comparee.tables:
        assert ecart.avant == ecart.apres == len(bon()[ecart.table]) - 1
        assert (ecart.ajoutees, ecart.disparues, dict(ecart.modifiees)) == (0, 0, {})


def test_ce_qui_bouge_est_compte_et_dit(tmp_path, precedent):
    tables = bon()
    tables["participants"][1][4] = ""
    tables["entretiens"] = [*tables["entretiens"][:2], ["N9", "P3", "2016-12-31"]]
    del tables["clauses_orientations"]
    tables["actions"] = [
        ["action", "annee", "rang", "etape", "effectif", "objectif"],
        ["Atelier", "2016", "1", "Inscrits", "12", ""],
    ]
    comparee = comparaison(tmp_path, tables, precedent)
    ecarts = {ecart.table: ecart for ecart in comparee.tables}
    assert dict(ecarts["participants"].modifiees) == {"qpv": 1}
    assert (ecarts["entretiens"].ajoutees, ecarts["entretiens"].disparues) == (1, 1)
    assert (ecarts["actions"].avant, ecarts["actions"].apres) == (None, 1)
    assert comparee.signaux == (
        "participants : qpv a changé sur des lignes déjà connues : 1 (33,3\u202f%).",
        "participants : qpv est vide sur 67\u202f% des lignes, contre 33\u202f%.",
        "entretiens : lignes disparues depuis l’arrêté précédent : 1 (50,0\u202f%).",
        "clauses_orientations : la table n’est plus dans l’extrait.",
    )


def test_une_hausse_brusque_est_dite(tmp_path, precedent):
    tables = bon()
    tables["entretiens"] += [[f"Z{rang}", "P2", "2016-12-02"] for rang in range(9)]
    assert comparaison(tmp_path, tables, precedent).signaux == (
        "entretiens : le nombre de lignes passe de 2 à 11.",
    )


def test_une_cle_de_plusieurs_colonnes(tmp_path, precedent):
    tables = bon()
    tables["clauses_heures"][1][2] = "150"
    ecart = next(
        e for e in comparaison(tmp_path, tables, precedent).tables if e.table == "clauses_heures"
    )
    assert (ecart.ajoutees, ecart.disparues, dict(ecart.modifiees)) == (0, 0, {"heures": 1})
