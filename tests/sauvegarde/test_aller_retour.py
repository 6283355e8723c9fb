"""A backup restored into an empty folder gives every file and every figure back."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from plie_metrics.commandes import principal
from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.sauvegarde.erreurs import RestaurationImpossible, SauvegardeImpossible
from plie_metrics.sauvegarde.inventaire import INVENTAIRE
from plie_metrics.sauvegarde.restauration import restaurer
from plie_metrics.stockage import retirer
from plie_metrics.stockage.balayage import verrou
from plie_metrics.stockage.solutions import CoffreDisque
from tests.conservation.exemples import publier_gens

QUAND = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
DEMANDES = (
    ["--du", "2016-01-01", "--au", "2016-06-30"],
    ["--du", "2016-01-01", "--au", "2016-03-31", "--commune", "21231"],
    ["--du", "2015-01-01", "--au", "2016-06-30", "--sexe", "F", "--par", "prescripteur"],
    ["--du", "2015-01-01", "--au", "2015-12-31", "--referent", "R-P1", "--profil", "referent"],
)


@pytest.fixture
def donnees(tmp_path) -> Path:
    """A data folder with everything that lives in one."""
    dossier = tmp_path / "data"
    publier_gens(dossier / "snapshots", "P1", "P2", arrete=date(2016, 6, 30))
    retire = publier_gens(dossier / "snapshots", "P1", "P2", "P3")
    retirer(publier_gens(dossier / "snapshots", "P1"), "faux", le=date(2017, 1, 2))
    assert retire.name == "2016-12-31"
    CoffreDisque(dossier / "snapshots").ecrire("2016-12-31.public.0a.tables", b"{}")
    (dossier / "copil" / "2017-01").mkdir(parents=True)
    (dossier / "copil" / "2017-01" / "edition.json").write_text("{}", encoding="utf-8")
    (dossier / "plie.toml").write_text("[plie]\n", encoding="utf-8")
    (dossier / "journal").mkdir()
    (dossier / "journal" / "acces.jsonl").write_text("{}\n", encoding="utf-8")
    (dossier / "snapshots" / ".brouillon-2016-09-30-x").mkdir()
    (dossier / "snapshots" / ".brouillon-2016-09-30-x" / "parcours.parquet").touch()
    return dossier


def fichiers(dossier: Path) -> dict[str, bytes]:
    return {
        f.relative_to(dossier).as_posix(): f.read_bytes()
        for f in dossier.rglob("*.*")
        if f.is_file() and ".brouillon-" not in str(f)
    }


def figures(snapshots: Path, capsysbinary) -> list[bytes]:
    sorties = []
    for arrete, demande in (*(("2016-12-31", d) for d in DEMANDES), ("2016-06-30", DEMANDES[0])):
        arguments = ["indicateurs", str(snapshots / arrete), *demande, "--format", "json"]
        assert principal(arguments) == 0
        sorties.append(capsysbinary.readouterr().out)
    return sorties


def test_chaque_fichier_et_chaque_chiffre_reviennent(donnees, tmp_path, capsysbinary):
    archive, neuf = tmp_path / "s.zip", tmp_path / "neuf"
    avant = figures(donnees / "snapshots", capsysbinary)  # what it solves is saved too
    assert principal(["sauvegarder", str(archive), "--donnees", str(donnees)]) == 0
    assert principal(["restaurer", str(archive), "--vers", str(neuf)]) == 0
    assert "sont à effacer de nouveau" in capsysbinary.readouterr().out.decode()
    assert fichiers(neuf) == fichiers(donnees)
    assert figures(neuf / "snapshots", capsysbinary) == avant
    chiffres = json.loads(avant[0])["indicateurs"]
    assert chiffres["personnes_accompagnees"]["valeur"] == 3
    assert not list(neuf.parent.glob(".*"))


def test_seul_son_proprietaire_lit_une_sauvegarde(donnees, tmp_path):
    sauvegarder(donnees, tmp_path / "s.zip", QUAND, None)
    assert (tmp_path / "s.zip").stat().st_mode & 0o077 == 0
    restaurer(tmp_path / "s.zip", tmp_path / "neuf")
    assert (tmp_path / "neuf").stat().st_mode & 0o077 == 0


def test_sans_le_journal(donnees, tmp_path):
    noms = sauvegarder(donnees, tmp_path / "s.zip", QUAND, None).fichiers
    assert not [nom for nom in noms if nom.startswith("journal")]
    assert "snapshots/.secret/2016-12-31.public.0a.tables.gz" in noms
    assert "copil/2017-01/edition.json" in noms


def test_le_journal_tenu_ailleurs_est_pris_aussi(donnees, tmp_path):
    ailleurs = tmp_path / "ailleurs"
    ailleurs.mkdir()
    (ailleurs / "acces.jsonl.1").write_text("{}\n", encoding="utf-8")
    noms = sauvegarder(donnees, tmp_path / "s.zip", QUAND, ailleurs).fichiers
    assert [nom for nom in noms if nom.startswith("journal")] == ["journal/acces.jsonl.1"]


def test_rien_n_est_recouvert(donnees, tmp_path):
    archive = tmp_path / "s.zip"
    sauvegarder(donnees, archive, QUAND, None)
    octets = archive.read_bytes()
    with pytest.raises(SauvegardeImpossible, match="existe déjà"):
        sauvegarder(donnees, archive, QUAND, None)
    assert archive.read_bytes() == octets
    with pytest.raises(RestaurationImpossible, match="n’est pas vide"):
        restaurer(archive, donnees)


def test_un_dossier_vide_convient(donnees, tmp_path):
    sauvegarder(donnees, tmp_path / "s.zip", QUAND, None)
    (tmp_path / "vide").mkdir()
    restaurer(tmp_path / "s.zip", tmp_path / "vide")
    assert (tmp_path / "vide" / "plie.toml").is_file()


def test_pas_de_sauvegarde_pendant_un_effacement(donnees, tmp_path):
    with verrou(donnees / "snapshots"), pytest.raises(SauvegardeImpossible, match="en cours"):
        sauvegarder(donnees, tmp_path / "s.zip", QUAND, None)
    assert not list(tmp_path.glob("*s.zip*"))


@pytest.mark.parametrize("nom", ["../dehors.txt", "/etc/dehors", "C:\\dehors", "a\\..\\b"])
def test_une_sauvegarde_ne_peut_pas_ecrire_ailleurs(tmp_path, nom):
    with ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.writestr(nom, b"x")
        archive.writestr(
            INVENTAIRE, json.dumps({"version": 1, "quand": "", "fichiers": {nom: "0"}})
        )
    with pytest.raises(RestaurationImpossible, match="abîmée"):
        restaurer(tmp_path / "s.zip", tmp_path / "neuf")
    assert [f.name for f in tmp_path.iterdir()] == ["s.zip"]
