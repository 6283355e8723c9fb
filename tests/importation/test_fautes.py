"""Each kind of bad file, and the French sentence that tells it."""

import pytest

from plie_metrics.importation.limites import Limites
from tests.importation.extrait import bon, ecrire, messages

PRESCRIPTEURS = (
    "pole_emploi, conseil_departemental, mission_locale, spip, commune_mdef_services_sociaux, "
    "operateur"
)
VIDE = "la case est vide. Renseignez-la"
MANQUE = "la colonne manque."
DECLAREZ = "ou déclarez-la dans un fichier de correspondance."

CELLULES = {
    "modalité inconnue": (
        ("parcours", 1, "prescripteur", "France Travail"),
        "parcours, ligne 2, colonne prescripteur, « France Travail » : cette valeur n’est pas "
        f"prévue. Valeurs possibles : {PRESCRIPTEURS}, ou une traduction dans la correspondance.",
    ),
    "case obligatoire vide": (
        ("participants", 2, "sexe", ""),
        f"participants, ligne 3, colonne sexe : {VIDE} (Sexe).",
    ),
    "date obligatoire vide": (
        ("entretiens", 1, "date", " "),
        f"entretiens, ligne 2, colonne date : {VIDE} (Date de l’entretien).",
    ),
    "date impossible": (
        ("parcours", 2, "date_entree", "31/02/2016"),
        "parcours, ligne 3, colonne date_entree, « 31/02/2016 » : ce n’est pas une date. "
        "Écrivez-la AAAA-MM-JJ (2016-12-31) ou 31/12/2016.",
    ),
    "année mal tapée": (
        ("parcours", 2, "date_entree", "0216-05-12"),
        "parcours, ligne 3, colonne date_entree, « 0216-05-12 » : ce n’est pas une date. "
        "Écrivez-la AAAA-MM-JJ (2016-12-31) ou 31/12/2016.",
    ),
    "date américaine": (
        ("parcours", 2, "date_entree", "05/13/2016"),
        "parcours, ligne 3, colonne date_entree, « 05/13/2016 » : ce n’est pas une date. "
        "Écrivez-la AAAA-MM-JJ (2016-12-31) ou 31/12/2016.",
    ),
    "entier": (
        ("participants", 1, "annee_naissance", "mille neuf cent"),
        "participants, ligne 2, colonne annee_naissance, « mille neuf cent » : ce n’est pas un "
        "nombre entier. Écrivez par exemple 1980.",
    ),
    "entier à virgule": (
        ("participants", 1, "annee_naissance", "1980.5"),
        "participants, ligne 2, colonne annee_naissance, « 1980.5 » : ce n’est pas un nombre "
        "entier. Écrivez par exemple 1980.",
    ),
    "année trop ancienne": (
        ("participants", 1, "annee_naissance", "80"),
        "participants, ligne 2, colonne annee_naissance, « 80 » : le minimum est 1900. Corrigez "
        "la valeur.",
    ),
    "né après l'arrêté": (
        ("participants", 1, "annee_naissance", "2016"),
        "participants, ligne 2, colonne annee_naissance, « 2016 » : l’année de naissance doit "
        "précéder l’arrêté du 31/12/2016. Corrigez l’année.",
    ),
    "nombre": (
        ("clauses_heures", 1, "heures", "12h30"),
        "clauses_heures, ligne 2, colonne heures, « 12h30 » : ce n’est pas un nombre. Écrivez par "
        "exemple 12,5 ou 12.5.",
    ),
    "nombre négatif": (
        ("clauses_heures", 1, "heures", "-12.5"),
        "clauses_heures, ligne 2, colonne heures, « -12.5 » : le minimum est 0. Corrigez la "
        "valeur.",
    ),
    "nombre trop grand": (
        ("referents", 1, "etp", "1.2"),
        "referents, ligne 2, colonne etp, « 1.2 » : le maximum est 1. Corrigez la valeur.",
    ),
    "mois entamé": (
        ("clauses_heures", 2, "mois", "2016-02-15"),
        "clauses_heures, ligne 3, colonne mois, « 2016-02-15 » : un mois s’écrit par son premier "
        "jour. Écrivez par exemple 2016-12-01.",
    ),
    "booléen": (
        ("participants", 1, "brsa", "peut-être"),
        "participants, ligne 2, colonne brsa, « peut-être » : ce n’est ni oui ni non. Écrivez oui "
        "ou non (ou true, false, 1, 0).",
    ),
    "code INSEE": (
        ("participants", 1, "commune", "Dijon"),
        "participants, ligne 2, colonne commune, « Dijon » : ce code n’a pas la forme attendue. "
        "Écrivez le code INSEE de la commune, en cinq caractères, par exemple 21231.",
    ),
    "code QPV": (
        ("participants", 1, "qpv", "Les Grésilles"),
        "participants, ligne 2, colonne qpv, « Les Grésilles » : ce code n’a pas la forme "
        "attendue. Écrivez un code comme QP021002 ou QN02101M, ou laissez la case vide hors QPV.",
    ),
    "niveau de l'échelle de 2019": (
        ("participants", 1, "niveau_formation", "4"),
        "participants, ligne 2, colonne niveau_formation, « 4 » : ce niveau est de l’échelle de "
        "2019, alors que la table est dans l’ancienne (III+ à VI). Si toute la table est ainsi, "
        'déclarez echelle_niveaux = "2019" dans la correspondance.',
    ),
    "entrée après l'arrêté": (
        ("parcours", 3, "date_entree", "2017-01-02"),
        "parcours, ligne 4, colonne date_entree, « 2017-01-02 » : cette date vient après l’arrêté "
        "du 31/12/2016. Corrigez-la, ou retirez la ligne de cet extrait.",
    ),
    "sortie après l'arrêté": (
        ("parcours", 1, "date_sortie", "01/01/2017"),
        "parcours, ligne 2, colonne date_sortie, « 01/01/2017 » : cette date vient après l’arrêté "
        "du 31/12/2016. Corrigez-la, ou retirez la ligne de cet extrait.",
    ),
    "étape après l'arrêté": (
        ("etapes", 1, "date_debut", "2017-06-01"),
        "etapes, ligne 2, colonne date_debut, « 2017-06-01 » : cette date vient après l’arrêté du "
        "31/12/2016. Corrigez-la, ou retirez la ligne de cet extrait.",
    ),
    "entretien après l'arrêté": (
        ("entretiens", 2, "date", "2017-06-01"),
        "entretiens, ligne 3, colonne date, « 2017-06-01 » : cette date vient après l’arrêté du "
        "31/12/2016. Corrigez-la, ou retirez la ligne de cet extrait.",
    ),
    "orientation après l'arrêté": (
        ("clauses_orientations", 1, "date", "2017-06-01"),
        "clauses_orientations, ligne 2, colonne date, « 2017-06-01 » : cette date vient après "
        "l’arrêté du 31/12/2016. Corrigez-la, ou retirez la ligne de cet extrait.",
    ),
    "sortie avant l'entrée": (
        ("parcours", 1, "date_sortie", "2015-02-02"),
        "parcours, ligne 2, colonne date_sortie, « 2015-02-02 » : la sortie vient avant l’entrée. "
        "Corrigez l’une des deux dates.",
    ),
    "sortie sans motif": (
        ("parcours", 1, "motif_sortie", ""),
        "parcours, ligne 2, colonne motif_sortie : la date de sortie est remplie, mais pas le "
        "motif de sortie. Remplissez les deux (sortie), ou aucun (parcours en cours).",
    ),
    "motif sans sortie": (
        ("parcours", 1, "date_sortie", ""),
        "parcours, ligne 2, colonne date_sortie : le motif de sortie est rempli, mais pas la date "
        "de sortie. Remplissez les deux (sortie), ou aucun (parcours en cours).",
    ),
    "référence absente": (
        ("etapes", 2, "parcours_id", "P9"),
        "etapes, ligne 3, colonne parcours_id, « P9 » : cette valeur n’existe pas dans "
        "parcours.parcours_id. Ajoutez la ligne manquante à parcours, ou corrigez la valeur.",
    ),
    "participant inconnu d'un contrat": (
        ("clauses_contrats", 1, "participant_id", "A9"),
        "clauses_contrats, ligne 2, colonne participant_id, « A9 » : cette valeur n’existe pas "
        "dans participants.participant_id. Ajoutez la ligne manquante à participants, ou corrigez "
        "la valeur.",
    ),
    "identifiant en double": (
        ("entretiens", 2, "entretien_id", "N1"),
        "entretiens, ligne 3, colonne entretien_id, « N1 » : cet identifiant est déjà à la ligne "
        "2. Supprimez la ligne en double, ou corrigez l’identifiant.",
    ),
    "clé de deux colonnes en double": (
        ("clauses_heures", 2, "mois", "01/01/2016"),
        "clauses_heures, ligne 3 : la ligne 2 a déjà les mêmes contrat_id, mois. Supprimez la "
        "ligne en double, ou corrigez-la.",
    ),
    "formule": (
        ("referents", 1, "structure", "=CMD()"),
        "referents, ligne 2, colonne structure, « =CMD() » : une formule n’est pas acceptée. "
        "Remplacez-la par son résultat (copier, puis collage spécial « valeurs »).",
    ),
    "erreur du tableur": (
        ("clauses_heures", 1, "heures", "#DIV/0!"),
        "clauses_heures, ligne 2, colonne heures, « #DIV/0! » : le tableur n’a pas su calculer "
        "cette case. Corrigez la formule, ou écrivez la valeur.",
    ),
    "adresse électronique": (
        ("referents", 1, "structure", "a.durand@exemple.fr"),
        "referents, ligne 2, colonne structure, « a.durand@exemple.fr » : une adresse "
        "électronique n’est jamais conservée. Retirez-la, ou déclarez la colonne nominative dans "
        "la correspondance.",
    ),
    "texte trop long": (
        ("referents", 1, "structure", "é" * 1001),
        f"referents, ligne 2, colonne structure, « {'é' * 79}… » : le texte dépasse 1\u202f000 "
        "caractères. Raccourcissez-le.",
    ),
}


