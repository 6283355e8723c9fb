"""Breakdowns read in the report: complete, in a sensible order, of a stated population."""

import pytest

from plie_metrics.publications.ventilations import ACCOMPAGNES, ENTREES, LECTURES, ventilations


def test_entrees_par_prescripteur(rapport):
    """Typed by hand from the report's table: the page must read these six lines."""
    (prescripteur, *_) = ventilations(rapport, "entrees")
    assert [(p.nom, p.effectif) for p in prescripteur.parts] == [
        ("Pôle emploi", 288),
        ("Conseil départemental", 123),
        ("Mairies, MDEF, services sociaux", 55),
        ("Opérateurs", 50),
        ("Mission locale", 43),
        ("SPIP", 11),
    ]
    assert prescripteur.population == ENTREES
    assert prescripteur.premiere.code == "pole_emploi"


def test_les_hommes_et_les_femmes_de_chaque_age_sont_additionnes(rapport):
    ages = next(v for v in ventilations(rapport, "file_active") if v.dimension == "classe_age")
    assert [(p.code, p.effectif) for p in ages.parts] == [
        ("15-24", 45),
        ("25-44", 1015),
        ("45-54", 342),
        ("55-64", 123),
    ]
    assert ages.population == ACCOMPAGNES


def test_autres_communes_vient_en_dernier(rapport):
    communes = next(v for v in ventilations(rapport, "entrees") if v.dimension == "commune")
    assert communes.parts[0].nom == "Dijon"
    assert communes.parts[-1].nom == "Autres communes"


@pytest.mark.parametrize(
    ("objectif", "totaux"),
    [
        ("entrees", [570, 570, 570, 1525]),
        ("file_active", [1525, 1525, 1525]),
        ("sorties_positives", [310, 314]),
    ],
)
def test_chaque_ventilation_retrouve_son_total(rapport, objectif, totaux):
    """310 by type and 314 by sex: the report's own disagreement, kept as it is."""
    assert [v.total for v in ventilations(rapport, objectif)] == totaux
    assert len(LECTURES[objectif]) == len(totaux)
