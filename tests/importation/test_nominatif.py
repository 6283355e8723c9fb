"""Names never enter a snapshot: dropped when recognised, hashed when declared."""

import hashlib
import hmac
import stat
import tomllib

import pytest

from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.classeur_erreurs import classeur_erreurs
from plie_metrics.importation.correspondance_toml import correspondance_depuis
from plie_metrics.importation.entetes import est_nominatif
from plie_metrics.importation.pseudonymes import SecretsIllisibles, cle_pseudonymes
from plie_metrics.importation.publication import publier
from plie_metrics.stockage import ouvrir
from tests.importation.extrait import ARRETE, avertissements, bon, ecrire, messages

DECLARATION = "\n".join(
    f'[{table}]\nnominatives = ["participant_id"]'
    for table in ("participants", "parcours", "clauses_contrats", "clauses_orientations")
)


@pytest.mark.parametrize(
    "titre",
    (
        *("Nom", "PRÉNOM", "Nom de jeune fille", "Adresse mail", "Téléphone 2", "E-mail", "NIR"),
        *("Date de naissance", "Né(e) le", "Adresse postale", "Nom et prénom du participant"),
        *("n° sécu", "Numéro de sécurité sociale", "Portable"),
    ),
)
def test_un_titre_nominatif_est_reconnu(titre):
    assert est_nominatif(titre)


@pytest.mark.parametrize(
    "titre",
    (
        *("nom_affiche", "annee_naissance", "Nom de la structure", "Numéro de dossier", "commune"),
        *("Code postal", "Prescripteur", "etape_id", "Date", "entreprise"),
    ),
)
def test_un_titre_ordinaire_ne_l_est_pas(titre):
    assert not est_nominatif(titre)


def avec_noms() -> dict[str, list[list[str]]]:
    tables = bon()
    for rang, ligne in enumerate(tables["participants"]):
        ligne.extend([f"DURAND{rang}", f"0380{rang}"] if rang else ["Nom", "Téléphone"])
    return tables


def test_les_colonnes_nominatives_sont_ecartees_et_dites(tmp_path):
    source = ecrire(tmp_path / "export", avec_noms())
    assert avertissements(source) == [
        "participants : la colonne « Nom », nominative, a été écartée : rien n’en est conservé.",
        "participants : la colonne « Téléphone », nominative, a été écartée : rien n’en est "
        "conservé.",
    ]
    with analyser(source, ARRETE) as rapport:
        chemin = publier(rapport, tmp_path / "arretes")
    assert "Nom" not in ouvrir(chemin).table("participants").columns
    assert not any(b"DURAND" in fichier.read_bytes() for fichier in chemin.iterdir())


def test_la_date_de_naissance_donne_l_annee_seule(tmp_path):
    tables = bon()
    for ligne in tables["participants"]:
        ligne[2] = {"1980": "17/05/1980", "1975": "1975-01-31"}.get(ligne[2], ligne[2])
    tables["participants"][0][2] = "Date de naissance"
    source = ecrire(tmp_path / "export", tables)
    assert avertissements(source) == [
        "participants : de « Date de naissance », seule l’année de naissance a été conservée."
    ]
    with analyser(source, ARRETE) as rapport:
        participants = ouvrir(publier(rapport, tmp_path / "arretes")).table("participants")
    assert participants["annee_naissance"].tolist() == [1980, 1975, 1990]


def test_une_date_de_naissance_illisible_n_est_pas_montree(tmp_path):
    tables = bon()
    tables["participants"][0][2] = "Date de naissance"
    tables["participants"][1][2] = "31/02/1980"
    assert messages(ecrire(tmp_path, tables)) == [
        "participants, ligne 2, colonne annee_naissance, « valeur nominative, non affichée » : ce "
        "n’est pas un nombre entier. Écrivez par exemple 1980."
    ]


def test_un_nom_pris_pour_identifiant_doit_etre_declare(tmp_path):
    tables = bon()
    tables["participants"][0][0] = "Nom"
    toml = '[participants.colonnes]\nparticipant_id = "Nom"\n'
    assert messages(ecrire(tmp_path, tables), toml)[0] == (
        "participants, ligne 1, colonne participant_id : « Nom » est une donnée nominative, qui "
        'n’est jamais conservée telle quelle. Déclarez-la : nominatives = ["participant_id"] dans '
        "la section [participants] de la correspondance ; elle sera remplacée par une empreinte."
    )


