"""The oldest snapshot of all still opens; a step of the schema is applied when it is read."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from plie_metrics.conservation.effacement import effacer
from plie_metrics.schema import SCHEMA_VERSION
from plie_metrics.stockage import lister, manifeste, migrations, ouvrir, snapshot
from plie_metrics.stockage.balayage_parquet import balayer_tables
from plie_metrics.stockage.migrations import MIGRATIONS, Migration
from tests.conservation.test_effacement import P1, QUAND
from tests.stockage import exemples

PLUS_ANCIEN = Path(__file__).parent / "version_1" / "2016-12-31"
"""Published once, when the schema was of version 1; never to be made again."""


def test_chaque_version_a_son_passage():
    assert [m.depuis for m in MIGRATIONS] == list(range(1, SCHEMA_VERSION))


def test_le_plus_ancien_arrete_s_ouvre():
    ancien = ouvrir(PLUS_ANCIEN)
    assert ancien.manifeste.version_schema == 1
    assert ancien.tables == {"participants": 2, "parcours": 3, "actions": 2}
    gens = ancien.table("participants").set_index("participant_id")
    assert gens.loc["P2", "commune"] == "21231"
    assert gens["annee_naissance"].tolist() == [1990, 1958]


def passage(nom, table):
    """Version 2, for this test: a structure that has changed its name."""
    if nom != "parcours":
        return table
    rang = table.column_names.index("structure")
    textes = table.column("structure").cast(pa.string())
    return table.set_column(rang, "structure", pc.replace_substring(textes, "CESAM", "Cesam 21"))


@pytest.fixture
def version_2(monkeypatch, tmp_path):
    for module in (manifeste, snapshot):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(migrations, "MIGRATIONS", (Migration(1, "essai", passage),))
    shutil.copytree(PLUS_ANCIEN, tmp_path / PLUS_ANCIEN.name)
    return tmp_path


def test_un_arrete_ancien_est_mis_au_schema_du_jour_sans_etre_reecrit(version_2):
    chemin = version_2 / PLUS_ANCIEN.name
    octets = {f.name: f.read_bytes() for f in chemin.iterdir()}
    ancien = ouvrir(chemin)
    assert not ancien.actuel
    assert ancien.table("parcours")["structure"].tolist() == ["IRFA", "Cesam 21", "IRFA"]
    assert "structure" in ancien.colonnes("parcours")
    balayee = balayer_tables(ancien, ["parcours"])["parcours"]
    assert ("Cesam 21",) in balayee.project("structure").fetchall()
    assert [e.etat for e in lister(version_2, complet=True)] == ["publie"]
    assert {f.name: f.read_bytes() for f in chemin.iterdir()} == octets


def test_un_arrete_ancien_reecrit_est_de_la_version_du_jour(version_2, monkeypatch):
    monkeypatch.setattr(manifeste.Manifeste.__init__, "__defaults__", (2,))
    effacer(version_2, P1, QUAND)
    neuf = ouvrir(version_2 / "2016-12-31.2")
    assert neuf.manifeste.version_schema == 2
    assert neuf.table("parcours")["structure"].tolist() == ["Cesam 21"]
    assert neuf.table("actions").equals(ouvrir(PLUS_ANCIEN).table("actions"))


def test_un_arrete_d_une_version_a_venir_est_refuse(tmp_path, monkeypatch):
    monkeypatch.setattr(manifeste.Manifeste.__init__, "__defaults__", (9,))
    exemples.publier_exemple(tmp_path)
    (entree,) = lister(tmp_path)
    assert "Mettez à jour le tableau de bord" in entree.erreur
