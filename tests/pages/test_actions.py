"""The Actions page through the real entry: its finding, its funnels, the enveloppe souple."""

import pytest

from tests.pages.arretes import publier_essai
from tests.pages.gestes import mots, ouvrir_sous, tableau


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
        "7\u00a0actions en 2016\u202f; les 2 objectifs chiffrés sont réalisés de 25 à 43\u202f%"
    )
    assert tableau(page, "Accompagnement clauses d’insertion ARIQ BTP, 2016")[0] == [
        "Prescriptions en 2016",
        "77",
        "n. d.",
        "n. d.",
    ]
    (mobilite,) = [
        ligne
        for ligne in tableau(page, "Actions de la programmation, 2016")
        if ligne[3] == "150" and ligne[0] == "Mobilité professionnelle"
    ]
    assert mobilite[2:] == ["38", "150", "25,3 %"]
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


def test_l_action_choisie_montre_ses_etapes(page):
    page.selectbox(key="action").set_value("Mobilité professionnelle").run()
    assert tableau(page, "Mobilité professionnelle, 2016")[0][1:] == ["38", "150", "25,3 %"]


def test_sans_arrete_qui_en_dise_le_rapport_reste(tmp_path, monkeypatch):
    publier_essai(tmp_path)
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
    page = ouvrir_sous("actions.py")
    assert "ne contient pas la table « actions »" in mots(page)
    assert mots(page).startswith("Aucune des deux actions à objectif chiffré ne l’atteint")
