"""Workbooks: formulas, bombs and oddities are refused in plain French, in bounded memory."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.anomalie import SourceIllisible
from plie_metrics.importation.classeur_erreurs import classeur_erreurs
from plie_metrics.importation.limites import Limites
from plie_metrics.importation.modele import LISTES, NOTICE, modele_excel
from plie_metrics.schema import TABLES
from tests.importation.extrait import (
    ARRETE,
    avertissements,
    bon,
    ecrire,
    ecrire_classeur,
    messages,
)


def modifier(fichier: Path, table: str, case: str, valeur: object) -> Path:
    classeur = load_workbook(fichier)
    classeur[table][case] = valeur
    classeur.save(fichier)
    return fichier


def refaire(fichier: Path, **membres: bytes) -> Path:
    """Replace or add members of the archive."""
    with zipfile.ZipFile(fichier) as archive:
        contenu = {nom: archive.read(nom) for nom in archive.namelist()}
    with zipfile.ZipFile(fichier, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, octets in {**contenu, **membres}.items():
            archive.writestr(nom, octets)
    return fichier


@pytest.fixture
def classeur(tmp_path) -> Path:
    return ecrire_classeur(tmp_path / "extrait.xlsx", bon())


def test_une_formule_est_refusee_avec_sa_place(classeur):
    modifier(classeur, "clauses_heures", "C2", "=151+0.67")
    assert messages(classeur) == [
        "clauses_heures, ligne 2, colonne heures, « =151+0.67 » : une formule n’est pas acceptée. "
        "Remplacez-la par son résultat (copier, puis collage spécial « valeurs »)."
    ]


def test_une_ligne_du_classeur_garde_son_numero(classeur):
    feuille = load_workbook(classeur)
    feuille["etapes"].insert_rows(3)
    feuille["etapes"]["C4"] = "inconnu"
    feuille["etapes"]["H2"] = "hors du tableau"
    feuille.save(classeur)
    assert [dit.split(" : ")[0] for dit in messages(classeur)] == [
        "etapes, ligne 2",
        "etapes, ligne 3",
        "etapes, ligne 4, colonne type_etape, « inconnu »",
    ]


def test_une_date_avec_une_heure_n_est_pas_une_date(classeur):
    modifier(classeur, "entretiens", "C2", "2016-12-02 10:30")
    assert messages(classeur)[0].startswith(
        "entretiens, ligne 2, colonne date, « 2016-12-02 10:30 » : ce n’est pas une date."
    )


BOMBE = Limites(classeur_deplie=2 * 1024 * 1024)
TROP = "c’est trop pour un extrait, il n’a pas été ouvert"


def test_une_bombe_n_est_pas_ouverte(classeur):
    refaire(classeur, **{"xl/media/image1.png": b"\0" * 50 * 1024 * 1024})
    with pytest.raises(SourceIllisible, match=TROP):
        messages(classeur)  # by its ratio
    with pytest.raises(SourceIllisible, match=TROP):
        messages(classeur, limites=BOMBE)  # by its size


def test_trop_de_textes_partages(classeur):
    refaire(classeur, **{"xl/sharedStrings.xml": b"<sst>" + b" " * 1000 + b"</sst>"})
    with pytest.raises(SourceIllisible, match=TROP):
        messages(classeur, limites=Limites(classeur_textes=1000))


def test_trop_de_cases(classeur):
    assert messages(classeur, limites=Limites(classeur_cellules=10))[0] == (
        "participants, ligne 2 : (participants) la feuille compte plus de cases qu’un extrait n’en "
        "a. Supprimez les lignes et les colonnes vides, ou exportez la table en CSV."
    )


def test_trop_de_colonnes(classeur):
    assert messages(classeur, limites=Limites(colonnes=7))[0] == (
        "participants, ligne 1 : (participants) l’en-tête compte 8 colonnes, plus que les 7 "
        "permises. Ne gardez dans l’extrait que les colonnes utiles."
    )


@pytest.mark.parametrize("ligne", [1_048_577, 999_999_999])
def test_une_ligne_au_dela_d_excel(ligne, classeur):
    with zipfile.ZipFile(classeur) as archive:
        feuille = archive.read("xl/worksheets/sheet1.xml")
    refaire(
        classeur,
        **{"xl/worksheets/sheet1.xml": feuille.replace(b'<row r="4"', b'<row r="%d"' % ligne)},
    )
    assert (
        "plus de cases qu’un extrait"
        in messages(classeur, limites=Limites(classeur_cellules=50_000))[0]
    )


def test_des_entites_xml_sont_refusees(classeur):
    piege = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>'
    refaire(classeur, **{"xl/sharedStrings.xml": piege})
    with pytest.raises(SourceIllisible, match="déclare des entités XML"):
        messages(classeur)


def test_un_chemin_qui_sort_de_l_archive(classeur):
    refaire(classeur, **{"../../ailleurs.xml": b"<x/>"})
    with pytest.raises(SourceIllisible, match="chemin qui sort de l’archive"):
        messages(classeur)


@pytest.mark.parametrize("octets", [b"", b"pas un zip", b"PK\x03\x04 tronque"])
def test_un_faux_classeur(octets, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(octets)
    with pytest.raises(SourceIllisible, match=r"x\.xlsx n’est pas un classeur XLSX lisible"):
        messages(tmp_path / "x.xlsx")


def test_un_zip_qui_n_est_pas_un_classeur(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(SourceIllisible, match=r"x\.xlsx n’est pas un classeur XLSX\. Ouvrez-le"):
        messages(tmp_path / "x.xlsx")


def test_un_classeur_au_xml_casse(classeur):
    refaire(classeur, **{"xl/workbook.xml": b"<workbook><sheets>"})
    with pytest.raises(SourceIllisible, match=r"extrait\.xlsx est abîmé"):
        messages(classeur)


def test_une_feuille_au_xml_casse(classeur):
    with zipfile.ZipFile(classeur) as archive:
        feuille = archive.read("xl/worksheets/sheet1.xml")
    refaire(classeur, **{"xl/worksheets/sheet1.xml": feuille[:-200]})
    assert messages(classeur) == [
        "participants, ligne 4 : (participants) la feuille est abîmée. Ouvrez-le dans le tableur "
        "et enregistrez-le de nouveau au format XLSX."
    ]


def test_une_feuille_inconnue_est_dite(classeur):
    feuilles = load_workbook(classeur)
    feuilles.create_sheet("Brouillon")
    feuilles.save(classeur)
    assert avertissements(classeur) == ["Brouillon : n’est pas une table connue, n’a pas été lu."]


def test_le_modele_a_une_feuille_par_table_et_ses_listes():
    modele = load_workbook(io.BytesIO(modele_excel()))
    assert modele.sheetnames == [NOTICE, *TABLES, LISTES]
    for nom, table in TABLES.items():
        assert [cellule.value for cellule in modele[nom][1]] == list(table.noms)
    listes = modele["parcours"].data_validations.dataValidation
    assert {str(liste.sqref) for liste in listes} == {"E2:E20000", "H2:H20000", "L2:L20000"}
    plage = listes[0].formula1.replace("$", "").removeprefix(f"{LISTES}!")
    choix = [cellule[0].value for cellule in modele[LISTES][plage]]
    assert choix[0] == "Pôle emploi"
    assert len(choix) == 6


def test_le_modele_rempli_s_importe(tmp_path):
    """Every choice of every list is understood, and the empty sheets are left aside."""
    modele = load_workbook(io.BytesIO(modele_excel()))
    prescripteurs = [ligne[0].value for ligne in modele[LISTES]["D2:D7"]]
    assert "Mission locale" in prescripteurs
    for rang, prescripteur in enumerate(prescripteurs):
        modele["participants"].append([f"A{rang}", "F", 1980, "21231", None, "V", "oui", "non"])
        ligne = [f"P{rang}", f"A{rang}", "R1", "Dijon", prescripteur, "12/05/2016"]
        modele["parcours"].append(ligne)
    modele.save(tmp_path / "modele.xlsx")
    assert messages(tmp_path / "modele.xlsx") == []


def test_le_classeur_des_erreurs_colorie_les_cases_fautives(tmp_path):
    tables = bon()
    tables["participants"][2][1] = "X"
    tables["participants"][2][3] = "=1+1"
    tables["etapes"][2].append("trop")
    with analyser(ecrire(tmp_path, tables), ARRETE) as rapport:
        classeur = load_workbook(io.BytesIO(classeur_erreurs(rapport)))
    assert classeur.sheetnames == ["Erreurs", "participants", "etapes"]
    liste = [[cellule.value for cellule in ligne] for ligne in classeur["Erreurs"].rows]
    assert liste[1][:5] == ["participants", "participants.csv", 3, "sexe", "X"]
    assert len(liste) == 4
    entete, fautive = classeur["participants"].rows
    assert [cellule.value for cellule in entete][:3] == ["Ligne", "participant_id", "sexe"]
    colories = [c.column_letter for c in fautive if c.fill.fgColor.rgb == "00FFC7CE"]
    assert colories == ["C", "E"]
    assert (fautive[4].value, fautive[4].data_type) == ("=1+1", "s")
    assert "cette valeur n’est pas prévue" in fautive[-1].value
    _, entiere = classeur["etapes"].rows
    assert sum(c.fill.fgColor.rgb == "00FFC7CE" for c in entiere) == 6
