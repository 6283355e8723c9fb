"""The mapping file: read back as written, and its mistakes told by their key."""

import pytest

from plie_metrics.importation.correspondance import (
    Correspondance,
    CorrespondanceInvalide,
    CorrespondanceTable,
    format_strptime,
)
from plie_metrics.importation.correspondance_toml import (
    correspondance_depuis,
    lire_correspondance,
)
from plie_metrics.importation.niveaux import ECHELLE_2019
from plie_metrics.importation.proposition import lire_entetes, proposer_correspondance
from tests.importation.extrait import bon, ecrire, messages

FAUTES = {
    "table": (
        "[participant]",
        "clé [participant] : « participant » n’est pas une table connue ; vouliez-vous dire "
        "« participants » ?",
    ),
    "table sans section": (
        "participants = 3",
        "clé participants : écrivez une section [participants].",
    ),
    "clé": (
        "[parcours]\ncolones = 1",
        "clé parcours.colones : « colones » n’est pas une clé connue ; vouliez-vous dire "
        "« colonnes » ?",
    ),
    "deux origines": (
        '[parcours]\nfichier = "a"\nfeuille = "b"',
        "clé parcours.feuille : ne donnez que parcours.fichier.",
    ),
    "origine vide": (
        '[parcours]\norigine = ""',
        "clé parcours.origine : donnez un nom de fichier ou de feuille.",
    ),
    "chemin qui remonte": (
        '[parcours]\nfichier = "../secret.csv"',
        "clé parcours.fichier : « ../secret.csv » sort du dossier de l’extrait ; donnez le nom "
        "seul d’un fichier de ce dossier.",
    ),
    "chemin absolu": (
        '[parcours]\norigine = "/etc/passwd"',
        "clé parcours.origine : « /etc/passwd » sort du dossier de l’extrait ; donnez le nom seul "
        "d’un fichier de ce dossier.",
    ),
    "colonne": (
        '[parcours.colonnes]\ndate_entre = "Début"',
        "clé parcours.colonnes.date_entre : « date_entre » n’est pas une colonne connue ; "
        "vouliez-vous dire « date_entree » ?",
    ),
    "titre": (
        "[parcours.colonnes]\ndate_entree = 3",
        "clé parcours.colonnes.date_entree : donnez entre guillemets le titre de la colonne dans "
        "l’export.",
    ),
    "colonnes sans section": (
        '[parcours]\ncolonnes = "x"',
        "clé parcours.colonnes : écrivez une section [parcours.colonnes].",
    ),
    "valeur": (
        '[participants.valeurs.sexe]\nFemme = "femme"',
        "clé participants.valeurs.sexe.« Femme » : « femme » n’est pas une valeur de sexe ; "
        'valeurs possibles : F, H, ou "" pour une case vide.',
    ),
    "traduire une date": (
        '[parcours.valeurs.date_sortie]\n"hier" = "2016-01-01"',
        "clé parcours.valeurs.date_sortie.« hier » : « 2016-01-01 » n’est pas une valeur de "
        'date_sortie ; valeurs possibles : aucune, ou "" pour une case vide.',
    ),
    "valeurs sans section": (
        '[participants.valeurs]\nsexe = "F"',
        "clé participants.valeurs.sexe : écrivez une section [participants.valeurs.sexe], une "
        "valeur de l’export par ligne.",
    ),
    "format de date": (
        '[parcours]\ndates = ["jour/mois"]',
        "clé parcours.dates : « jour/mois » n’est pas un format de date ; écrivez par exemple "
        "JJ/MM/AAAA, JJ.MM.AA ou AAAA-MM-JJ HH:mm.",
    ),
    "colonne nominative inconnue": (
        '[participants]\nnominatives = ["nom"]',
        "clé participants.nominatives : « nom » n’est pas une colonne connue ; possibles : "
        "participant_id, sexe, annee_naissance, commune, qpv, niveau_formation, brsa, deld, "
        "qpv_2024.",
    ),
    "colonne qui n'est pas un texte": (
        '[participants]\nnominatives = "annee_naissance"',
        "clé participants.nominatives : annee_naissance n’est pas un texte libre, son contenu ne "
        "peut pas être pseudonymisé ; retirez-la de la liste.",
    ),
    "échelle": (
        '[participants]\nechelle_niveaux = "2018"',
        "clé participants.echelle_niveaux : « 2018 » n’est pas prévu ; écrivez « ancienne » (III+ "
        "à VI) ou « 2019 » (3 à 8).",
    ),
}


@pytest.mark.parametrize("cas", FAUTES)
def test_une_faute_est_dite_par_sa_cle(cas):
    toml, attendu = FAUTES[cas]
    with pytest.raises(CorrespondanceInvalide) as erreur:
        correspondance_depuis(toml, "c.toml")
    assert str(erreur.value) == f"c.toml, {attendu}"


def test_toutes_les_fautes_sont_dites():
    toml = '[parcours]\ndates = "?"\n[parcours.colonnes]\nx = "a"\n[zoo]\n'
    with pytest.raises(CorrespondanceInvalide) as erreur:
        correspondance_depuis(toml)
    assert len(str(erreur.value).splitlines()) == 3


def test_un_toml_invalide_est_situe():
    with pytest.raises(CorrespondanceInvalide) as erreur:
        correspondance_depuis("[parcours]\nfichier =\n", "c.toml")
    assert str(erreur.value) == (
        "c.toml n’est pas un fichier TOML valide (ligne 2, colonne 10) : vérifiez les guillemets, "
        "les crochets et qu’aucune clé n’est écrite deux fois."
    )


