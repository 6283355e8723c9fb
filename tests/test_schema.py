"""The schema says what the contract of the extract says."""

import pyarrow as pa
import pytest

from plie_metrics.schema import (
    CLASSES_AGE,
    DIMENSIONS,
    MODALITES,
    MOTIFS_NEUTRES,
    MOTIFS_POSITIFS,
    MOTIFS_SORTIE,
    SCHEMA_VERSION,
    TABLES,
    TABLES_REQUISES,
    TYPES_ETAPE,
    TYPES_ETAPE_EMPLOI,
    Type,
    est_qpv,
    libelle,
)
from plie_metrics.schema.modalites import LIBELLES_AGE

# as the contract writes them; « ? » = optional column
CONTRAT = {
    "participants": "participant_id sexe annee_naissance commune qpv niveau_formation brsa deld "
    "qpv_2024?",
    "parcours": "parcours_id participant_id referent_id structure prescripteur date_entree "
    "date_sortie motif_sortie date_saisie_entree? date_saisie_sortie? date_validation? "
    "situation_sortie?",
    "etapes": "etape_id parcours_id type_etape date_debut date_fin heures_hebdo?",
    "entretiens": "entretien_id parcours_id date",
    "referents": "referent_id structure etp nom_affiche? identifiant_connexion? debut? fin?",
    "objectifs": "indicateur perimetre debut fin cible",
    "prescriptions": "prescription_id date prescripteur commune suite parcours_id",
    "clauses_contrats": "contrat_id participant_id type_contrat secteur date_debut date_fin "
    "maitre_ouvrage? operation? entreprise?",
    "clauses_heures": "contrat_id mois heures",
    "clauses_orientations": "orientation_id candidat_id participant_id date prescripteur secteur "
    "qpv validee",
    "clauses_sorties": "sortie_id participant_id date type_sortie qpv",
    "clauses_engagements": "operation lot maitre_ouvrage heures_engagees debut fin",
    "ml_indicateurs": "contrat mission_locale code parent intitule unite sens nature debut fin "
    "numerateur denominateur valeur",
    "actions": "action annee rang etape effectif objectif",
    "finances": "annee poste financeur prevu realise",
}


def test_les_tables_et_leurs_colonnes_sont_celles_du_contrat() -> None:
    lues = {
        nom: " ".join(c.nom + ("" if c.requise else "?") for c in table.colonnes)
        for nom, table in TABLES.items()
    }
    assert lues == CONTRAT
    assert TABLES_REQUISES == ("participants", "parcours")
    assert SCHEMA_VERSION == 1


@pytest.mark.parametrize("nom", CONTRAT)
def test_les_cles_et_les_references_designent_des_colonnes(nom: str) -> None:
    table = TABLES[nom]
    assert set(table.cle) <= set(table.noms)
    for colonne in table.colonnes:
        if colonne.reference:
            cible = TABLES[colonne.reference]
            assert cible.cle == (colonne.nom,)


def test_une_colonne_optionnelle_peut_etre_vide() -> None:
    optionnelles = [c for t in TABLES.values() for c in t.colonnes if not c.requise]
    assert optionnelles
    assert all(c.nulle for c in optionnelles)


def test_les_seules_dates_bornees_par_l_arrete_sont_celles_du_contrat() -> None:
    bornees = {
        f"{t.nom}.{c.nom}" for t in TABLES.values() for c in t.colonnes if c.pas_apres_arrete
    }
    assert bornees == {
        "parcours.date_entree",
        "parcours.date_sortie",
        "etapes.date_debut",
        "entretiens.date",
        "clauses_orientations.date",
    }


def test_les_cellules_que_le_contrat_laisse_vides() -> None:
    vides = {
        f"{t.nom}.{c.nom}" for t in TABLES.values() for c in t.colonnes if c.nulle and c.requise
    }
    assert {
        "participants.qpv",
        "participants.niveau_formation",
        "parcours.date_sortie",
        "parcours.motif_sortie",
        "etapes.date_fin",
        "prescriptions.parcours_id",
        "clauses_contrats.participant_id",
        "clauses_contrats.date_fin",
        "clauses_orientations.participant_id",
    } <= vides


