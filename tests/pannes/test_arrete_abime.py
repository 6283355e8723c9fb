"""A damaged snapshot is refused by name, with the file and the remedy; the others stay usable."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plie_metrics.stockage import InstantaneIllisible, lister, ouvrir
from plie_metrics.stockage.disque import sha256
from plie_metrics.stockage.manifeste import _empreinte
from tests.stockage.exemples import publier_exemple

REMEDE = "Les autres arrêtés restent utilisables."


@pytest.fixture
def instantane(tmp_path: Path) -> Path:
    """One good snapshot beside the one that will be damaged."""
    publier_exemple(tmp_path, date(2016, 9, 30))
    return publier_exemple(tmp_path)


def _refus(instantane: Path) -> InstantaneIllisible:
    with pytest.raises(InstantaneIllisible) as capture:
        ouvrir(instantane)
    assert capture.value.nom == "2016-12-31"
    assert "« 2016-12-31 »" in str(capture.value)
    assert REMEDE in str(capture.value)
    assert ouvrir(instantane.with_name("2016-09-30")).tables["parcours"] == 3
    return capture.value


def _retoucher(instantane: Path, changement: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest as a forger would: its own fingerprint follows."""
    fichier = instantane / "manifest.json"
    contenu = json.loads(fichier.read_text())
    contenu.pop("empreinte")
    changement(contenu)
    fichier.write_text(json.dumps({**contenu, "empreinte": _empreinte(contenu)}))


def test_fichier_tronque(instantane: Path) -> None:
    fichier = instantane / "parcours.parquet"
    fichier.write_bytes(fichier.read_bytes()[:-10])
    refus = _refus(instantane)
    assert refus.fichier == "parcours.parquet"
    assert "le fichier parcours.parquet est tronqué" in str(refus)
    assert [(e.nom, e.etat) for e in lister(instantane.parent)] == [
        ("2016-09-30", "publie"),
        ("2016-12-31", "illisible"),
    ]


def test_chaque_octet_compte(instantane: Path) -> None:
    fichier = instantane / "participants.parquet"
    sain = fichier.read_bytes()
    for rang in range(0, len(sain), 97):
        fichier.write_bytes(sain[:rang] + bytes([sain[rang] ^ 1]) + sain[rang + 1 :])
        assert "participants.parquet a été modifié" in str(_refus(instantane))
    fichier.write_bytes(sain)
    assert ouvrir(instantane).tables["participants"] == 2
    assert [e.etat for e in lister(instantane.parent, complet=True)] == ["publie", "publie"]


def test_la_liste_complete_voit_un_octet_change(instantane: Path) -> None:
    fichier = instantane / "participants.parquet"
    sain = fichier.read_bytes()
    fichier.write_bytes(sain[:50] + bytes([sain[50] ^ 1]) + sain[51:])
    entree = lister(instantane.parent, complet=True)[-1]
    assert entree.etat == "illisible"
    assert "participants.parquet a été modifié" in entree.erreur


def test_fichier_allonge(instantane: Path) -> None:
    with (instantane / "parcours.parquet").open("ab") as flux:
        flux.write(b"x")
    assert "le fichier parcours.parquet a été modifié" in str(_refus(instantane))


def test_fichier_manquant(instantane: Path) -> None:
    (instantane / "actions.parquet").unlink()
    assert "le fichier actions.parquet manque" in str(_refus(instantane))


def test_manifeste_manquant(instantane: Path) -> None:
    (instantane / "manifest.json").unlink()
    assert "le manifeste manifest.json manque" in str(_refus(instantane))


