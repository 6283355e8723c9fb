"""A withdrawn snapshot is hidden with a reason, listed as such, and can come back."""

from datetime import date
from pathlib import Path

import pytest

from plie_metrics.stockage import (
    Geste,
    InstantaneIllisible,
    RetraitImpossible,
    en_usage,
    journal,
    lister,
    ouvrir,
    retablir,
    retirer,
)
from tests.stockage.exemples import publier_exemple

LE = date(2017, 1, 9)


def test_retirer_puis_retablir(tmp_path: Path) -> None:
    premiere = publier_exemple(tmp_path)
    seconde = publier_exemple(tmp_path, source="Correction")
    avant = {f.name: f.read_bytes() for f in seconde.iterdir()}
    assert [e.nom for e in en_usage(tmp_path)] == ["2016-12-31.2"]
    retirer(seconde, "  Mauvais fichier ", le=LE, par="coordination")
    attendu = Geste("retrait", "Mauvais fichier", LE, "coordination")
    assert [(e.nom, e.etat, e.retrait) for e in lister(tmp_path)] == [
        ("2016-12-31", "publie", None),
        ("2016-12-31.2", "retire", attendu),
    ]
    assert [e.nom for e in en_usage(tmp_path)] == [premiere.name]
    assert ouvrir(seconde).retrait == attendu
    retablir(seconde, "Le fichier était bon", le=LE)
    assert [e.nom for e in en_usage(tmp_path)] == ["2016-12-31.2"]
    assert [geste.geste for geste in journal(seconde)] == ["retrait", "retablissement"]
    assert {f.name: f.read_bytes() for f in seconde.iterdir()} == avant


def test_le_numero_d_un_arrete_retire_n_est_pas_repris(tmp_path: Path) -> None:
    retirer(publier_exemple(tmp_path), "Erreur", le=LE)
    assert publier_exemple(tmp_path).name == "2016-12-31.2"
    assert [e.etat for e in lister(tmp_path)] == ["retire", "publie"]


def test_gestes_impossibles(tmp_path: Path) -> None:
    chemin = publier_exemple(tmp_path)
    with pytest.raises(RetraitImpossible, match="le motif est vide"):
        retirer(chemin, "  ", le=LE)
    with pytest.raises(RetraitImpossible, match="n’est pas retiré"):
        retablir(chemin, "Pourquoi", le=LE)
    with pytest.raises(RetraitImpossible, match="« 2015-12-31 » n’existe pas"):
        retirer(tmp_path / "2015-12-31", "Erreur", le=LE)
    retirer(chemin, "Erreur", le=LE)
    with pytest.raises(RetraitImpossible, match="est déjà retiré"):
        retirer(chemin, "Erreur", le=LE)


@pytest.mark.parametrize("contenu", ["", "[]", '{"gestes": [{"geste": "oubli"}]}', '{"gestes": 1}'])
def test_un_journal_abime_ne_remet_pas_l_arrete_en_usage(tmp_path: Path, contenu: str) -> None:
    chemin = publier_exemple(tmp_path)
    retirer(chemin, "Erreur", le=LE)
    (tmp_path / "2016-12-31.retrait.json").write_text(contenu)
    with pytest.raises(InstantaneIllisible, match=r"2016-12-31\.retrait\.json n’est pas lisible"):
        ouvrir(chemin)
    assert [e.etat for e in lister(tmp_path)] == ["illisible"]
    assert en_usage(tmp_path) == ()


def test_un_arrete_abime_peut_etre_retire(tmp_path: Path) -> None:
    chemin = publier_exemple(tmp_path)
    (chemin / "parcours.parquet").unlink()
    retirer(chemin, "Endommagé", le=LE)
    entree = lister(tmp_path)[0]
    assert entree.etat == "illisible"
    assert entree.retrait is not None
