"""The Actions page through the real entry: its finding, its funnels, the enveloppe souple."""

import pytest


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page("actions.py")


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def test_la_page_donne_le_constat_et_ses_chiffres(page):
    assert not page.exception
    assert not page.error
    (titre,) = page.title
    assert titre.value == (
        "Aucune des deux actions à objectif chiffré ne l’atteint\u00a0: "
        "65 à 93\u00a0entrées sur\u00a0150 en remobilisation et "
        "38\u00a0orientations sur\u00a0150 en mobilité professionnelle"
    )
    texte = html(page)
    for attendu in (
        "18\u202f044,30\u00a0€ ÷ 46\u00a0personnes",
        "392,27\u00a0€",
        "322,22\u00a0€",
        "71 + 27 + 3 = 101",
        "ARIQ BTP",
        "manque d’orientation de candidats par les référents",
    ):
        assert attendu in texte


def test_les_actions_sont_cote_a_cote(page):
    assert [titre.value for titre in page.subheader][:6] == [
        "Remobilisation\u00a0: 10 sur 93",
        "Relation entreprises\u00a0: 15 sur 70",
        "Mobilité professionnelle\u00a0: 5 sur 38",
        "Remobilisation\u00a0: 20 sur 54",
        "POEC «\u00a0métier du commerce\u00a0»\u00a0: 10 sur 12",
        "Commerce et négoce\u00a0: 7 sur 19",
    ]