@pytest.mark.parametrize("contenu", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_manifeste_illisible(instantane: Path, contenu: bytes) -> None:
    (instantane / "manifest.json").write_bytes(contenu)
    assert "le manifeste manifest.json n’est pas lisible" in str(_refus(instantane))


@pytest.mark.parametrize("contenu", [b"[]", b"3", b"{}", b'{"tables": 3, "arrete": "2016-12-31"}'])
def test_manifeste_sans_la_forme(instantane: Path, contenu: bytes) -> None:
    (instantane / "manifest.json").write_bytes(contenu)
    assert "le manifeste manifest.json n’a pas la forme attendue" in str(_refus(instantane))


def test_une_mention_retouchee_dans_le_manifeste_se_voit(instantane: Path) -> None:
    fichier = instantane / "manifest.json"
    texte = fichier.read_text()
    fichier.write_text(texte.replace('"demonstration": false', '"demonstration": true'))
    assert "le manifeste manifest.json a été modifié" in str(_refus(instantane))


def test_un_schema_plus_recent_demande_une_mise_a_jour(instantane: Path) -> None:
    _retoucher(instantane, lambda contenu: contenu.update(version_schema=2, nouveau={}))
    refus = _refus(instantane)
    assert "il suit la version 2 du schéma" in str(refus)
    assert "Mettez à jour le tableau de bord." in str(refus)


def test_une_table_indispensable_absente_du_manifeste(instantane: Path) -> None:
    _retoucher(instantane, lambda contenu: contenu["tables"].pop("participants"))
    assert "la table participants, indispensable," in str(_refus(instantane))


def test_une_table_inconnue_ne_designe_aucun_fichier(instantane: Path) -> None:
    def ajouter(contenu: dict[str, Any]) -> None:
        contenu["tables"]["../2016-09-30/parcours"] = contenu["tables"]["parcours"]

    _retoucher(instantane, ajouter)
    assert "cite une table inconnue" in str(_refus(instantane))


def test_un_dossier_renomme_ne_change_pas_de_date(instantane: Path) -> None:
    ailleurs = instantane.rename(instantane.with_name("2015-12-31"))
    with pytest.raises(InstantaneIllisible, match="celui de l’arrêté du 31/12/2016"):
        ouvrir(ailleurs)


def test_une_copie_sous_un_autre_nom_s_ouvre(instantane: Path, tmp_path: Path) -> None:
    copie = instantane.rename(tmp_path / "copie")
    assert ouvrir(copie).edition == 1


def _remplacer_table(instantane: Path, donnees: Any, **fiche: Any) -> None:
    fichier = instantane / "actions.parquet"
    pq.write_table(donnees, fichier)
    vrai = {"sha256": sha256(fichier), "octets": fichier.stat().st_size}
    _retoucher(instantane, lambda c: c["tables"]["actions"].update({**vrai, **fiche}))


@pytest.mark.parametrize(
    ("colonne", "valeurs", "fiche", "message"),
    [
        (None, None, {"lignes": 3}, "contient 2 lignes au lieu de 3"),
        (None, None, {"colonnes": ["action"]}, "n’a pas les colonnes que son manifeste annonce"),
        ("annee", ["a", "b"], {}, "n’a pas le bon type dans la colonne « annee »"),
        ("nom", ["a", "b"], {}, "contient la colonne « nom », qui n’est pas prévue"),
    ],
)
def test_un_manifeste_qui_ment_sur_la_forme(
    instantane: Path, colonne: str | None, valeurs: Any, fiche: dict[str, Any], message: str
) -> None:
    donnees = pq.read_table(instantane / "actions.parquet")
    if colonne is not None:
        garde = [nom for nom in donnees.column_names if nom != colonne]
        donnees = donnees.select(garde).append_column(colonne, pa.array(valeurs))
        fiche = {**fiche, "colonnes": donnees.column_names}
    _remplacer_table(instantane, donnees, **fiche)
    assert message in str(_refus(instantane))


def test_une_colonne_indispensable_absente(instantane: Path) -> None:
    donnees = pq.read_table(instantane / "actions.parquet").drop_columns(["rang"])
    _remplacer_table(instantane, donnees, colonnes=donnees.column_names)
    assert "n’a pas la colonne « rang »" in str(_refus(instantane))


def test_ce_qui_n_est_pas_du_parquet(instantane: Path) -> None:
    fichier = instantane / "actions.parquet"
    fichier.write_bytes(b"PAR1 rien PAR1")
    vrai = {"sha256": sha256(fichier), "octets": fichier.stat().st_size}
    _retoucher(instantane, lambda c: c["tables"]["actions"].update(vrai))
    assert "le fichier actions.parquet n’est pas lisible" in str(_refus(instantane))


def test_un_fichier_abime_apres_l_ouverture_est_encore_refuse(instantane: Path) -> None:
    ouvert = ouvrir(instantane)
    fichier = instantane / "parcours.parquet"
    sain = fichier.read_bytes()
    fichier.write_bytes(sain[:60] + bytes([sain[60] ^ 1]) + sain[61:])
    with pytest.raises(InstantaneIllisible, match="a été modifié"):
        ouvert.table("parcours")
    fichier.unlink()
    with pytest.raises(InstantaneIllisible, match="manque"):
        ouvert.table("parcours")


def test_un_dossier_absent(tmp_path: Path) -> None:
    with pytest.raises(InstantaneIllisible, match="ce dossier n’existe pas"):
        ouvrir(tmp_path / "2016-12-31")
    assert lister(tmp_path / "nulle-part") == ()