@pytest.mark.parametrize("cas", CELLULES)
def test_une_case_fautive_est_dite(cas, tmp_path):
    (table, ligne, colonne, valeur), attendu = CELLULES[cas]
    tables = bon()
    tables[table][ligne][tables[table][0].index(colonne)] = valeur
    assert messages(ecrire(tmp_path, tables)) == [attendu]


@pytest.mark.parametrize("signe", ["=", "+", "-", "@"])
def test_un_texte_qui_commence_comme_une_formule_est_refuse(signe, tmp_path):
    tables = bon()
    tables["referents"][1][1] = f"{signe}SOMME(A1)"
    assert len(messages(ecrire(tmp_path, tables))) == 1


def test_un_nombre_signe_n_est_pas_une_formule(tmp_path):
    tables = bon()
    tables["etapes"][1][0] = "-12"
    assert messages(ecrire(tmp_path, tables)) == []


def test_une_ligne_identique_est_un_double(tmp_path):
    tables = bon()
    tables["participants"].append(tables["participants"][1])
    assert messages(ecrire(tmp_path, tables)) == [
        "participants, ligne 5, colonne participant_id, « A1 » : cet identifiant est déjà à la "
        "ligne 2. Supprimez la ligne en double, ou corrigez l’identifiant."
    ]


