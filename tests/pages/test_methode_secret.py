"""The method page explains the secrecy with the thresholds in force."""

import pytest


@pytest.mark.usefixtures("demonstration_ouverte")
def test_la_methode_explique_le_secret(ouvrir_page):
    page = ouvrir_page("methode.py")
    assert not page.exception
    corps = " ".join(bloc.proto.body for bloc in page.main.get("html"))
    assert "Une liste fermée de demandes" in corps
    assert "tout effectif de 1 à 4 est masqué" in corps
