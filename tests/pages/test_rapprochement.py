"""The Rapprochement page through the real entry: finding, first gaps, filters, damaged files."""

import pytest

from pages._composants import publies
from plie_metrics.publications.lecture import PublicationIllisible


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page("rapprochement.py")


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def lignes(page):
    """The rows of the table of gaps."""
    tables = (bloc.proto.body for bloc in page.get("html") if "<table" in bloc.proto.body)
    return next(tables).count("<tr>")


def test_le_constat_et_les_premiers_ecarts_sont_lisibles_avec_leur_calcul(page):
    assert not page.exception
    assert not page.error
    (titre,) = page.title
    assert "vérifications" in titre.value
    assert "inexpliqués" in titre.value
    texte = html(page).replace("\u202f", " ")
    for attendu in (
        "311 ≠ 314",
        "201 + 22 + 87 = 310 ≠ 311",
        "1 525 − 729 = 796 ≠ 799",
        "47,9 % ≠ 49 %",
        "135 ≠ 126",
        "24 % ≠ 35 %",
    ):
        assert attendu in texte
    assert "≈ expliqué par hypothèse" in texte
    assert "§ expliqué par une note imprimée" in texte


def test_les_filtres_reduisent_les_ecarts_et_les_justes_restent_replies(page):
    tous = lignes(page)
    page.segmented_control(key="statut").set_value("note").run()
    notes = lignes(page)
    assert 0 < notes < tous
    page.selectbox(key="document").set_value("convention_ml_2008").run()
    assert [info.value for info in page.info] == [
        "Aucun écart de ce statut dans ce document. Choisissez un autre statut ou document."
    ]
    (justes,) = page.expander
    assert "justes" in justes.label


def test_un_document_illisible_est_nomme_et_les_autres_restent_rapproches(ouvrir_page, monkeypatch):
    vraie = publies.ouvrir

    def abimee(dossier, document):
        if document == "rapport_cnml_2009":
            raise PublicationIllisible("Le fichier rapport_cnml_2009.parquet manque.")
        return vraie(dossier, document)

    publies._ouvrir.clear()
    monkeypatch.setattr(publies, "ouvrir", abimee)
    page = ouvrir_page("rapprochement.py")
    publies._ouvrir.clear()
    assert not page.error
    assert "rapport_cnml_2009.parquet manque" in html(page)
    assert "1 525 − 729".replace(" 5", "\u202f5", 1) in html(page)