def test_une_table_qui_a_une_colonne_rang(tmp_path):
    """The importer's own rank of a row is not the `rang` of an action."""
    tables = bon()
    tables["actions"] = [
        ["action", "annee", "rang", "etape", "effectif", "objectif"],
        ["Atelier", "2016", "7", "Inscrits", "12", ""],
        ["Atelier", "2016", "7", "Présents", "-1", ""],
    ]
    assert messages(ecrire(tmp_path, tables)) == [
        "actions, ligne 3, colonne effectif, « -1 » : le minimum est 0. Corrigez la valeur.",
        "actions, ligne 3 : la ligne 2 a déjà les mêmes action, annee, rang. Supprimez la ligne "
        "en double, ou corrigez-la.",
    ]


def test_un_triple_est_dit_deux_fois(tmp_path):
    tables = bon()
    tables["entretiens"] += [tables["entretiens"][1]] * 2
    assert [m.split(" : ")[0] for m in messages(ecrire(tmp_path, tables))] == [
        "entretiens, ligne 4, colonne entretien_id, « N1 »",
        "entretiens, ligne 5, colonne entretien_id, « N1 »",
    ]


def test_trop_et_trop_peu_de_cases(tmp_path):
    tables = bon()
    tables["etapes"][1].append("x")
    tables["etapes"][2] = tables["etapes"][2][:3]
    conseil = (
        "Vérifiez les séparateurs de cette ligne, et les guillemets autour d’un texte qui en "
        "contient."
    )
    assert messages(ecrire(tmp_path, tables)) == [
        f"etapes, ligne 2 : la ligne a 7 cases, alors que l’en-tête en a 6. {conseil}",
        f"etapes, ligne 3 : la ligne a 3 cases, alors que l’en-tête en a 6. {conseil}",
    ]


