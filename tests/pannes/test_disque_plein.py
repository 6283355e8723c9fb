"""The disk is full at any instant: nothing is lost, a French sentence, and one can do it again."""

import pytest

from plie_metrics.sauvegarde.erreurs import RestaurationImpossible, SauvegardeImpossible
from plie_metrics.stockage import PublicationImpossible, lister, ouvrir
from tests.conservation.exemples import publier_gens
from tests.pannes.disque import jusqu_au_bout, lecture_seule
from tests.pannes.gestes import effacer_p1, restaurer_ici, sauvegarder_ici

PEU = ("participants", "parcours")


def gens(dossier):
    return [
        ouvrir(e.chemin).table("participants")["participant_id"].tolist()
        for e in lister(dossier, complet=True)
    ]


def test_disque_plein_en_publiant(tmp_path, monkeypatch):
    publier_gens(tmp_path, "P1", gardees=PEU)

    def publier():
        assert gens(tmp_path) == [["P1"]]
        publier_gens(tmp_path, "P2", gardees=PEU)

    dits = jusqu_au_bout(monkeypatch, publier, PublicationImpossible)
    assert len(dits) >= 4
    assert all("Rien n’a été publié" in dit and "le disque est plein" in dit for dit in dits)


def test_disque_plein_en_effacant(tmp_path, monkeypatch):
    publier_gens(tmp_path, "P1", "P2", gardees=PEU)

    def effacer():
        assert gens(tmp_path)[-1] in (["P1", "P2"], ["P2"])
        effacer_p1(tmp_path)

    dits = jusqu_au_bout(monkeypatch, effacer, PublicationImpossible)
    assert len(dits) >= 8
    assert all("le disque est plein" in dit for dit in dits)
    assert gens(tmp_path) == [["P2"]]


def test_disque_plein_en_sauvegardant_et_en_restaurant(tmp_path, monkeypatch):
    publier_gens(tmp_path / "data" / "snapshots", "P1", gardees=PEU)

    def sauvegarder():
        assert not (tmp_path / "s.zip").exists()
        sauvegarder_ici(tmp_path)

    def restaurer():
        assert not (tmp_path / "neuf").exists()
        restaurer_ici(tmp_path)

    with monkeypatch.context() as patch:
        # the last flush comes after the name is given: the file is whole by then
        patch.setattr("plie_metrics.sauvegarde.archive.assurer", lambda _: None)
        patch.setattr("plie_metrics.sauvegarde.restauration.assurer", lambda _: None)
        assert len(jusqu_au_bout(monkeypatch, sauvegarder, SauvegardeImpossible)) >= 1
        assert len(jusqu_au_bout(monkeypatch, restaurer, RestaurationImpossible)) >= 3
    assert gens(tmp_path / "neuf" / "snapshots") == [["P1"]]
    assert not [f.name for f in tmp_path.iterdir() if f.name.startswith(".")]


@pytest.mark.parametrize(
    ("geste", "refus"),
    [
        (effacer_p1, PublicationImpossible),
        (lambda d: publier_gens(d, "P9"), PublicationImpossible),
        (sauvegarder_ici, SauvegardeImpossible),
    ],
)
def test_dossier_en_lecture_seule(tmp_path, monkeypatch, geste, refus):
    publier_gens(tmp_path, "P1", "P2")
    (tmp_path / "data").mkdir()
    with lecture_seule(monkeypatch), pytest.raises(refus, match="en lecture seule"):
        geste(tmp_path)
    assert gens(tmp_path) == [["P1", "P2"]]
