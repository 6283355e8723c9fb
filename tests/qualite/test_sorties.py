"""Positive exits without support, and those that were missed."""

from tests.qualite.exemples import etapes, parcours, participants, rapport, trouves


def test_chaque_sortie_positive_est_confrontee_a_ses_etapes() -> None:
    lu = rapport(
        {
            "participants": participants("P1"),
            "parcours": parcours(
                {"date_sortie": "2016-10-31", "motif_sortie": "emploi_cdi"},
                {"date_sortie": "2016-10-31", "motif_sortie": "emploi_cdi"},
                {"date_sortie": "2016-10-31", "motif_sortie": "emploi_cdi"},
                {"date_sortie": "2015-10-31", "motif_sortie": "emploi_cdi"},  # another year
                {"date_sortie": "2016-10-31", "motif_sortie": "formation_qualifiante"},
            ),
            "etapes": etapes(
                {"parcours_id": "A", "date_debut": "2016-01-04", "heures_hebdo": 35.0},
                {"parcours_id": "B", "date_debut": "2016-09-01", "heures_hebdo": 28.5},
                {"parcours_id": "B", "date_debut": "2015-09-01", "date_fin": "2015-10-01"},
            ),
        }
    )
    assert trouves(lu, "sortie_non_soutenue") == {
        "sortie_non_soutenue_emploi_cdi": ["B", "C"],
        "sortie_non_soutenue_formation_qualifiante": ["E"],
    }
    constat = next(c for c in lu.constats if c.regle.code == "sortie_non_soutenue_emploi_cdi")
    assert constat.sur == 3
    assert constat.regle.indicateur == "sorties_positives"
    assert "au terme de 6 mois de présence" in constat.regle.phrase
    assert [cas.detail for cas in constat.cas] == [
        "sortie du 31/10/2016 ; CDI du 01/09/2015 au 01/10/2015, CDI du 01/09/2016 en cours, "
        "28,5 h",
        "sortie du 31/10/2016 ; aucune étape en appui",
    ]
    assert {cas.participant_id for cas in constat.cas} == {"P1"}


def test_les_sorties_positives_oubliees() -> None:
    lu = rapport(
        {
            "participants": participants("P1"),
            "parcours": parcours(
                {},  # in progress, CDI since January
                {},  # in progress, CDI since November
                {"date_sortie": "2016-10-31", "motif_sortie": "autre"},
                {"date_sortie": "2016-10-31", "motif_sortie": "deces"},
                {"date_sortie": "2016-10-31", "motif_sortie": "autre"},
                {},  # in progress, a formation: says nothing
                {},  # in progress, a CDI that ended in October
            ),
            "etapes": etapes(
                {"parcours_id": "A", "date_debut": "2016-01-04"},
                {"parcours_id": "B", "date_debut": "2016-11-04"},
                {"parcours_id": "C", "date_debut": "2016-01-04"},
                {"parcours_id": "D", "date_debut": "2016-01-04"},
                {"parcours_id": "E", "date_debut": "2016-06-04"},
                {"parcours_id": "F", "date_debut": "2016-01-04", "type_etape": "formation"},
                {"parcours_id": "G", "date_debut": "2016-01-04", "date_fin": "2016-10-04"},
            ),
        }
    )
    assert trouves(lu, "sortie_positive") == {
        "sortie_positive_possible": ["A"],
        "sortie_positive_manquee": ["C"],
    }


def test_sans_table_etapes_rien_n_est_reproche() -> None:
    sorti = {"date_sortie": "2016-10-31", "motif_sortie": "emploi_cdi"}
    lu = rapport({"participants": participants("P1"), "parcours": parcours(sorti)})
    assert trouves(lu, "sortie") == {}