def test_une_ligne_trop_courte_garde_son_identifiant(tmp_path):
    """What refers to it is not faulty."""
    tables = bon()
    tables["parcours"][1] = tables["parcours"][1][:3]
    dits = messages(ecrire(tmp_path, tables))
    assert len(dits) == 1
    assert dits[0].startswith("parcours, ligne 2 : la ligne a 3 cases")


def test_une_ligne_vide_au_milieu_est_une_erreur_pas_a_la_fin(tmp_path):
    tables = bon()
    tables["etapes"].insert(2, [""])
    tables["etapes"] += [[""], ["", " ", ""], [""] * 6, [""] * 9]
    assert messages(ecrire(tmp_path, tables)) == [
        "etapes, ligne 3 : la ligne est vide au milieu de la table. Supprimez-la ou complétez-la."
    ]


def test_les_sauts_de_ligne_entre_guillemets_ne_decalent_pas_les_numeros(tmp_path):
    tables = bon()
    tables["referents"] = [
        ["referent_id", "structure", "etp"],
        ["R1", '"Dijon\nNord\n""Est"", rez-de-chaussée"', "1"],
        ["R2", "Chenôve", "2"],
    ]
    assert messages(ecrire(tmp_path, tables)) == [
        "referents, ligne 5, colonne etp, « 2 » : le maximum est 1. Corrigez la valeur."
    ]


def test_toutes_les_erreurs_de_toutes_les_tables_sont_dites(tmp_path):
    tables = bon()
    for table, ligne, colonne, valeur in (
        ("participants", 1, 1, "X"),
        ("participants", 3, 2, "hier"),
        ("parcours", 2, 5, "2018-01-01"),
        ("entretiens", 1, 1, "P7"),
    ):
        tables[table][ligne][colonne] = valeur
    assert [m.split(" : ")[0] for m in messages(ecrire(tmp_path, tables))] == [
        "participants, ligne 2, colonne sexe, « X »",
        "participants, ligne 4, colonne annee_naissance, « hier »",
        "parcours, ligne 3, colonne date_entree, « 2018-01-01 »",
        "entretiens, ligne 2, colonne parcours_id, « P7 »",
    ]


