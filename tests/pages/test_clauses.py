"""The Clauses page through the real entry: its finding, its key figures, its French."""

import pytest


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page("clauses.py")


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def test_la_page_donne_le_constat_et_ses_chiffres(page):
    assert not page.exception
    assert not page.error
    (titre,) = page.title
    assert titre.value == (
        "72\u202f333\u00a0heures d’insertion, soit 45\u00a0équivalents temps plein\u202f; "
        "39\u202f% des salariés habitent un QPV, contre 8\u202f% de la population"
    )
    texte = html(page)
    for attendu in (
        "72\u202f333 ÷ 1\u202f607\u00a0heures par an",
        "16 sur 126 salariés",
        "40\u202f907",
        "82 + 49 − 126 = 5",
        "Hypothèse",
        "cette page les sépare",
    ):
        assert attendu in texte


def test_les_titres_disent_ce_que_montrent_les_graphiques(page):
    titres = [titre.value for titre in page.header]
    assert "QPV\u00a0: 32 à 39\u202f% à chaque étape, 8\u202f% de la population" in titres
    assert "BTP\u00a0: 68\u202f% des heures, aucune femme" in titres
    assert "Trois totaux où des personnes comptent deux fois" in titres