def test_une_colonne_declaree_devient_une_empreinte_a_cle(tmp_path):
    """The same person has the same hash in every table, whatever the case and the accents."""
    tables = bon()
    noms = {"A1": "Éva  DURAND", "A2": "Léo Petit", "A3": "Zoé Roux"}
    for table, colonne in (("participants", 0), ("parcours", 1)):
        for ligne in tables[table][1:]:
            ligne[colonne] = noms[ligne[colonne]]
    tables["parcours"][1][1] = "eva durand"
    tables["clauses_contrats"][1][1] = "EVA DURAND"
    tables["clauses_orientations"][1][2] = "Eva Durand"
    secrets = tmp_path / "prive" / "secrets.toml"
    source = ecrire(tmp_path / "export", tables)
    with analyser(source, ARRETE, correspondance_depuis(DECLARATION), secrets=secrets) as rapport:
        assert list(rapport.anomalies()) == []
        chemin = publier(rapport, tmp_path / "arretes")
    cle = bytes.fromhex(tomllib.loads(secrets.read_text())["importation"]["cle_pseudonymes"])
    attendu = hmac.new(cle, b"eva durand", hashlib.sha256).hexdigest()[:32]
    lues = ouvrir(chemin)
    assert lues.table("participants")["participant_id"].tolist()[0] == attendu
    assert lues.table("parcours")["participant_id"].tolist()[0] == attendu
    assert lues.table("clauses_contrats")["participant_id"].tolist()[0] == attendu
    octets = b"".join(fichier.read_bytes() for fichier in chemin.iterdir())
    assert cle not in octets and cle.hex().encode() not in octets
    assert b"urand" not in octets.lower()


def test_une_valeur_nominative_fautive_n_est_montree_nulle_part(tmp_path):
    tables = bon()
    tables["participants"].append(["Éva Durand", *tables["participants"][1][1:]])
    tables["participants"].append(["Éva Durand", *tables["participants"][1][1:]])
    source = ecrire(tmp_path / "export", tables)
    regles = correspondance_depuis(DECLARATION)
    with analyser(source, ARRETE, regles, secrets=tmp_path / "secrets.toml") as rapport:
        dits = [str(anomalie) for anomalie in rapport.anomalies()]
        classeur = classeur_erreurs(rapport)
    assert dits == [
        "participants, ligne 6, colonne participant_id, « valeur nominative, non affichée » : cet "
        "identifiant est déjà à la ligne 5. Supprimez la ligne en double, ou corrigez "
        "l’identifiant."
    ]
    assert b"Durand" not in classeur


def test_la_cle_est_tiree_une_fois_et_fermee_aux_autres(tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('[autre]\nx = "1"\n')
    cle = cle_pseudonymes(secrets)
    assert len(cle) == 32
    assert cle_pseudonymes(secrets) == cle
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
    assert tomllib.loads(secrets.read_text())["autre"] == {"x": "1"}
    assert cle_pseudonymes(tmp_path / "autre.toml") != cle


@pytest.mark.parametrize("contenu", ["[importation]\n", '[importation]\ncle_pseudonymes = "ab"\n'])
def test_une_cle_abimee_n_est_jamais_remplacee(contenu, tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(contenu)
    with pytest.raises(SecretsIllisibles, match="ne porte pas de clé valable"):
        cle_pseudonymes(secrets)
    assert secrets.read_text() == contenu


def test_un_fichier_de_secrets_illisible_est_dit(tmp_path):
    (tmp_path / "secrets.toml").write_text("[[")
    with pytest.raises(SecretsIllisibles, match=r"secrets\.toml n’est pas lisible"):
        cle_pseudonymes(tmp_path / "secrets.toml")


def test_sans_colonne_nominative_aucune_cle_n_est_tiree(tmp_path):
    assert messages(ecrire(tmp_path / "e", bon()), secrets=tmp_path / "secrets.toml") == []
    assert not (tmp_path / "secrets.toml").exists()