def test_un_objectif_sans_indicateur(tmp_path):
    tables = bon()
    dates = ["plie", "2016-01-01", "2016-12-31", "10"]
    tables["objectifs"] = [
        ["indicateur", "perimetre", "debut", "fin", "cible"],
        ["entrees", *dates],
        ["entree", *dates],
        ["file active", *dates],
    ]
    premier, second = messages(ecrire(tmp_path, tables))
    assert premier.startswith(
        "objectifs, ligne 3, colonne indicateur, « entree » : cet indicateur n’existe pas. Les "
        "plus proches : entrees, "
    )
    assert second.startswith("objectifs, ligne 4, colonne indicateur, « file active » : cet ")
    assert ": file_active" in second


def test_table_indispensable_absente(tmp_path):
    tables = bon()
    del tables["participants"]
    assert messages(ecrire(tmp_path, tables)) == [
        "participants : la table manque, elle est indispensable. Ajoutez participants.csv au "
        "dossier, ou une feuille « participants » au classeur."
    ]


def test_table_indispensable_sans_ligne(tmp_path):
    tables = {"participants": bon()["participants"][:1], "parcours": bon()["parcours"][:1]}
    assert messages(ecrire(tmp_path, tables)) == [
        "participants : la table ne contient aucune ligne. Refaites l’extraction.",
        "parcours : la table ne contient aucune ligne. Refaites l’extraction.",
    ]


def test_heures_sans_contrats(tmp_path):
    tables = bon()
    del tables["clauses_contrats"]
    dits = messages(ecrire(tmp_path, tables))
    assert dits[0] == (
        "clauses_heures, ligne 2, colonne contrat_id, « C1 » : la table clauses_contrats, à "
        "laquelle cette valeur renvoie, manque. Ajoutez clauses_contrats.csv à l’extrait."
    )
    assert len(dits) == 2


def test_nom_de_table_presque_juste(tmp_path):
    tables = bon()
    tables["entretien"] = tables.pop("entretiens")
    assert messages(ecrire(tmp_path, tables)) == [
        "entretien.csv : ce nom n’est pas celui d’une table. S’il s’agit de la table entretiens, "
        "donnez-lui ce nom ; sinon, retirez-le."
    ]


def test_deux_fichiers_pour_une_table(tmp_path):
    ecrire(tmp_path, bon())
    (tmp_path / "Étapes.csv").write_bytes((tmp_path / "etapes.csv").read_bytes())
    assert messages(tmp_path) == [
        "etapes : plusieurs origines possibles : etapes.csv, Étapes.csv. Gardez-en une."
    ]


def test_colonne_absente(tmp_path):
    tables = bon()
    tables["parcours"][0][5] = "Date d’entrée PLIE"
    tables["participants"][0][7] = "zzz"
    assert messages(ecrire(tmp_path, tables)) == [
        f"participants, ligne 1, colonne deld : {MANQUE} Ajoutez-la à l’extrait, {DECLAREZ}",
        f"parcours, ligne 1, colonne date_entree : {MANQUE} Renommez ainsi « Date d’entrée "
        f"PLIE », qui y ressemble, {DECLAREZ}",
    ]


def test_colonne_en_double(tmp_path):
    tables = bon()
    for ligne in tables["referents"]:
        ligne.append(ligne[1].replace("structure", "Structure "))
    assert messages(ecrire(tmp_path, tables)) == [
        "referents, ligne 1, colonne structure : 2 colonnes portent ce titre. Gardez-en une seule."
    ]


