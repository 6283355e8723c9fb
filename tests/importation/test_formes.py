"""The same extract, however it is written, gives the same tables."""

from pathlib import Path

import pandas as pd
import pytest

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.correspondance_toml import correspondance_depuis
from plie_metrics.importation.publication import publier
from plie_metrics.stockage import ouvrir
from tests.importation.extrait import ARRETE, bon, ecrire, ecrire_classeur


def tables(source: Path, toml: str = "") -> dict[str, pd.DataFrame]:
    regles = correspondance_depuis(toml) if toml else None
    with analyser(source, ARRETE, regles) as rapport:
        assert [str(anomalie) for anomalie in rapport.anomalies()] == []
        instantane = ouvrir(publier(rapport, source.parent / "arretes"))
    return {nom: instantane.table(nom) for nom in instantane.tables}


def memes(obtenues: dict[str, pd.DataFrame], attendues: dict[str, pd.DataFrame]) -> None:
    assert list(obtenues) == list(attendues)
    for nom, attendue in attendues.items():
        pd.testing.assert_frame_equal(obtenues[nom], attendue)


@pytest.fixture
def attendues(tmp_path) -> dict[str, pd.DataFrame]:
    return tables(ecrire(tmp_path / "norme", bon()))


def test_les_valeurs_lues_sont_celles_qui_sont_ecrites(attendues):
    assert list(attendues) == list(bon())
    parcours = attendues["parcours"]
    assert parcours["date_entree"].dt.strftime("%Y-%m-%d").tolist() == [
        "2015-02-03",
        "2016-05-12",
        "2016-10-01",
    ]
    assert parcours["motif_sortie"].isna().tolist() == [False, True, True]
    assert parcours["structure"].tolist() == ["Dijon", "Dijon", "Chenôve"]
    participants = attendues["participants"]
    assert participants["annee_naissance"].tolist() == [1980, 1975, 1990]
    assert participants["brsa"].tolist() == [True, False, False]
    assert attendues["etapes"]["heures_hebdo"].tolist() == [35.0, 17.5]


def francais(lignes: list[list[str]]) -> list[list[str]]:
    """Dates JJ/MM/AAAA, decimal commas, oui and non."""

    def texte(valeur: str) -> str:
        if len(valeur) == 10 and valeur[4] == "-":
            return "/".join(reversed(valeur.split("-")))
        if valeur in ("true", "false"):
            return {"true": "oui", "false": "NON"}[valeur]
        return valeur.replace(".", ",") if valeur.replace(".", "").isdigit() else valeur

    return [[texte(valeur) for valeur in ligne] for ligne in lignes]


