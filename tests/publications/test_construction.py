"""Published figures: the transcriptions and what is built from them agree; bad files are named."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.commandes import principal
from plie_metrics.publications.chiffre import COLONNES, ChiffreAbsent
from plie_metrics.publications.construction import (
    TranscriptionInvalide,
    construire,
    lire_csv,
    lire_documents,
)
from plie_metrics.publications.lecture import (
    PublicationIllisible,
    documents_publies,
    lire_declaration,
    ouvrir,
)

DOCUMENTS = sorted(lire_documents(PUBLICATIONS))
LIGNE = {
    "id": "x.entrees",
    "document": "essai",
    "section": "Les entrées",
    "tableau": "entrees",
    "ligne": "Entrées",
    "colonne": "Nombre",
    "modalites": "sexe=F;classe_age=15-24",
    "debut": "2016-01-01",
    "fin": "2016-12-31",
    "nature": "realisation",
    "unite": "entrees",
    "valeur": "570",
    "numerateur": "",
    "denominateur": "",
    "imprime": "570",
    "indicateur": "entrees",
    "note": "",
}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "documents.toml").write_text(
        '[essai]\ntitre = "Document d\'essai"\nauteur = "X"\nannee = 2016\nterritoire = "Y"\n'
    )
    ecrire(tmp_path, LIGNE)
    return tmp_path


def ecrire(dossier: Path, *lignes: dict[str, str]) -> None:
    with (dossier / "essai.csv").open("w", encoding="utf-8", newline="") as flux:
        redaction = csv.DictWriter(flux, COLONNES)
        redaction.writeheader()
        redaction.writerows(lignes)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_le_parquet_livre_dit_ce_que_dit_la_transcription(document):
    """Compared cell by cell with a plain reading of the CSV, not with the builder's."""
    chiffres = ouvrir(PUBLICATIONS, document).chiffres
    with (PUBLICATIONS / f"{document}.csv").open(encoding="utf-8", newline="") as flux:
        lignes = list(csv.DictReader(flux))
    assert len(chiffres) == len(lignes) > 0
    for chiffre, ligne in zip(chiffres, lignes, strict=True):
        assert chiffre.id == ligne["id"]
        assert chiffre.document == document
        assert chiffre.imprime == ligne["imprime"] != ""
        assert chiffre.valeur == (float(ligne["valeur"]) if ligne["valeur"] else None)
        assert (chiffre.fin.isoformat() if chiffre.fin else "") == ligne["fin"]
        assert ";".join(f"{k}={v}" for k, v in chiffre.modalites.items()) == ligne["modalites"]


def test_les_parquets_livres_sont_ceux_que_la_commande_construit(tmp_path):
    for motif in ("*.csv", "*.toml", "rapprochements/*.toml"):
        for fichier in PUBLICATIONS.glob(motif):
            copie = tmp_path / fichier.relative_to(PUBLICATIONS)
            copie.parent.mkdir(exist_ok=True)
            shutil.copy(fichier, copie)
    construire(tmp_path)
    assert (tmp_path / "manifest.json").read_bytes() == (
        PUBLICATIONS / "manifest.json"
    ).read_bytes()


def test_construire_puis_ouvrir(dossier):
    construire(dossier)
    chiffre = ouvrir(dossier, "essai").chiffre("x.entrees")
    assert chiffre.nombre == 570
    assert chiffre.modalites == {"sexe": "F", "classe_age": "15-24"}
    assert (chiffre.debut, chiffre.fin) == (date(2016, 1, 1), date(2016, 12, 31))
    assert not list(dossier.glob("*.tmp"))


def test_tableau_filtre_par_attribut_et_par_modalite(dossier):
    homme = {**LIGNE, "id": "x.h", "modalites": "sexe=H", "colonne": "%"}
    ecrire(dossier, LIGNE, homme)
    construire(dossier)
    essai = ouvrir(dossier, "essai")
    assert [c.id for c in essai.tableau("entrees", sexe="H")] == ["x.h"]
    assert [c.id for c in essai.tableau("entrees", colonne="Nombre")] == ["x.entrees"]


def test_un_chiffre_absent_est_nomme(dossier):
    construire(dossier)
    essai = ouvrir(dossier, "essai")
    with pytest.raises(ChiffreAbsent, match=r"« x\.rien » manque dans « Document d'essai »"):
        essai.chiffre("x.rien")
    with pytest.raises(ChiffreAbsent, match="tableau publié « rien »"):
        essai.tableau("rien")


def test_un_texte_n_est_pas_un_nombre(dossier):
    ecrire(dossier, {**LIGNE, "valeur": "", "unite": "texte"})
    construire(dossier)
    with pytest.raises(ChiffreAbsent, match=r"« x\.entrees » n'est pas un nombre"):
        ouvrir(dossier, "essai").valeur("x.entrees")


@pytest.mark.parametrize(
    ("colonne", "valeur", "message"),
    [
        ("valeur", "1 136", r"essai\.csv, ligne 2, colonne valeur : « 1 136 » n'est pas un nombre"),
        ("fin", "31/12/2016", "colonne fin : « 31/12/2016 » n'est pas une date AAAA-MM-JJ"),
        ("nature", "estimation", "colonne nature : « estimation » n'est pas prévu"),
    ],
)
def test_une_cellule_fautive_est_nommee(dossier, colonne, valeur, message):
    ecrire(dossier, {**LIGNE, colonne: valeur})
    with pytest.raises(TranscriptionInvalide, match=message):
        construire(dossier)