FICHIERS = {
    "vide": (
        b"",
        "etapes : (etapes.csv) le fichier est vide. Refaites l’extraction de cette table.",
    ),
    "blancs": (
        b"\n \n\n",
        "etapes : (etapes.csv) le fichier est vide. Refaites l’extraction de cette table.",
    ),
    "octets nuls": (
        b"etape_id,parcours_id\nE1,P\x001\n",
        "etapes, ligne 2 : (etapes.csv) le fichier contient des caractères nuls (UTF-16, ou "
        "fichier endommagé). Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 "
        "(délimité par des virgules ou des points-virgules) ».",
    ),
    "UTF-16": (
        "etape_id".encode("utf-16"),
        "etapes, ligne 1 : (etapes.csv) le fichier est en UTF-16. Enregistrez-le de nouveau "
        "depuis le tableur au format « CSV UTF-8 (délimité par des virgules ou des "
        "points-virgules) ».",
    ),
    "deux encodages": (
        "etape_id,é\nE1,à\n".encode() + "E2,à\n".encode("cp1252"),
        "etapes, ligne 3 : (etapes.csv) le fichier mélange UTF-8 et un autre encodage. "
        "Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 (délimité par des "
        "virgules ou des points-virgules) ».",
    ),
    "ni l'un ni l'autre": (
        b"etape_id,x\nE1,\x81\n",
        "etapes, ligne 2 : (etapes.csv) le fichier n’est ni en UTF-8 ni en Windows-1252. "
        "Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 (délimité par des "
        "virgules ou des points-virgules) ».",
    ),
    "guillemet jamais fermé": (
        b'etape_id,parcours_id\nE1,P1\n"E2,P1\nE3,P1\n',
        "etapes, ligne 3 : (etapes.csv) un guillemet ouvert n’est jamais refermé. Un guillemet "
        "contenu dans une case s’écrit doublé, et la case entière entre guillemets.",
    ),
    "guillemet au milieu": (
        b'etape_id,parcours_id\nE1,P1\nE2,5" tube\nE3,P1\n',
        "etapes, ligne 3 : (etapes.csv) un guillemet se trouve au milieu d’une case ; la suite de "
        "la table est illisible. Un guillemet contenu dans une case s’écrit doublé, et la case "
        "entière entre guillemets.",
    ),
    "ligne sans fin": (
        b"etape_id,parcours_id\n" + b"x" * 5000,
        "etapes, ligne 2 : (etapes.csv) la ligne dépasse 1 Kio sans fin de ligne. Ce fichier "
        "n’est pas un CSV, ou un guillemet y reste ouvert.",
    ),
    "en-tête sans fin": (
        b"x" * 5000,
        "etapes, ligne 1 : (etapes.csv) la ligne dépasse 1 Kio sans fin de ligne. Ce fichier "
        "n’est pas un CSV, ou un guillemet y reste ouvert.",
    ),
    "trop de colonnes": (
        b",".join(b"c%d" % rang for rang in range(100)) + b"\n",
        "etapes, ligne 1 : (etapes.csv) l’en-tête compte 100 colonnes, plus que les 20 permises. "
        "Ne gardez dans l’extrait que les colonnes utiles.",
    ),
}


@pytest.mark.parametrize("cas", FICHIERS)
def test_un_fichier_illisible_est_refuse(cas, tmp_path):
    octets, attendu = FICHIERS[cas]
    ecrire(tmp_path, bon())
    (tmp_path / "etapes.csv").write_bytes(octets)
    dits = messages(tmp_path, limites=Limites(ligne=1024, colonnes=20, bloc=2048))
    assert attendu in dits
    assert [dit for dit in dits if not dit.startswith("etapes")] == []


def test_un_fichier_trop_lourd_est_refuse_sans_etre_lu(tmp_path):
    ecrire(tmp_path, bon())
    with (tmp_path / "etapes.csv").open("r+b") as flux:
        flux.truncate(3 * 1024 * 1024)  # a hole: nothing on the disk
    assert messages(tmp_path, limites=Limites(fichier=2 * 1024 * 1024)) == [
        "etapes : (etapes.csv) le fichier pèse 3 Mio, plus que les 2 permis. Découpez "
        "l’extraction ou vérifiez que ce fichier est bien un extrait."
    ]


def test_ce_qui_renvoie_a_une_table_illisible_n_est_pas_fautif(tmp_path):
    ecrire(tmp_path, bon())
    (tmp_path / "participants.csv").write_bytes(b"\0")
    assert len(messages(tmp_path)) == 1