def test_les_motifs_positifs_et_neutres_se_suivent_sans_se_recouvrir() -> None:
    assert tuple(MOTIFS_SORTIE)[:11] == MOTIFS_POSITIFS + MOTIFS_NEUTRES
    assert tuple(MOTIFS_SORTIE)[11:] == (
        "suivi_impossible",
        "plus_30_mois",
        "demande_participant",
        "autre_accompagnement",
        "maternite",
        "autre",
    )


def test_les_mises_a_l_emploi_ouvrent_la_liste_des_etapes() -> None:
    assert tuple(TYPES_ETAPE)[:8] == TYPES_ETAPE_EMPLOI
    assert tuple(TYPES_ETAPE)[8:] == (
        "chantier_insertion",
        "formation",
        "immersion",
        "remobilisation",
        "levee_freins",
        "projet",
    )


@pytest.mark.parametrize(
    ("code", "attendu"),
    [
        ("QP021002", True),
        ("QN02106N", True),
        ("VEILLE-QUETIGNY-CENTRE", False),
        (None, False),
    ],
)
def test_un_quartier_de_veille_n_est_pas_un_qpv(code: str | None, attendu: bool) -> None:
    assert est_qpv(code) is attendu


@pytest.mark.parametrize(
    ("table", "colonne", "valeur", "attendu"),
    [
        ("participants", "commune", "21231", True),
        ("participants", "commune", "2A004", True),
        ("participants", "commune", "Dijon", False),
        ("participants", "commune", "21231\n", False),
        ("participants", "qpv", "QP021002", True),
        ("participants", "qpv", "VEILLE-LONGVIC-GUYNEMER", True),
        ("participants", "qpv", "Grésilles", False),
        ("participants", "sexe", "F", True),
        ("participants", "sexe", "f", False),
        ("objectifs", "perimetre", "referent:R07", True),
        ("objectifs", "perimetre", "structure:", False),
        ("objectifs", "perimetre", "plie:x", False),
    ],
)
def test_une_valeur_isolee(table: str, colonne: str, valeur: str, attendu: bool) -> None:
    assert TABLES[table].colonne(colonne).accepte(valeur) is attendu


def test_la_forme_arrow() -> None:
    schema = TABLES["etapes"].schema_arrow(["date_fin", "type_etape", "etape_id"])
    assert schema == pa.schema(
        [
            pa.field("etape_id", pa.string(), nullable=False),
            pa.field("type_etape", pa.dictionary(pa.int32(), pa.string()), nullable=False),
            pa.field("date_fin", pa.date32()),
        ]
    )


def test_les_libelles() -> None:
    assert libelle("prescripteur", "pole_emploi") == "Pôle emploi"
    assert libelle("niveau_formation", "inconnu") == "Non renseigné"
    assert libelle("qpv", "hors_qpv") == "Hors QPV"
    assert libelle("qpv", "VEILLE-QUETIGNY-CENTRE") == "Quetigny Centre (quartier de veille)"
    assert libelle("referent", "R07") == "R07"


def test_toute_categorie_fermee_a_des_libelles_et_toute_dimension_un_nom() -> None:
    fermees = [c for t in TABLES.values() for c in t.colonnes if c.fermee]
    assert all(c.type is Type.CATEGORIE for c in fermees)
    assert all(texte for c in fermees for texte in c.modalites.values())
    assert set(MODALITES) <= set(DIMENSIONS)
    assert set(LIBELLES_AGE) == set(CLASSES_AGE)


def test_une_colonne_inconnue_est_une_erreur_de_programme() -> None:
    with pytest.raises(KeyError):
        TABLES["etapes"].colonne("prix")
