"""Filters: which values are kept, which are known."""

import narwhals as nw
import pandas as pd
import pytest

from plie_metrics.filtres import PARCOURS, PERSONNE, FiltreInconnu, Filtres, plus_proches

LIGNES = nw.from_native(
    pd.DataFrame({"commune": ["21231", "21355", "21231"], "referent": ["R1", "R1", "R2"]})
)


def gardees(filtres: Filtres, *noms: str) -> list[str]:
    return LIGNES.filter(filtres.expression(noms))["referent"].to_list()


def test_values_of_a_filter_add_up_and_filters_restrict_one_another():
    assert gardees(Filtres(commune=("21231",)), "commune") == ["R1", "R2"]
    assert gardees(Filtres(commune=("21231", "21355")), "commune") == ["R1", "R1", "R2"]
    deux = Filtres(commune=("21231",), referent=("R2",))
    assert gardees(deux, "commune", "referent") == ["R2"]
    assert gardees(deux, "commune") == ["R1", "R2"]


def test_no_active_filter_is_no_expression():
    assert Filtres().expression((*PERSONNE, *PARCOURS)) is None
    assert Filtres(sexe=("F",)).expression(PARCOURS) is None


def test_the_active_filters_in_their_order():
    assert list(Filtres(referent=("R1",), commune=("21231",)).actifs) == ["commune", "referent"]


def test_an_unknown_value_names_the_filter_and_the_nearest():
    connues = {"referent": {"R01", "R02", "X99"}}
    with pytest.raises(FiltreInconnu) as refus:
        Filtres(referent=("R1",)).verifier(connues)
    assert str(refus.value).startswith("Filtre référent : « R1 » est inconnu dans cet arrêté")
    assert "R01" in str(refus.value)


def test_a_known_value_is_accepted():
    Filtres(sexe=("F",)).verifier({"sexe": ("F", "H")})


def test_when_nothing_looks_alike_the_first_values_are_told():
    assert plus_proches("zzz", ["21355", "21231"]) == ["21231", "21355"]


def test_when_there_is_no_value_at_all_it_is_said():
    with pytest.raises(FiltreInconnu, match="aucune valeur"):
        Filtres(structure=("A",)).verifier({"structure": ()})
