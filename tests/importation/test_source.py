"""What is given to import: a folder or a workbook, and nothing outside of it is ever read."""

import os
from pathlib import Path

import pytest

from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.limites import LIMITES, Limites
from plie_metrics.importation.moteur import citer, litteral, ouvrir_moteur
from tests.importation.extrait import bon, ecrire, messages


def test_un_lien_hors_du_dossier_n_est_pas_lu(tmp_path):
    secret = ecrire(tmp_path / "ailleurs", {"etapes": bon()["etapes"]}) / "etapes.csv"
    source = ecrire(tmp_path / "extrait", bon())
    (source / "etapes.csv").unlink()
    (source / "etapes.csv").symlink_to(secret)
    assert messages(source) == [
        "etapes : (etapes.csv) ce lien mène hors du dossier de l’extrait : il n’a pas été lu. "
        "Remplacez-le par le fichier lui-même."
    ]


def test_un_lien_dans_le_dossier_est_lu(tmp_path):
    source = ecrire(tmp_path, bon())
    (source / "etapes.csv").rename(source / "etapes.txt")
    (source / "etapes.csv").symlink_to(source / "etapes.txt")
    assert messages(source) == []


def test_un_tube_n_est_pas_attendu(tmp_path):
    source = ecrire(tmp_path, bon())
    (source / "etapes.csv").unlink()
    os.mkfifo(source / "etapes.csv")
    assert messages(source) == [
        "etapes : (etapes.csv) ce n’est pas un fichier ordinaire : il n’a pas été lu. "
        "Remplacez-le par un fichier CSV."
    ]


SOURCES = {
    "absente": ("rien", "« {} » n’existe pas : vérifiez le chemin."),
    "un seul CSV": (
        "x.csv",
        "« x.csv » ne peut pas être importé : donnez le dossier qui contient les fichiers CSV, un "
        "par table.",
    ),
    "ancien format": (
        "x.xls",
        "« x.xls » ne peut pas être importé : ouvrez-le dans le tableur et enregistrez-le au "
        "format XLSX.",
    ),
    "autre chose": (
        "x.pdf",
        "« x.pdf » ne peut pas être importé : donnez un dossier de fichiers CSV ou un classeur "
        "XLSX.",
    ),
}


@pytest.mark.parametrize("cas", SOURCES)
def test_une_source_qui_n_en_est_pas_une(cas, tmp_path):
    nom, attendu = SOURCES[cas]
    if "." in nom:
        (tmp_path / nom).write_text("x")
    with pytest.raises(SourceIllisible) as erreur:
        messages(tmp_path / nom)
    assert str(erreur.value) == attendu.format(tmp_path / nom)


def test_un_dossier_sans_csv(tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(SourceIllisible, match="ne contient aucun fichier CSV"):
        messages(tmp_path)


def test_un_dossier_de_mille_fichiers(tmp_path):
    ecrire(tmp_path, bon())
    with pytest.raises(SourceIllisible, match="contient plus de 5 fichiers"):
        messages(tmp_path, limites=Limites(fichiers=5))


def test_le_moteur_est_enferme(tmp_path):
    (tmp_path / "dehors.csv").write_text("a\n1\n")
    (tmp_path / "dedans").mkdir()
    (tmp_path / "dedans" / "x.csv").write_text("a\n1\n")
    moteur = ouvrir_moteur(tmp_path / "dedans", LIMITES)
    lire = "SELECT count(*) FROM read_csv({})"
    assert moteur.execute(lire.format(litteral(str(tmp_path / "dedans/x.csv")))).fetchone() == (1,)
    for interdit in (
        lire.format(litteral(str(tmp_path / "dehors.csv"))),
        lire.format(litteral(str(tmp_path / "dedans/../dehors.csv"))),
        lire.format("'https://example.org/x.csv'"),
        f"COPY (SELECT 1) TO {litteral(str(tmp_path / 'sorti.csv'))}",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET autoinstall_known_extensions = true",
        "SET memory_limit = '100GB'",
    ):
        with pytest.raises(Exception, match=r"(?i)cannot|disabled|not allowed|locked|permission"):
            moteur.execute(interdit)
    assert not (tmp_path / "sorti.csv").exists()
    moteur.close()


def test_les_noms_et_les_textes_sont_cites():
    assert litteral("l'an \\") == "'l''an \\'"
    assert citer('a"b') == '"a""b"'


def test_une_valeur_qui_ressemble_a_du_sql_reste_une_valeur(tmp_path):
    tables = bon()
    tables["parcours"][1][4] = "'; DROP TABLE constats; --"
    toml = '[parcours.valeurs.prescripteur]\n"o\'; DROP TABLE x" = "spip"\n'
    dits = messages(ecrire(tmp_path, tables), toml)
    assert len(dits) == 1
    assert dits[0].startswith("parcours, ligne 2, colonne prescripteur, « '; DROP TABLE constats")


def test_rien_ne_reste_dans_le_dossier_temporaire(tmp_path, monkeypatch):
    temporaire = tmp_path / "temporaire"
    temporaire.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporaire))
    messages(ecrire(tmp_path / "extrait", bon()))
    with pytest.raises(SourceIllisible):
        messages(Path("rien"))
    assert list(temporaire.iterdir()) == []
