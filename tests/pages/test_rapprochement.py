"""The Rapprochement page through the real entry: finding, first gaps, filters, damaged files."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from pages._composants import publies, rapprochements
from plie_metrics.chemins import RACINE
from plie_metrics.publications.lecture import PublicationIllisible
from tests.pages.gestes import tableau


@pytest.fixture
def page(ouvrir_page):
    return ouvrir_page("rapprochement.py")


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def titres_de_cas(page, balise):
    """The titles of the cases shown as cards or as lines of the tables of gaps."""
    return re.findall(balise, html(page))


def test_le_constat_porte_sur_le_plie_et_les_autres_territoires_sont_a_part(page):
    assert not page.exception
    assert not page.error
    (titre,) = page.title
    assert titre.value.startswith("Documents du PLIE")
    assert "inexpliqués" in titre.value
    texte = html(page).replace("\u202f", " ")
    assert "Autres territoires, comptés à part" in texte
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
    assert "? invérifiable" in texte


def test_le_rapport_2016_est_ouvert_et_les_autres_replies(page):
    retrouves, *documents, justes = page.main.expander
    assert retrouves.label == "Les chiffres retrouvés"
    assert [bloc.proto.expanded for bloc in documents] == [True, False, False, False, False]
    assert "Rapport d" in documents[0].label
    assert all(re.search(r"inexpliqué|expliqué|invérifiable", bloc.label) for bloc in documents)
    assert "justes" in justes.label


def test_une_fiche_n_est_pas_repetee_dans_les_tableaux(page):
    fiches = titres_de_cas(page, r'</span>([^<]+)</p><p class="ecart-calcul">')
    lignes = titres_de_cas(page, r'<th scope="row">([^<]+)<p class="source">')
    assert len(fiches) == 8
    assert len(lignes) > 100
    assert set(fiches) & set(lignes) == set()


def test_les_filtres_reduisent_les_ecarts_et_les_justes_restent_replies(page):
    page.segmented_control(key="statut").set_value("note").run()
    assert "≈ expliqué par hypothèse</td>" not in html(page)
    page.selectbox(key="document").set_value("convention_ml_2008").run()
    assert [info.value for info in page.info] == [
        "Aucun écart de ce statut dans ce document. Choisissez un autre statut ou document."
    ]
    (_, justes) = page.main.expander
    assert "justes" in justes.label


def test_le_lien_de_la_synthese_montre_le_nombre_qu_elle_annonce(ouvrir_page):
    synthese = html(ouvrir_page("synthese.py"))
    (nombre,) = re.findall(r"(\d+)\s+points? des documents du PLIE", synthese)
    (adresse,) = re.findall(r'href="(rapprochement\?[^"]+)"', synthese)
    voulus = parse_qs(urlsplit(unescape(adresse)).query)
    cadre = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30)
    for cle, valeurs in voulus.items():
        cadre.query_params[cle] = valeurs
    page = cadre.run().switch_page("rapprochement.py").run()
    assert page.selectbox(key="document").value == "plie"
    assert page.segmented_control(key="statut").value == "inexplique"
    corps = html(page)
    montres = len(re.findall(r'<span class="ecart-statut', corps))
    montres += len(re.findall(r'<td class="statut sous-objectif">', corps))
    assert montres == int(nombre)


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


def test_un_fichier_de_cas_abime_n_arrete_que_ses_cas(ouvrir_page, monkeypatch):
    vraie = rapprochements.lire_lisibles

    def abimees(dossier):
        cas, _ = vraie(dossier)
        gardes = tuple(un for un in cas if "311" not in un.titre)
        return gardes, (PublicationIllisible("Le fichier rapprochements/essai.toml manque."),)

    rapprochements._cas.clear()
    monkeypatch.setattr(rapprochements, "lire_lisibles", abimees)
    page = ouvrir_page("rapprochement.py")
    rapprochements._cas.clear()
    assert not page.error
    assert "essai.toml manque" in html(page)
    assert "1 525 − 729".replace(" 5", "\u202f5", 1) in html(page)


def test_l_arrete_est_compare_au_rapport_chiffre_par_chiffre(page):
    ecarts = tableau(page, "4 chiffres publiés diffèrent de l’arrêté")
    (activite,) = [
        ligne for ligne in ecarts if ligne[:2] == ["Sorties positives", "L’activité du PLIE"]
    ]
    assert activite[2:6] == ["311", "314", "+3", "§ écart, note imprimée"]
    retrouves = tableau(page, "143 chiffres publiés retrouvés")
    assert ["Entrées, réalisation", "570", "570", "0"] in [
        [ligne[0], *ligne[2:5]] for ligne in retrouves
    ]