def test_un_fichier_absent(tmp_path):
    with pytest.raises(CorrespondanceInvalide, match=r"c\.toml n’existe pas ou n’est pas un texte"):
        lire_correspondance(tmp_path / "c.toml")


def test_la_correspondance_se_relit_telle_qu_ecrite():
    table = CorrespondanceTable(
        "participants",
        origine='Feuille "1"',
        colonnes={"sexe": "Genre\\", "brsa": "RSA ?"},
        valeurs={"sexe": {"Madame": "F", "": "H"}, "niveau_formation": {"sans": ""}},
        dates=("JJ/MM/AAAA",),
        nominatives=("participant_id",),
        echelle_niveaux="2019",
    )
    regles = Correspondance({"participants": table, "parcours": CorrespondanceTable("parcours")})
    assert correspondance_depuis(regles.en_toml()) == regles


@pytest.mark.parametrize(
    ("forme", "attendu"),
    [
        ("JJ/MM/AAAA", "%d/%m/%Y"),
        ("AAAA-MM-JJ HH:mm", "%Y-%m-%d %H:%M"),
        ("JJ.MM.AA", "%d.%m.%y"),
        ("JJ/MM", "%d/%m"),
        ("%d/%m/%Y", ""),
        ("jour", ""),
        ("AAAA", ""),
    ],
)
def test_les_formats_de_date(forme, attendu):
    assert format_strptime(forme) == attendu


def test_une_colonne_annoncee_et_absente(tmp_path):
    toml = '[parcours.colonnes]\ndate_entree = "Date entre"\n'
    assert messages(ecrire(tmp_path, bon()), toml) == [
        "parcours, ligne 1, colonne date_entree : aucune colonne ne porte le titre « Date entre » "
        "donné par la correspondance. « date_entree » y ressemble. Corrigez la clé "
        "parcours.colonnes.date_entree."
    ]


def test_un_fichier_annonce_et_absent(tmp_path):
    tables = {nom: bon()[nom] for nom in ("participants", "parcours")}
    assert messages(ecrire(tmp_path, tables), '[etapes]\nfichier = "Actions.csv"\n') == [
        "etapes : « Actions.csv », donné par la correspondance, est introuvable dans l’extrait. "
        "Corrigez la clé etapes.origine ; l’extrait contient : parcours.csv, participants.csv."
    ]


@pytest.mark.parametrize("niveau", ["V", "Niveau IV", "Vbis", "iii+"])
def test_melanger_les_echelles_est_refuse(niveau, tmp_path):
    tables = bon()
    tables["participants"][1][5], tables["participants"][3][5] = "4", niveau
    toml = '[participants]\nechelle_niveaux = "2019"\n'
    assert messages(ecrire(tmp_path, tables), toml) == [
        f"participants, ligne 4, colonne niveau_formation, « {niveau} » : ce niveau est de "
        "l’ancienne échelle, alors que la table est déclarée dans celle de 2019 : les mélanger "
        "fausserait les niveaux. Écrivez tous les niveaux de 3 à 8, ou tous de III+ à VI."
    ]


def test_l_echelle_de_2019():
    """Décret n° 2019-14 : 3 = V, 4 = IV, 5 = III, 6 = II, 7 and 8 = I."""
    assert {"3": "V", "4": "IV"} | dict.fromkeys("5678", "III+") == ECHELLE_2019


def test_la_proposition_reconnait_tables_et_colonnes(tmp_path):
    tables = bon()
    personnes, suivis = tables.pop("participants"), tables.pop("parcours")
    personnes[0] = ["N° dossier", "Genre", "Date de naissance", "Code INSEE", "Quartier"]
    personnes[0] += ["Niveau de formation", "RSA", "DELD"]
    for ligne in personnes[1:]:
        ligne[2] = f"01/02/{ligne[2]}"
    suivis[0][1] = "numéro dossier"
    suivis[0][2] = "Référent"
    suivis[0][5:] = ["Date d'entrée", "Date de sortie", "Motif de sortie"]
    source = ecrire(tmp_path, {**tables, "Personnes": personnes, "Suivi PLIE": suivis})
    proposition = proposer_correspondance(lire_entetes(source))
    assert proposition.manquantes == {}
    regles = proposition.correspondance
    assert regles.table("participants").origine == "Personnes.csv"
    assert regles.table("participants").colonnes == {
        "participant_id": "N° dossier",
        "sexe": "Genre",
        "annee_naissance": "Date de naissance",
        "commune": "Code INSEE",
        "qpv": "Quartier",
        "niveau_formation": "Niveau de formation",
        "brsa": "RSA",
        "deld": "DELD",
    }
    assert regles.table("parcours").colonnes["date_entree"] == "Date d'entrée"
    assert regles.table("etapes").origine == "etapes.csv"
    assert proposition.ressemblances["participants", "deld"] == 1
    assert messages(source, regles.en_toml()) == []


def test_la_proposition_dit_ce_qui_manque_et_tait_les_noms():
    proposition = proposer_correspondance(
        {"referents.csv": ["Nom", "Structure", "Téléphone"], "zoo.csv": ["a", "b"]}
    )
    assert list(proposition.correspondance.tables) == ["referents"]
    assert proposition.correspondance.table("referents").colonnes == {"structure": "Structure"}
    assert proposition.manquantes == {"referents": ("referent_id", "etp")}
