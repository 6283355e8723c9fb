"""What is found without anybody's help, on tables small enough to check by hand."""

from datetime import date

from plie_metrics.publications.rapprochement.detection import detecter
from tests.publications.test_rapprochement_verification import chiffre

DEBUT, FIN = date(2016, 1, 1), date(2016, 12, 31)


def figure(identifiant, valeur, **autres):
    return chiffre(identifiant, valeur, **{"debut": DEBUT, "fin": FIN, **autres})


def part(identifiant, valeur, **autres):
    return figure(identifiant, valeur, unite="pourcent", nature="part", **autres)


def trouvees(*chiffres):
    """(kind, printed id, ids of the first side)."""
    return {
        (d.id.split(".")[1], d.imprime, tuple(t.chiffre for t in d.formule.haut))
        for d in detecter(chiffres)
    }


HOMMES = figure("t.h", 14, modalites={"sexe": "H"})
FEMMES = figure("t.f", 31, modalites={"sexe": "F"})
TOUS = figure("t.total", 45, ligne="Total")


def test_un_total_est_compare_a_la_somme_selon_une_modalite():
    assert trouvees(HOMMES, FEMMES, TOUS) == {("total", "t.total", ("t.h", "t.f"))}


def test_un_total_d_une_autre_unite_ou_d_un_autre_tableau_ne_compte_pas():
    heures = figure("t.heures", 900, unite="heures")
    ailleurs = figure("u.total", 45, tableau="u")
    assert trouvees(HOMMES, FEMMES, heures, ailleurs) == set()


def test_une_ligne_qui_en_regroupe_d_autres_n_est_pas_additionnee():
    deux = figure("t.hf", 45, modalites={"sexe": "H+F"})
    assert trouvees(HOMMES, FEMMES, deux, TOUS) == {("total", "t.total", ("t.h", "t.f"))}


def test_une_part_est_refaite_avec_l_effectif_de_sa_ligne_et_le_total():
    part_des_femmes = part("t.part_f", 69, modalites={"sexe": "F"})
    assert ("part", "t.part_f", ("t.f",)) in trouvees(HOMMES, FEMMES, TOUS, part_des_femmes)


def test_sans_total_imprime_la_part_est_refaite_sur_la_somme():
    part_des_femmes = part("t.part_f", 69, modalites={"sexe": "F"})
    (trouvee,) = detecter([HOMMES, FEMMES, part_des_femmes])
    assert [t.chiffre for t in trouvee.formule.bas] == ["t.h", "t.f"]


def test_des_parts_sans_total_devraient_faire_cent():
    parts = [part("p.h", 31, modalites={"sexe": "H"}), part("p.f", 68, modalites={"sexe": "F"})]
    assert trouvees(*parts) == {("cent", "p.h", ("p.h", "p.f"))}
    total = part("p.total", 100, ligne="Total")
    assert ("cent", "p.h", ("p.h", "p.f")) not in trouvees(*parts, total)


def test_les_lignes_emboitees_font_leur_parent_et_un_dont_n_en_depasse_pas_le_parent():
    parent = figure("b1", 28, modalites={"code": "B1"})
    cdi = figure("b11", 27, modalites={"code": "B11", "parent": "B1"})
    cdd = figure("b12", 1, modalites={"code": "B12", "parent": "B1"})
    dont = figure("b13", 4, ligne="dont CIVIS", modalites={"code": "B13", "parent": "B1"})
    assert trouvees(parent, cdi, cdd, dont) == {
        ("enfants", "b1", ("b11", "b12")),
        ("dont", "b1", ("b13",)),
    }


def test_une_fraction_imprimee_est_refaite():
    taux = figure("io", 13.2, unite="pourcent", nature="realisation", denominateur=3150.0)
    assert trouvees(taux) == {("fraction", "io", ())}


def test_la_meme_quantite_imprimee_deux_fois_est_comparee():
    une = figure("a", 311, tableau="activite", indicateur="sorties_positives")
    deux = figure(
        "b",
        314,
        tableau="sexe",
        document="autre",
        indicateur="sorties_positives",
        modalites={"population": "sorties_positives"},
    )
    objectif = figure("c", 350, tableau="b", nature="objectif", indicateur="sorties_positives")
    femmes = figure("d", 9, tableau="f", indicateur="sorties_positives", modalites={"sexe": "F"})
    assert trouvees(une, deux, objectif, femmes) == {("doublon", "b", ("a",))}
