"""The command: integrity first, then what to repair; exit 1 when damaged."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from plie_metrics.commandes import verifier
from plie_metrics.stockage import InstantaneIllisible, retirer
from tests.stockage.exemples import parcours, participants, publier_exemple


def _lancer(chemin: Path, *options: str) -> int:
    analyseur = argparse.ArgumentParser()
    verifier.declarer(analyseur.add_subparsers())
    demande = analyseur.parse_args(["verifier", str(chemin), *options])
    return demande.executer(demande)


def test_un_arrete_intact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chemin = publier_exemple(
        tmp_path, demonstration=True, avertissements=["Une personne a 66 ans."]
    )
    assert _lancer(chemin) == 0
    sortie = capsys.readouterr().out
    assert "Arrêté au 31\u00a0décembre 2016 (2016-12-31) — données de démonstration" in sortie
    assert "l’arrêté est intact" in sortie
    assert "Avertissement à l’import : Une personne a 66 ans." in sortie
    assert "participants.niveau_formation : 50,0\u202f% (1 sur 2)" in sortie
    assert "1. [À compléter] Le niveau de formation de participants" in sortie
    assert "- P1 (référent R2)" in sortie


def test_un_arrete_retire_le_dit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chemin = publier_exemple(tmp_path)
    retirer(chemin, "Mauvais fichier", le=date(2017, 1, 9))
    assert _lancer(chemin) == 0
    assert "arrêté retiré le 9\u00a0janvier 2017 (Mauvais fichier)" in capsys.readouterr().out


def test_rien_a_reparer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gens = participants().assign(niveau_formation="V")
    chemin = publier_exemple(tmp_path, tables={"participants": gens, "parcours": parcours()})
    assert _lancer(chemin) == 0
    sortie = capsys.readouterr().out
    assert "Complétude : tous les champs sont renseignés." in sortie
    assert "Qualité : rien à réparer." in sortie


def test_les_cas_sont_tous_la_sur_demande(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noms = [f"P{n}" for n in range(1, 9)]
    modele = participants().iloc[[1]]
    gens = modele.loc[modele.index.repeat(8)].assign(participant_id=noms)
    suivis = parcours().iloc[[1]]
    suivis = suivis.loc[suivis.index.repeat(8)].assign(
        parcours_id=[f"K{n}" for n in range(8)], participant_id=noms
    )
    chemin = publier_exemple(tmp_path, tables={"participants": gens, "parcours": suivis})
    _lancer(chemin)
    court = capsys.readouterr().out
    assert "… et 3\u00a0autres cas (--tout)" in court
    assert "- P8" not in court
    _lancer(chemin, "--tout")
    assert "- P8" in capsys.readouterr().out


def test_un_arrete_abime_est_refuse(tmp_path: Path) -> None:
    chemin = publier_exemple(tmp_path)
    (chemin / "parcours.parquet").unlink()
    with pytest.raises(InstantaneIllisible, match=r"parcours\.parquet manque"):
        _lancer(chemin)
