"""A mapping changed on screen reads back as it was chosen."""

from plie_metrics.importation.correspondance import Correspondance, CorrespondanceTable
from plie_metrics.importation.correspondance_toml import correspondance_depuis
from plie_metrics.importation.proposition import proposer_correspondance
from plie_metrics.presentation.donnees import reglages
from plie_metrics.schema import TABLES

ENTETES = {
    "export.csv": ("N° dossier", "sexe", "annee_naissance", "Lieu", "qpv", "niveau", "rsa", "deld"),
    "notes.csv": ("x",),
}


def test_les_choix_faits_a_l_ecran_survivent_au_fichier():
    regles = Correspondance({"participants": CorrespondanceTable("participants", "export.csv")})
    regles = reglages.avec_colonne(regles, "participants", "commune", "Lieu")
    regles = reglages.avec_colonne(regles, "participants", "participant_id", "N° dossier")
    regles = reglages.avec_colonne(regles, "participants", "sexe", "sexe")
    regles = reglages.avec_colonne(regles, "participants", "sexe", "")
    regles = reglages.avec_valeur(regles, "participants", "sexe", "Madame", "F")
    regles = reglages.avec_valeur(regles, "participants", "sexe", "X", "H")
    regles = reglages.avec_valeur(regles, "participants", "sexe", "X", None)
    regles = reglages.avec_nominatives(regles, "participants", ["participant_id"])
    regles = reglages.avec_echelle(regles, "participants", "2019")
    relue = correspondance_depuis(regles.en_toml())
    assert relue == regles
    assert relue.table("participants") == CorrespondanceTable(
        "participants",
        "export.csv",
        {"participant_id": "N° dossier", "commune": "Lieu"},
        {"sexe": {"Madame": "F"}},
        (),
        ("participant_id",),
        "2019",
    )


def test_une_table_change_de_fichier_ou_s_oublie():
    proposee = CorrespondanceTable("parcours", "b.csv", {"structure": "Maison"})
    regles = reglages.avec_origine(Correspondance(), "parcours", "a.csv")
    assert regles.table("parcours").colonnes == {}
    assert (
        reglages.avec_origine(regles, "parcours", "b.csv", proposee).table("parcours") == proposee
    )
    assert reglages.avec_origine(regles, "parcours", "").tables == {}


def test_ce_qui_manque_est_dit():
    regles = proposer_correspondance(ENTETES).correspondance
    assert reglages.manquantes(regles, ENTETES) == {"participants": ("commune",)}
    assert reglages.resume(regles, ENTETES).replace("\u00a0", " ") == (
        "1 table reconnue ; colonnes à préciser : commune (participants) ; non reconnus : "
        "notes.csv."
    )


def test_le_tableau_ne_montre_que_les_titres_qui_changent():
    proposition = proposer_correspondance(ENTETES)
    regles = reglages.avec_colonne(proposition.correspondance, "participants", "commune", "Lieu")
    lignes = reglages.tableau_correspondance(regles, proposition).lignes
    assert ("participants", "export.csv", "commune", "Lieu", "choisie") in lignes
    assert "sexe" not in {ligne[2] for ligne in lignes}


def test_seuls_les_textes_libres_se_remplacent_par_une_empreinte():
    assert reglages.pseudonymisables(TABLES["parcours"]) == (
        "parcours_id",
        "participant_id",
        "referent_id",
        "structure",
    )
