"""What is prepared after publishing, and what a failure there must not harm."""

import subprocess
import sys
from datetime import date

import pytest

from plie_metrics.chemins import RACINE
from plie_metrics.commandes import preparer as commande
from plie_metrics.commandes import principal
from plie_metrics.secret import preparation
from plie_metrics.stockage import ouvrir
from tests.pages.arretes import publier_essai


@pytest.fixture
def arrete(tmp_path):
    return publier_essai(tmp_path, date(2016, 12, 31))


@pytest.mark.parametrize(
    "panne", [OSError("disque plein"), RuntimeError("mort"), KeyboardInterrupt]
)
def test_une_panne_ou_une_interruption_laisse_l_arrete_publie(panne, arrete, monkeypatch, capsys):
    def tomber(*_):
        raise panne

    monkeypatch.setattr(preparation, "preparer", tomber)
    assert not commande.preparer_apres([arrete], arrete.parent)
    assert "Les arrêtés publiés sont intacts" in capsys.readouterr().err
    assert ouvrir(arrete).tables["parcours"] == 3


def test_un_arrete_trop_grand_attend_sa_premiere_ouverture(arrete, monkeypatch, capsys):
    monkeypatch.setattr(commande, "LIGNES_MAX", 2)
    assert commande.preparer_apres([arrete], arrete.parent)
    assert "trop grand pour être préparé" in capsys.readouterr().err
    assert not (arrete.parent / ".secret").exists()


def test_preparer_dit_ce_qui_est_pret_et_ne_le_refait_pas(arrete, capfd):
    # in a process of its own: helpers start from the main module, which tests of pages replace
    commande = [sys.executable, "-m", "plie_metrics", "preparer", "--vers", str(arrete.parent)]
    fait = subprocess.run(commande, cwd=RACINE, capture_output=True, text=True, check=True)
    assert fait.stdout == ""
    assert "2016-12-31" in fait.stderr
    assert "(2 sur 2)" in fait.stderr
    assert len(list((arrete.parent / ".secret").iterdir())) == 4
    assert principal(["preparer", "--vers", str(arrete.parent)]) == 0
    assert capfd.readouterr().err == ""