def test_un_identifiant_en_double_est_refuse(dossier):
    ecrire(dossier, LIGNE, LIGNE)
    with pytest.raises(TranscriptionInvalide, match=r"ligne 3.* sert déjà à essai\.csv, ligne 2"):
        construire(dossier)


@pytest.mark.parametrize("suite", [",en trop", ""])
def test_une_ligne_au_mauvais_nombre_de_cellules_est_refusee(dossier, suite):
    lignes = (dossier / "essai.csv").read_text().splitlines()
    lignes[1] = lignes[1] + suite if suite else lignes[1].rpartition(",")[0]
    (dossier / "essai.csv").write_text("\n".join(lignes))
    with pytest.raises(TranscriptionInvalide, match="ligne 2 : 17 cellules attendues"):
        lire_csv(dossier / "essai.csv")


def test_un_entete_inattendu_est_refuse(dossier):
    (dossier / "essai.csv").write_text("id,valeur\n1,2\n")
    with pytest.raises(TranscriptionInvalide, match="ligne 1 : les colonnes attendues sont"):
        construire(dossier)


@pytest.mark.parametrize("taille", [0, 10, 400, -1])
def test_un_fichier_tronque_est_nomme(dossier, taille):
    construire(dossier)
    fichier = dossier / "essai.parquet"
    fichier.write_bytes(fichier.read_bytes()[:taille])
    with pytest.raises(PublicationIllisible, match=r"essai\.parquet est tronqué ou a été modifié"):
        ouvrir(dossier, "essai")


def test_un_octet_change_est_vu(dossier):
    construire(dossier)
    fichier = dossier / "essai.parquet"
    contenu = bytearray(fichier.read_bytes())
    contenu[len(contenu) // 2] ^= 1
    fichier.write_bytes(bytes(contenu))
    with pytest.raises(PublicationIllisible, match="a été modifié"):
        ouvrir(dossier, "essai")


def test_un_fichier_absent_est_nomme_avec_le_remede(dossier):
    construire(dossier)
    (dossier / "essai.parquet").unlink()
    with pytest.raises(
        PublicationIllisible, match=r"essai\.parquet manque.*python -m plie_metrics"
    ):
        ouvrir(dossier, "essai")


@pytest.mark.parametrize("contenu", [None, "", "[]", '{"fichiers": 3}', '{"fichiers": {}}'])
def test_un_manifeste_illisible_est_nomme(dossier, contenu):
    construire(dossier)
    (dossier / "manifest.json").unlink()
    if contenu is not None:
        (dossier / "manifest.json").write_text(contenu)
    with pytest.raises(PublicationIllisible, match="manifeste"):
        ouvrir(dossier, "essai")


def test_un_dossier_a_la_place_d_un_fichier_est_nomme(dossier):
    construire(dossier)
    (dossier / "essai.parquet").unlink()
    (dossier / "essai.parquet").mkdir()
    with pytest.raises(PublicationIllisible, match=r"essai\.parquet n'est pas lisible.*archive"):
        ouvrir(dossier, "essai")


@pytest.mark.parametrize("contenu", [None, "[essai", b"\xff"])
def test_une_liste_de_documents_absente_ou_illisible_est_nommee(dossier, contenu):
    construire(dossier)
    (dossier / "documents.toml").unlink()
    if contenu is not None:
        octets = contenu if isinstance(contenu, bytes) else contenu.encode()
        (dossier / "documents.toml").write_bytes(octets)
    for lire in (lire_documents, documents_publies, construire, lambda d: ouvrir(d, "essai")):
        with pytest.raises(
            PublicationIllisible, match=r"documents\.toml manque ou n'est pas lisible.*archive"
        ):
            lire(dossier)


def test_une_liste_de_documents_modifiee_est_nommee_jusqu_a_la_reconstruction(dossier):
    construire(dossier)
    liste = dossier / "documents.toml"
    liste.write_text(liste.read_text().replace("2016", "2017"))
    with pytest.raises(PublicationIllisible, match=r"documents\.toml est tronqué ou a été modifié"):
        ouvrir(dossier, "essai")
    construire(dossier)
    assert documents_publies(dossier)["essai"]["annee"] == 2017


def test_un_fichier_declare_est_verifie(dossier):
    (dossier / "sens.toml").write_text("a = 1\n")
    construire(dossier)
    assert lire_declaration(dossier, "sens.toml") == {"a": 1}
    (dossier / "sens.toml").write_text("a = 2\n")
    with pytest.raises(PublicationIllisible, match=r"sens\.toml est tronqué ou a été modifié"):
        lire_declaration(dossier, "sens.toml")


def test_la_commande(dossier, capsys):
    assert principal(["publications", "--dossier", str(dossier)]) == 0
    assert "essai.parquet" in capsys.readouterr().out
    ecrire(dossier, {**LIGNE, "valeur": "x"})
    assert principal(["publications", "--dossier", str(dossier)]) == 1
    sortie = capsys.readouterr()
    assert sortie.out == "" and "ligne 2, colonne valeur" in sortie.err
