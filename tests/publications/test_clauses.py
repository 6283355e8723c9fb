"""Clauses read from a published document: hours, salariés, sectors, people counted twice."""

from plie_metrics.publications.clauses import (
    Contrat,
    Recouvrement,
    contrats,
    part_femmes,
    recouvrements,
    secteurs,
)
from plie_metrics.publications.clauses_orientations import prescripteurs
from plie_metrics.quotient import Quotient
from tests.fabrique import chiffre, publication


def contrat(nom, heures, salaries):
    """The two figures of a type of contract, or of the total when `nom` is « total »."""
    modalites = {} if nom == "total" else {"type_contrat": nom}
    return (
        chiffre(f"ra2016.clauses_contrats.{nom}.heures", heures, unite="heures",
                modalites=modalites),
        chiffre(f"ra2016.clauses_contrats.{nom}.salaries", salaries, unite="salaries",
                colonne="NOMBRE DE SALARIÉS", modalites=modalites),
    )  # fmt: skip


def secteur(code, mot, *, orientations, valides, salaries, heures):
    mot_orientations = "batiment" if mot == "btp" else mot
    return (
        chiffre(f"ra2016.clauses_orientations.ensemble.{mot_orientations}", orientations),
        chiffre(f"ra2016.clauses_validations.{mot}", valides),
        chiffre(f"ra2016.clauses_salaries.{mot}", salaries, modalites={"secteur": code}),
        chiffre(f"ra2016.clauses_heures_secteur.{mot}", heures),
    )


BTP = secteur("BTP", "btp", orientations=6, valides=5, salaries=8, heures=900)
SERVICES = secteur("SERVICES", "services", orientations=4, valides=3, salaries=5, heures=300)
FEMMES = (
    chiffre("ra2016.clauses_salaries.btp_hommes_part", 75),
    chiffre("ra2016.clauses_salaries.services_femmes", 3),
)


def test_les_contrats_sont_ranges_par_heures_et_le_total_n_en_est_pas_un():
    document = publication(
        *contrat("CDD", 100, 4), *contrat("CTTI", 500, 2), *contrat("total", 600, 6)
    )
    assert contrats(document) == (Contrat("CTTI", 500, 2), Contrat("CDD", 100, 4))


def test_les_passages_de_contrat_ne_comptent_pas_comme_un_type():
    """The printed « 9 salariés d'un CTTI au C/PRO » is in salariés but in no column."""
    passage = chiffre("ra2016.clauses_contrats.phrase.ctti_puis_cpro", 9, unite="salaries",
                      colonne="phrase", modalites={"type_contrat": "CTTI+C/PRO"})  # fmt: skip
    assert [c.type for c in contrats(publication(*contrat("CDD", 10, 1), passage))] == ["CDD"]


def test_les_heures_par_salarie_gardent_leurs_deux_termes():
    assert Contrat("CDD", 100, 4).heures_par_salarie == Quotient(100, 4)
    assert Contrat("CDI", 0, 0).heures_par_salarie.valeur is None


def test_les_femmes_du_btp_se_deduisent_de_la_part_des_hommes():
    btp, services = secteurs(publication(*BTP, *SERVICES, *FEMMES))
    assert (btp.orientations, btp.valides, btp.salaries, btp.heures) == (6, 5, 8, 900)
    assert btp.femmes == 2
    assert (services.femmes, services.heures) == (3, 300)


def test_les_prescripteurs_avec_le_plie_et_sans_la_ligne_du_total():
    document = publication(
        chiffre("ra2016.clauses_orientations.plie.orientations", 7),
        chiffre("ra2016.clauses_prescripteurs.a", 2, ligne="AGENCE",
                modalites={"prescripteur": "AGENCE"}),
        chiffre("ra2016.clauses_prescripteurs.b", 9, ligne="BUREAU",
                modalites={"prescripteur": "BUREAU"}),
        chiffre("ra2016.clauses_prescripteurs.total", 11, ligne="TOTAL",
                modalites={"prescripteur": "AUTRE"}),
    )  # fmt: skip
    assert [(p.nom, p.orientations, p.plie) for p in prescripteurs(document)] == [
        ("BUREAU", 9, False),
        ("Référents du PLIE", 7, True),
        ("AGENCE", 2, False),
    ]


def test_un_recouvrement_est_la_somme_des_parts_moins_le_total():
    assert Recouvrement("x", (82, 49), 126, None).exces == 5


def test_seul_le_recouvrement_par_contrat_est_explique_par_une_note():
    document = publication(
        *BTP, *SERVICES, *FEMMES, *contrat("CDD", 10, 4), *contrat("CTTI", 20, 9),
        chiffre("ra2016.clauses_salaries.total", 12),
        chiffre("ra2016.clauses_validations.total", 8),
        chiffre("ra2016.clauses_contrats.phrase.ctti_puis_cpro", 1, unite="salaries",
                modalites={"type_contrat": "CTTI+C/PRO"}),
    )  # fmt: skip
    assert [(r.parts, r.total, r.exces, r.explication) for r in recouvrements(document)] == [
        ((9, 4), 12, 1, 1),
        ((8, 5), 12, 1, None),
        ((5, 3), 8, 0, None),
    ]


def test_le_rapport_de_2016(rapport):
    """Typed by hand from the report."""
    assert [(c.type, c.heures, c.salaries) for c in contrats(rapport)] == [
        ("CTTI", 40907, 77),
        ("C/PRO", 13198, 14),
        ("CDI", 6845, 9),
        ("CDD", 5962, 17),
        ("CDDI", 5421, 18),
    ]
    assert [r.exces for r in recouvrements(rapport)] == [9, 5, 2]
    assert [(s.code, s.orientations, s.femmes) for s in secteurs(rapport)] == [
        ("BTP", 94, 0),
        ("SERVICES", 70, 16),
    ]
    assert part_femmes(rapport) == Quotient(16, 126)
    assert sum(p.orientations for p in prescripteurs(rapport)) == 164
