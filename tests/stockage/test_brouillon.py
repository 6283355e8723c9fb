"""A draft written from outside, as the importer does with DuckDB."""

import os
import time
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from plie_metrics.schema import PRESCRIPTEURS, TABLES
from plie_metrics.stockage import PublicationImpossible, balayer, brouillon, lister, ouvrir
from plie_metrics.stockage.conversion import vers_arrow
from tests.stockage.exemples import ARRETE, PRODUIT_LE, parcours, participants, publier_exemple


def _ecrire(fichier: Path, donnees: pd.DataFrame) -> None:
    """Parquet by DuckDB: plain texts, no Arrow schema inside."""
    with duckdb.connect() as base:
        base.register("donnees", vers_arrow(TABLES[fichier.stem], donnees))
        base.execute(f"copy (from donnees) to '{fichier}' (format parquet, compression zstd)")


def test_les_fichiers_de_duckdb_deviennent_un_arrete(tmp_path: Path) -> None:
    with brouillon(tmp_path, ARRETE) as essai:
        _ecrire(essai.chemin("participants"), participants())
        _ecrire(essai.chemin("parcours"), parcours())
        assert lister(tmp_path) == ()
        chemin = essai.publier(produit_le=PRODUIT_LE, source="Essai")
    assert [fichier.name for fichier in tmp_path.iterdir()] == ["2016-12-31"]
    reference = ouvrir(publier_exemple(tmp_path / "autre"))
    lu = ouvrir(chemin)
    for nom in ("participants", "parcours"):
        pd.testing.assert_frame_equal(lu.table(nom), reference.table(nom))
    assert lu.table("parcours")["prescripteur"].cat.categories.tolist() == list(PRESCRIPTEURS)


@pytest.mark.parametrize(
    ("colonne", "sql", "message"),
    [
        ("prescripteur", "'voisin'", "prescripteur : « voisin » n’est pas prévu"),
        ("structure", "null::varchar", "structure : une cellule est vide"),
        ("date_entree", "'2016'", "date_entree : le type string ne convient pas"),
        ("nom", "'Dupont'", "« nom » n’est pas prévue"),
    ],
)
def test_un_brouillon_est_controle_avant_de_paraitre(
    tmp_path: Path, colonne: str, sql: str, message: str
) -> None:
    with (
        pytest.raises(PublicationImpossible, match=message),
        brouillon(tmp_path, ARRETE) as essai,
        duckdb.connect() as base,
    ):
        _ecrire(essai.chemin("participants"), participants())
        base.register("donnees", parcours())
        selection = (
            f"select * replace ({sql} as {colonne}) from donnees"
            if colonne in parcours()
            else f"select *, {sql} as {colonne} from donnees"
        )
        base.execute(f"copy ({selection}) to '{essai.chemin('parcours')}' (format parquet)")
        essai.publier(produit_le=PRODUIT_LE, source="Essai")
    assert list(tmp_path.iterdir()) == []


def test_sans_statistiques_les_cellules_vides_se_voient_encore(tmp_path: Path) -> None:
    donnees = vers_arrow(TABLES["participants"], participants())
    vide = donnees.set_column(3, "commune", [[None, "21231"]])
    with (
        pytest.raises(PublicationImpossible, match="commune : une cellule est vide"),
        brouillon(tmp_path, ARRETE) as essai,
    ):
        pq.write_table(vide, essai.chemin("participants"), write_statistics=False)
        _ecrire(essai.chemin("parcours"), parcours())
        essai.publier(produit_le=PRODUIT_LE, source="Essai")


def test_un_brouillon_abandonne_ne_laisse_rien(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), brouillon(tmp_path, ARRETE) as essai:
        _ecrire(essai.chemin("participants"), participants())
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def _vieillir(*chemins: Path) -> None:
    jadis = time.time() - 7200
    for chemin in chemins:
        os.utime(chemin, (jadis, jadis))


def test_les_restes_d_une_panne_sont_balayes_par_la_publication_suivante(tmp_path: Path) -> None:
    reste = tmp_path / ".brouillon-2016-12-31-abc"
    reste.mkdir()
    (reste / "parcours.parquet").write_bytes(b"moi")
    journal = tmp_path / ".brouillon-2016-12-31.retrait.json-123"
    journal.write_text("{")
    _vieillir(reste / "parcours.parquet", reste, journal)
    recent = tmp_path / ".brouillon-2016-12-31-def"
    recent.mkdir()
    publier_exemple(tmp_path)
    assert sorted(chemin.name for chemin in tmp_path.iterdir()) == [recent.name, "2016-12-31"]
    assert [entree.nom for entree in lister(tmp_path)] == ["2016-12-31"]


def test_un_brouillon_au_travail_n_est_jamais_balaye(tmp_path: Path) -> None:
    with brouillon(tmp_path, ARRETE) as lent:
        _ecrire(lent.chemin("participants"), participants())
        _ecrire(lent.chemin("parcours"), parcours())
        _vieillir(*lent.chantier.iterdir(), lent.chantier)
        balayer(tmp_path)
        assert lent.publier(produit_le=PRODUIT_LE, source="Essai").name == "2016-12-31"
