"""The breakdowns that stand beside an objective are those of its own population."""

from plie_metrics.presentation.objectifs import reserve, ventilations_propres
from plie_metrics.publications.ventilations import ventilations


def test_les_communes_ne_ventilent_pas_les_entrees(rapport):
    propres = ventilations_propres("entrees", ventilations(rapport, "entrees"))
    assert [v.dimension for v in propres] == ["prescripteur", "classe_age", "sexe"]
    assert {v.total for v in propres} == {570}
    assert "par commune" in reserve("entrees")


def test_la_file_active_dit_de_qui_sont_ses_repartitions(rapport):
    propres = ventilations_propres("file_active", ventilations(rapport, "file_active"))
    assert [v.dimension for v in propres] == ["commune", "classe_age", "sexe"]
    assert "personnes accompagnées" in reserve("file_active")


def test_les_sorties_positives_sont_toutes_ventilees(rapport):
    toutes = ventilations(rapport, "sorties_positives")
    assert ventilations_propres("sorties_positives", toutes) == toutes
    assert reserve("sorties_positives") == ""
