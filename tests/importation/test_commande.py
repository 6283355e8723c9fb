"""`python -m plie_metrics importer …`: what it prints, what it returns, what it leaves."""

from datetime import date

import pytest
from openpyxl import load_workbook

from plie_metrics.commandes import principal
from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.publication import ExtraitRefuse, publier
from plie_metrics.stockage import lister, ouvrir
from tests.importation.extrait import ARRETE, bon, ecrire, ecrire_classeur


def importer(*arguments: object) -> int:
    return principal(["importer", "--sans-preparation", *map(str, arguments)])


def test_le_chemin_de_l_arrete_est_imprime(tmp_path, capsys):
    source, vers = ecrire(tmp_path / "export", bon()), tmp_path / "arretes"
    assert importer(source, "--arrete", "2016-12-31", "--vers", vers) == 0
    dit = capsys.readouterr()
    assert dit.out == f"{vers / '2016-12-31'}\n"
    assert dit.err == ""
    assert ouvrir(vers / "2016-12-31").tables["parcours"] == 3


def test_un_classeur_et_une_correspondance(tmp_path, capsys):
    tables = bon()
    tables["parcours"][1][4] = "France Travail"
    source = ecrire_classeur(tmp_path / "export.xlsx", tables)
    toml = tmp_path / "c.toml"
    toml.write_text('[parcours.valeurs.prescripteur]\n"France Travail" = "pole_emploi"\n')
    vers = tmp_path / "arretes"
    arguments = (source, "--arrete", "2016-12-31", "--vers", vers, "--correspondance", toml)
    assert importer(*arguments) == 0
    assert capsys.readouterr().out == f"{vers / '2016-12-31'}\n"


def test_les_avertissements_sont_dits_et_publies(tmp_path, capsys):
    tables = bon()
    tables["participants"][1][3] = "75056"
    source, vers = ecrire(tmp_path / "export", tables), tmp_path / "arretes"
    assert importer(source, "--arrete", "2016-12-31", "--vers", vers) == 0
    dit = "participants : 1 personne habite hors de la métropole (ligne 2)."
    assert capsys.readouterr().err == f"Avertissement — {dit}\n"
    assert ouvrir(vers / "2016-12-31").avertissements == (dit,)


def test_en_cas_d_erreur_rien_n_est_publie_et_tout_est_dit(tmp_path, capsys):
    tables = bon()
    tables["participants"][2][1] = "X"
    tables["etapes"][1][1] = "P9"
    source, vers = ecrire(tmp_path / "export", tables), tmp_path / "arretes"
    classeur = tmp_path / "erreurs.xlsx"
    arguments = ("--arrete", "2016-12-31", "--vers", vers, "--erreurs", classeur)
    assert importer(source, *arguments) == 1
    dit = capsys.readouterr()
    assert dit.out == ""
    lignes = dit.err.splitlines()
    assert lignes[0].startswith("participants, ligne 3, colonne sexe, « X » : ")
    assert lignes[1].startswith("etapes, ligne 2, colonne parcours_id, « P9 » : ")
    assert lignes[2:] == [
        "Rien n’a été publié : 2 erreurs dans l’extrait « export ».",
        f"Cases fautives coloriées dans le classeur : {classeur}",
    ]
    assert load_workbook(classeur).sheetnames == ["Erreurs", "participants", "etapes"]
    assert lister(vers) == ()


def test_le_classeur_des_erreurs_va_par_defaut_dans_le_dossier_courant(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    source = ecrire(tmp_path / "export", {"participants": bon()["participants"]})
    assert importer(source, "--arrete", "2016-12-31", "--vers", tmp_path / "arretes") == 1
    assert "le classeur : erreurs-import-2016-12-31.xlsx" in capsys.readouterr().err
    assert (tmp_path / "erreurs-import-2016-12-31.xlsx").is_file()


def test_un_classeur_d_erreurs_impossible_a_ecrire_est_dit(tmp_path, capsys):
    source = ecrire(tmp_path / "export", {"participants": bon()["participants"]})
    ailleurs = tmp_path / "rien" / "erreurs.xlsx"
    assert importer(source, "--arrete", "2016-12-31", "--erreurs", ailleurs) == 1
    assert "n’a pas pu être écrit" in capsys.readouterr().err


def test_une_mauvaise_date_d_arrete(tmp_path, capsys):
    assert importer(tmp_path, "--arrete", "31/12/2016") == 1
    assert capsys.readouterr().err == (
        "--arrete : « 31/12/2016 » n’est pas une date ; écrivez-la AAAA-MM-JJ, par exemple "
        "2016-12-31.\n"
    )


def test_un_rapport_avec_des_erreurs_ne_se_publie_pas(tmp_path):
    source = ecrire(tmp_path / "export", {"participants": bon()["participants"]})
    with analyser(source, ARRETE) as rapport, pytest.raises(ExtraitRefuse, match="1 erreur dans"):
        publier(rapport, tmp_path / "arretes")
    assert not (tmp_path / "arretes").exists()


def test_la_progression_avance_et_parle_francais(tmp_path):
    dits: list[tuple[float, str]] = []
    source = ecrire(tmp_path / "export", bon())
    with analyser(source, ARRETE, progression=lambda *dit: dits.append(dit)) as rapport:
        lecture = [part for part, _ in dits]
        publier(rapport, tmp_path / "arretes", progression=lambda *dit: dits.append(dit))
    assert lecture == sorted(lecture)
    assert lecture[0] == 0 and lecture[-1] == 1
    assert tuple(quoi for _, quoi in dits) >= ("Lecture de etapes.csv", "Contrôle des règles")
    assert all(0 <= part <= 1 for part, _ in dits)


def test_le_rapport_se_resume(tmp_path):
    source = ecrire(tmp_path / "export", bon())
    with analyser(source, ARRETE) as rapport:
        assert rapport.lignes["parcours"] == 3
        assert rapport.resume() == "Extrait du 31/12/2016 : 17 lignes lues, aucune erreur."
        chemin = publier(rapport, tmp_path / "arretes", produit_le=date(2017, 1, 4))
    assert ouvrir(chemin).produit_le == date(2017, 1, 4)


def test_peu_de_memoire_suffit(tmp_path):
    tables = bon()
    tables["entretiens"] += [[f"Z{rang}", "P2", "2016-12-02"] for rang in range(20_000)]
    petit = Limites(memoire="60MB")
    with analyser(ecrire(tmp_path / "export", tables), ARRETE, limites=petit) as rapport:
        assert rapport.publiable
