"""A download: checked at the click, written in the journal, and the only way out of a page."""

import logging
import time
from functools import partial

import pytest

from pages._acces.compte import CompteRefuse
from pages._acces.droits import lire_droits
from pages._acces.export import _fournir
from pages._acces.identite import reconnaitre
from pages._acces.journal import JOURNAL
from plie_metrics.chemins import RACINE
from tests.acces.exemples import AUTH, COMPTES, REGLAGES


@pytest.fixture
def secrets(tmp_path, monkeypatch):
    fichier = tmp_path / "secrets.toml"
    fichier.write_text(AUTH + COMPTES, encoding="utf-8")
    monkeypatch.setattr("pages._acces.identite.fichiers_secrets", lambda: [fichier])
    return fichier


@pytest.fixture
def bouton(secrets):
    dit = {"email": "coordination@exemple.fr", "iat": time.time(), "sub": "export"}
    demandeur = reconnaitre(dit, lire_droits([secrets]), REGLAGES, time.time())
    return partial(_fournir, lambda: b"a;b", demandeur, "qualite", "plie-qualite.csv")


def test_le_clic_fournit_et_note(bouton, caplog):
    caplog.set_level(logging.INFO, JOURNAL.name)
    assert bouton() == b"a;b"
    assert [ligne.fait for ligne in caplog.records] == [
        {
            "action": "export",
            "qui": "coordination@exemple.fr",
            "profil": "coordination",
            "page": "qualite",
            "objet": "plie-qualite.csv",
        }
    ]


@pytest.mark.parametrize("comptes", ["", '[acces.comptes]\n"coordination@exemple.fr" = "public"'])
def test_un_compte_retire_ou_change_depuis_n_obtient_rien(bouton, secrets, comptes, caplog):
    caplog.set_level(logging.INFO, JOURNAL.name)
    secrets.write_text(AUTH + comptes, encoding="utf-8")
    with pytest.raises(CompteRefuse):
        bouton()
    assert not caplog.records


def test_aucune_page_ne_telecharge_sans_passer_par_la():
    directs = {
        fichier.relative_to(RACINE).as_posix()
        for fichier in (RACINE / "pages").rglob("*.py")
        if "download_button(" in fichier.read_text(encoding="utf-8")
    }
    assert directs == {"pages/_acces/export.py"}
