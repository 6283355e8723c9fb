"""Which indicator takes which dimension, in which order, and what is refused."""

import re
from datetime import date

import pytest

from plie_metrics.calcul.bases import construire
from plie_metrics.calcul.registre import IndicateurInconnu, definition
from plie_metrics.calcul.ventilation import VentilationRefusee, ventilables, ventiler, verifier
from plie_metrics.calcul.vue import Vue
from plie_metrics.catalogue import charger
from tests.calcul.extraits import extrait, tables
from tests.calcul.gestes import ANNEE, suivi, valeurs, ventilation


def test_another_pair_is_refused_and_the_valid_ones_are_named():
    with pytest.raises(VentilationRefusee) as refus:
        verifier(charger()["entrees"], ("motif_sortie",))
    assert "« entrees » ne se ventile pas par motif_sortie" in str(refus.value)
    for dimension in charger()["entrees"].ventilations:
        assert re.search(rf"\b{dimension}\b", str(refus.value))


@pytest.mark.parametrize(
    ("dims", "message"),
    [
        (("taille",), "« taille » n’existe pas ; les plus proches"),
        (("motif_sorti",), "les plus proches : motif_sortie"),
        (("sexe", "sexe"), "deux dimensions différentes"),
        (("sexe", "qpv", "mois"), "une dimension, ou deux"),
        (("motif_sortie", "type_etape"), "à la fois par motif_sortie et par type_etape"),
    ],
)
def test_a_dimension_that_cannot_be(dims, message):
    with pytest.raises(VentilationRefusee) as refus:
        ventilables(dims)
    assert message in str(refus.value)


def test_the_dimension_of_a_family_serves_that_family_only():
    assert ventilables(("type_etape",)) == ("etapes", "mises_emploi")
    assert ventilables(("type_contrat", "secteur")) == (
        "clauses_heures",
        "clauses_etp",
        "clauses_salaries",
    )


def test_an_unknown_indicator_is_refused_with_the_nearest():
    with pytest.raises(IndicateurInconnu, match="les plus proches : entrees"):
        definition("entree")


def test_two_dimensions_in_the_order_asked_for():
    deux = extrait(
        participants=[{"sexe": "F"}, {"sexe": "H", "commune": "21355"}],
        parcours=[{"participant_id": "P1"}, {"participant_id": "P2"}],
    )
    assert valeurs("entrees", deux, "sexe", "commune") == {("F", "21231"): 1, ("H", "21355"): 1}
    assert valeurs("entrees", deux, "commune", "sexe") == {("21231", "F"): 1, ("21355", "H"): 1}


def test_stocks_by_month_and_another_dimension():
    deux = suivi({"structure": "CESAM"}, {"structure": "IFPA", "date_entree": date(2016, 12, 31)})
    cellules = valeurs("file_active", deux, "structure", "mois")
    assert cellules[("CESAM", "2016-11")] == 1
    assert ("IFPA", "2016-11") not in cellules
    assert cellules[("IFPA", "2016-12")] == 1


def test_modalities_in_the_order_of_the_schema_the_unknown_last():
    niveaux = [None, "VI", "III+", "Vbis", "IV", "V"]
    gens = extrait(
        participants=[{"niveau_formation": n} for n in niveaux],
        parcours=[{"participant_id": f"P{rang}"} for rang in range(1, 7)],
    )
    ordre = list(valeurs("entrees", gens, "niveau_formation"))
    assert ordre == ["III+", "IV", "V", "Vbis", "VI", "inconnu"]


@pytest.mark.parametrize(
    ("nom", "dimension", "additif"),
    [
        ("personnes_accompagnees", "sexe", True),
        ("personnes_accompagnees", "referent", False),
        ("personnes_accompagnees", "mois", False),
        ("part_brsa", "structure", False),
        ("part_brsa", "commune", True),
        ("entrees", "mois", True),
        ("sorties", "motif_sortie", True),
        ("parcours_plus_30_mois", "mois", False),
        ("parcours_plus_30_mois", "referent", True),
        ("clauses_heures", "type_contrat", True),
    ],
)
def test_additivity_is_a_property_of_the_pair(nom, dimension, additif):
    assert ventilation(nom, extrait(), dimension).additif is additif


@pytest.fixture(scope="module")
def personne():
    """Every table, and nobody in them."""
    return Vue(construire(tables(extrait())))


@pytest.mark.parametrize("nom", list(charger()))
def test_every_pair_of_the_matrix_can_be_computed_on_an_empty_extract(nom, personne):
    for dimension in charger()[nom].ventilations:
        attendu = 12 if dimension == "mois" else 0
        cellules = ventiler(personne, ANNEE, (nom,), (dimension,))[nom].cellules
        assert len(cellules) == attendu, dimension
