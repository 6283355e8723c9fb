"""Who this PLIE is: what is delivered, another one, and every fault told in French."""

from pathlib import Path

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.exports.charte import lire_charte
from plie_metrics.identite import lire_identite
from plie_metrics.publications.lecture import documents_publies

AUTRE = """
[plie]
nom = "PLIE du Pays des Trois Rivières"
territoire = "Pays des Trois Rivières"
porteur = "Association Trois Rivières Emploi"
site = ""
contact = ""
logo = ""
logos_financeurs = []
normes_referent = { file_active = 55, entrees = 40.5 }
[plie.criteres_sorties]
presence_cdi = 6
mi_temps = 17.5
cumul_interim = 6
fenetre_interim = 12
cumul_cdd = 6
fenetre_cdd = 12
suivi_creation = 6
duree_contrat_aide = 6
presence_senior = 6
age_senior = 55
[plie.documents]
rapport = ""
convention = ""
contrat_exemple = ""
"""


def ecrire(dossier: Path, texte: str) -> Path:
    fichier = dossier / "plie.toml"
    fichier.write_text(texte, encoding="utf-8")
    return fichier


def test_ce_qui_est_livre_est_le_plie_de_dijon_et_ses_documents(rapport):
    livre = lire_identite()
    assert livre.nom == "PLIE de Dijon Métropole"
    assert livre.territoire == "Dijon Métropole"
    documents = documents_publies(PUBLICATIONS)
    assert set(livre.documents.model_dump().values()) <= set(documents)
    assert documents[livre.documents.rapport]["territoire"] == livre.territoire
    for norme in ("file_active", "entrees"):
        attendu = rapport.valeur(f"ra2016.normes_referents.{norme}")
        assert getattr(livre.normes_referent, norme) == attendu


def test_un_autre_plie(tmp_path):
    autre = lire_identite(ecrire(tmp_path, AUTRE))
    assert autre.nom == "PLIE du Pays des Trois Rivières"
    assert autre.normes_referent.entrees == 40.5
    assert autre.chemin_logo is None


def test_un_logo_absent_ne_coute_que_lui(tmp_path):
    fichier = ecrire(tmp_path, AUTRE.replace('logo = ""', 'logo = "logos/absent.png"', 1))
    charte = lire_charte(tmp_path, lambda: lire_identite(fichier))
    assert (charte.nom, charte.logo) == ("PLIE du Pays des Trois Rivières", None)
    assert any("absent.png, fichier absent" in perte for perte in charte.pertes)


def test_un_changement_est_lu_sans_redemarrer(tmp_path):
    fichier = ecrire(tmp_path, AUTRE)
    assert lire_identite(fichier).normes_referent.file_active == 55
    ecrire(tmp_path, AUTRE.replace("file_active = 55", "file_active = 560"))
    assert lire_identite(fichier).normes_referent.file_active == 560


@pytest.mark.parametrize(
    ("avant", "apres", "phrase"),
    [
        ('nom = "PLIE du Pays des Trois Rivières"', 'nom = ""', "clé plie.nom : ce texte ne peut"),
        ("file_active = 55", "file_active = 0", "normes_referent.file_active : le nombre doit"),
        ('site = ""', 'sites = ""', "clé plie.sites : cette clé n’est pas prévue"),
        ('rapport = ""', "", "clé plie.documents.rapport : cette clé est obligatoire"),
        ('logo = ""', 'logo = "/etc/hostname"', "donnez un chemin sous le dossier des données"),
        ('logo = ""', 'logo = "../app.py"', "donnez un chemin sous le dossier des données"),
    ],
)
def test_une_faute_est_dite_en_francais(tmp_path, avant, apres, phrase):
    assert avant in AUTRE
    with pytest.raises(ConfigurationInvalide, match=r"^plie\.toml, clé ") as refus:
        lire_identite(ecrire(tmp_path, AUTRE.replace(avant, apres)))
    assert phrase in str(refus.value)