@pytest.mark.parametrize("codage", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("fin", ["\n", "\r\n", "\r"])
def test_point_virgule_dates_francaises_et_encodages(codage, fin, tmp_path, attendues):
    ecrits = {nom: francais(lignes) for nom, lignes in bon().items()}
    source = ecrire(tmp_path / "fr", ecrits, delimiteur=";", codage=codage, fin=fin)
    memes(tables(source), attendues)


def test_accents_casse_blancs_et_fins_vides(tmp_path, attendues):
    def titre(nom: str) -> str:
        return {"annee_naissance": "Année  Naissance", "etape_id": " Étape ID"}.get(
            nom, f" {nom.upper().replace('_', ' ')}\u00a0"
        )

    ecrits = bon()
    for nom, (entete, *lignes) in ecrits.items():
        blancs = [[f"\u202f {valeur} \t" for valeur in ligne] for ligne in lignes]
        ecrits[nom] = [[titre(colonne) for colonne in entete], *blancs, [""] * len(entete), [""]]
    ecrits["Étapes"] = ecrits.pop("etapes")
    ecrits["CLAUSES Heures"] = ecrits.pop("clauses_heures")
    memes(tables(ecrire(tmp_path / "blancs", ecrits)), attendues)


def test_libelles_et_casse_des_modalites(tmp_path, attendues):
    ecrits = bon()
    ecrits["parcours"][1][4] = "Pôle emploi"
    ecrits["parcours"][1][7] = "EMPLOI EN CDI"
    ecrits["participants"][1][1] = "f"
    ecrits["participants"][1][4] = "qp021003"
    ecrits["participants"][3][5] = "Niveau III+"
    ecrits["clauses_contrats"][2][2] = "contrat de professionnalisation"
    memes(tables(ecrire(tmp_path / "libelles", ecrits)), attendues)


def test_guillemets_et_separateurs_dans_une_case(tmp_path):
    ecrits = bon()
    ecrits["referents"][1][1] = '"Dijon, ""Nord"""'
    lues = tables(ecrire(tmp_path / "guillemets", ecrits))
    assert lues["referents"]["structure"].tolist() == ['Dijon, "Nord"', "Chenôve"]


def test_milliers_a_la_francaise(tmp_path):
    ecrits = bon()
    ecrits["clauses_heures"][1][2] = '"1\u202f607,5"'
    lues = tables(ecrire(tmp_path / "milliers", ecrits))
    assert lues["clauses_heures"]["heures"].tolist() == [1607.5, 120.0]


def test_classeur(tmp_path, attendues):
    memes(tables(ecrire_classeur(tmp_path / "extrait.xlsx", bon())), attendues)


CORRESPONDANCE = """
[participants]
fichier = "Personnes.csv"
dates = ["JJ.MM.AA"]
echelle_niveaux = "2019"
[participants.colonnes]
participant_id = "N° dossier"
sexe = "Genre"
annee_naissance = "Année"
[participants.valeurs.sexe]
"Femme" = "F"
"Homme" = "H"
[participants.valeurs.brsa]
"Bénéficiaire" = true
"Non concerné" = false

[parcours]
origine = "Suivis"
dates = "JJ.MM.AA"
[parcours.colonnes]
date_entree = "Début"
[parcours.valeurs.prescripteur]
"France Travail" = "pole_emploi"
[parcours.valeurs.date_sortie]
"en cours" = ""
"""


def test_correspondance(tmp_path, attendues):
    ecrits = bon()
    personnes, suivis = ecrits.pop("participants"), ecrits.pop("parcours")
    personnes[0][:3] = ["N° dossier", "Genre", "Année"]
    for ligne, genre, niveau in zip(
        personnes[1:], ("Femme", "HOMME", " femme "), ("3", "", "Niveau 6"), strict=True
    ):
        ligne[1], ligne[5] = genre, niveau
        ligne[6] = {"true": "Bénéficiaire", "false": "non concerné"}[ligne[6]]
    suivis[0][5] = "Début"
    suivis[1][4] = "France Travail"
    suivis[1][5:7] = ["03.02.15", "04.03.16"]
    suivis[2][6] = "en cours"
    source = ecrire(tmp_path / "export", {**ecrits, "Personnes": personnes, "Suivis": suivis})
    memes(tables(source, CORRESPONDANCE), attendues)


def test_les_lignes_gardent_leur_ordre_et_le_manifeste_la_source(tmp_path):
    ecrits = bon()
    ecrits["participants"][1:] = reversed(ecrits["participants"][1:])
    source = ecrire(tmp_path / "export de décembre", ecrits)
    with analyser(source, ARRETE) as rapport:
        instantane = ouvrir(publier(rapport, tmp_path / "arretes"))
    assert instantane.table("participants")["participant_id"].tolist() == ["A3", "A2", "A1"]
    assert instantane.source == "import de export de décembre"
    assert not instantane.demonstration
    assert instantane.arrete == ARRETE


def test_une_correction_est_une_nouvelle_edition(tmp_path):
    source = ecrire(tmp_path / "export", bon())
    for nom in ("2016-12-31", "2016-12-31.2"):
        with analyser(source, ARRETE) as rapport:
            assert publier(rapport, tmp_path / "arretes").name == nom
